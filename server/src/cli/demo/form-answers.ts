import { randomUUID } from 'node:crypto';
import type { Person } from '../../features/directory/index.ts';

import type { FieldDefinition, FieldValue, MediaRecord } from '../../features/fields/index.ts';

import { shortTime } from '../../kernel/time.ts';
import type { Random } from './random.ts';

type Answer = Omit<FieldValue, 'id' | 'label' | 'type'>;

/** Whom and what answers may name. */
export interface Supply {
  drivers: readonly Person[];
  vehicleIds: readonly string[];
  signatures: readonly MediaRecord[];
  photos: readonly MediaRecord[];
}

const SENTENCES = [
  'Nothing to report.',
  'Left rear marker light flickers when the trailer is coupled.',
  'A car pulled out of a side street without looking; I braked in time.',
  'Customer asked for delivery at dock 7 instead of dock 4.',
  'Pallet 3 had shifted, restacked before unloading.',
  'Topped up the washer fluid.',
  'Brushed the bollard at the gate while backing up, bumper scratched.',
];
const PLACES = ['Oakland Depot', 'Reno Depot', 'Portland Depot', 'I-80 at exit 44', 'Dock 7, Sacramento'];
const WITNESSES = ['Ana Ruiz', 'Tom Becker', 'Priya Nair', 'Олена Шевченко', '王伟'];
const POSITIONS = [
  'Front left',
  'Front right',
  'Rear left outer',
  'Rear left inner',
  'Rear right inner',
  'Rear right outer',
];

/** A believable answer, or none where one is not needed. */
export function answerTo(
  random: Random,
  field: FieldDefinition,
  at: string,
  supply: Supply,
): FieldValue | undefined {
  const head = { id: field.id, label: field.label, type: field.type };
  if (!field.isRequired && random.chance(0.12)) return undefined;
  const value = valueFor(random, field, at, supply);
  if (!value) return undefined;
  const failed = value.multipleChoiceValue?.value === 'Fail';
  return { ...head, ...value, ...(failed ? { note: random.pick(SENTENCES.slice(1)) } : {}) };
}

function valueFor(
  random: Random,
  field: Pick<
    FieldDefinition,
    'type' | 'label' | 'numDecimalPlaces' | 'options' | 'allowedDateTimeValueType' | 'columns'
  >,
  at: string,
  supply: Supply,
): Answer | undefined {
  const { type, options = [] } = field;
  switch (type) {
    case 'number': {
      const [low, high] = /Odometer/.test(field.label)
        ? [20_000, 400_000]
        : /Tread/.test(field.label)
          ? [2, 14]
          : [20, 400];
      const value = Number((low + random.next() * (high - low)).toFixed(field.numDecimalPlaces ?? 0));
      return { numberValue: { value } };
    }
    case 'text':
      return { textValue: { value: random.pick(field.label === 'Position' ? POSITIONS : SENTENCES) } };
    case 'multiple_choice': {
      // The first option is the good one, which most choose.
      const option = random.chance(0.85) ? options[0] : random.pick(options);
      return option && { multipleChoiceValue: { value: option.label, valueId: option.id } };
    }
    case 'check_boxes': {
      const chosen = options.filter(() => random.chance(0.5));
      return {
        checkBoxesValue: { value: chosen.map(({ label }) => label), valueIds: chosen.map(({ id }) => id) },
      };
    }
    case 'datetime': {
      const kind = field.allowedDateTimeValueType ?? 'datetime';
      const day = at.slice(0, 10);
      // Noon in the fleet's own time zone.
      if (kind === 'date')
        return { dateTimeValue: { type: kind, value: `${day}T20:00:00Z`, dateValue: day } };
      return { dateTimeValue: { type: kind, value: shortTime(at) } };
    }
    case 'signature':
      return { signatureValue: { media: random.pick(supply.signatures) } };
    case 'media':
      return random.chance(0.4) ? { mediaValue: { mediaList: [random.pick(supply.photos)] } } : undefined;
    case 'asset':
      return { assetValue: { asset: { entryType: 'tracked', id: random.pick(supply.vehicleIds) } } };
    case 'person': {
      if (field.label === 'Witness')
        return { personValue: { person: { entryType: 'untracked', name: random.pick(WITNESSES) } } };
      const { id, type: kind } = random.pick(supply.drivers);
      return { personValue: { person: { entryType: 'tracked', polymorphicUserId: { id, type: kind } } } };
    }
    case 'geofence':
      return { geofenceValue: { geofence: { entryType: 'untracked', name: random.pick(PLACES) } } };
    case 'barcode':
      return { barcodeValue: { barcodes: [{ value: `HL-${random.between(100_000, 999_999)}` }] } };
    case 'table': {
      const columns = field.columns ?? [];
      const rows = Array.from({ length: random.between(2, 6) }, () => ({
        id: randomUUID(),
        cells: columns.map((column) => ({
          id: column.id,
          type: column.type,
          ...valueFor(random, column, at, supply),
        })),
      }));
      return {
        tableValue: { columns: columns.map(({ id, label, type: of }) => ({ id, label, type: of })), rows },
      };
    }
    default:
      return undefined;
  }
}
