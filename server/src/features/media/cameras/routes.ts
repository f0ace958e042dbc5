import { sql } from '../../../kernel/database/database.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { findVehicles } from '../../directory/index.ts';
import { recordingsPage, windowOf } from './list.ts';
import { CameraMediaPage, CameraMediaQuery } from './schema.ts';
import { toCameraMedia } from './wire.ts';

export const cameraMediaRoutes: Routes = (app, services) => {
  app.get(
    '/cameras/media',
    {
      config: { scope: 'Read Media Retrieval', limit: '5/second' },
      schema: {
        operationId: 'listUploadedMedia',
        summary: 'List what cameras recorded',
        description:
          'Stills and videos of up to 20 vehicles within a day, in order of arrival. Links work for eight hours.',
        tags: ['Media'],
        querystring: CameraMediaQuery,
        response: { 200: CameraMediaPage },
      },
    },
    async (request) => {
      const { inputs, mediaTypes, triggerReasons, ...query } = request.query;
      const filter = { ...windowOf(query, 24), inputs, mediaTypes, triggerReasons };
      const vehicleIds = await findVehicles(
        services.database,
        request.caller,
        'vehicleIds',
        query.vehicleIds,
      );
      const vehicles = {
        where: sql`and media.vehicle_id = any(${vehicleIds}::bigint[])`,
        named: { vehicleIds },
      };
      return recordingsPage(services, request, vehicles, filter, toCameraMedia);
    },
  );
};
