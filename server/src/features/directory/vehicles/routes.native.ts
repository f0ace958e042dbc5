import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { dataBody } from '../../../kernel/http/idempotency.ts';
import { firstProblem } from '../../../kernel/http/problems.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { Data } from '../../../kernel/schema.ts';
import { saveVehicles } from './save.ts';
import { CreateVehicle, Vehicle } from './schema.ts';
import { serveVehicles } from './served.ts';

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
    async ({ caller, body }) => {
      const text = await write(database, caller, async (tx) => {
        const saved = await saveVehicles(tx, [{ fields: body }], firstProblem);
        return dataBody((await serveVehicles(tx, tx, saved))[0]);
      });
      return jsonText(text);
    },
  );
};
