import type { Dataset } from '../../../kernel/dataset.ts';
import { byGroup } from './by-group.ts';
import { byHour } from './by-hour.ts';

export const efficiencyDatasets: Dataset[] = [
  byGroup('DriverEfficiencyByDriver', 'Driver efficiency by driver', 'driver'),
  byGroup('DriverEfficiencyByVehicle', 'Driver efficiency by vehicle', 'vehicle'),
  byHour,
];
