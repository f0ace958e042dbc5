import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { dataBody } from '../../../kernel/idempotency.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { firstProblem } from '../../../kernel/problems.ts';
import { Data } from '../../../kernel/schema.ts';
import { CreateVehicle, Vehicle } from './schema.ts';
import { saveVehicles } from './service.ts';

export const vehicleNativeRoutes: Routes = (app, { database }) => {
  app.post(
    '/fleet/vehicles',
    {
      config: { scope: 'Write Vehicles', limit: '100/minute' },
      schema: {
        operationId: 'createVehicle',
        summary: 'Add a vehicle',
        description: 'The public API has no such operation: there vehicles appear with their gateways.',
        tags: ['Vehicles'],
        body: CreateVehicle,
        response: { 200: Data(Vehicle) },
      },
    },
    async ({ caller, body }, reply) => {
      const text = await write(database, caller, async (tx, stamp) => {
        const [vehicle] = await saveVehicles(tx, stamp, caller, [{ fields: body }], firstProblem);
        return dataBody(vehicle);
      });
      return sendJson(reply, text);
    },
  );
};
