import { empty, join, sql } from '../../../kernel/database/database.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { numericIds } from '../../../kernel/ids.ts';
import { findVehicles, inTags } from '../../directory/index.ts';
import { recordingsPage, windowOf } from './list.ts';
import { PreviewCameraMediaPage, PreviewCameraMediaQuery, type RecordingDocument } from './schema.ts';
import { INPUTS, PREVIEW_REASONS } from './vocabulary.ts';
import { toCameraMedia } from './wire.ts';

/** The older shape: stills only, of any vehicle or of those in tags too. */
export const previewCameraMediaRoutes: Routes = (app, services) => {
  app.get(
    '/preview/cameras/media',
    {
      config: { scope: 'Read Preview', limit: '100/minute' },
      schema: {
        operationId: 'previewListUploadedMedia',
        summary: 'List stills of cameras (older shape)',
        tags: ['Preview'],
        querystring: PreviewCameraMediaQuery,
        response: { 200: PreviewCameraMediaPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const filter = {
        ...windowOf(query),
        mediaTypes: ['image'],
        triggerReasons: query.triggerReasons ?? PREVIEW_REASONS,
        inputs: query.inputs && INPUTS.filter((input) => asked(query.inputs as string[], input)),
      };
      const { tagIds, parentTagIds } = query;
      const vehicleIds =
        query.vehicleIds && (await findVehicles(services.database, caller, 'vehicleIds', query.vehicleIds));
      const any = [
        ...(vehicleIds ? [sql`media.vehicle_id = any(${vehicleIds}::bigint[])`] : []),
        ...(tagIds ? [inTags(caller.orgId, numericIds('tagIds', tagIds), sql`media.vehicle_id`, false)] : []),
        ...(parentTagIds
          ? [inTags(caller.orgId, numericIds('parentTagIds', parentTagIds), sql`media.vehicle_id`, true)]
          : []),
      ];
      const where = any.length > 0 ? sql`and (${join(any, ' or ')})` : empty;
      const vehicles = { where, named: { vehicleIds, tagIds, parentTagIds } };
      return recordingsPage(services, request, vehicles, filter, toPreview);
    },
  );
};

const asked = (names: readonly string[], input: string): boolean =>
  names.includes(input) || (names.includes('analog') && input.startsWith('analog'));

function toPreview(recording: RecordingDocument) {
  const { cameraRole: _, input, ...media } = toCameraMedia(recording);
  return {
    ...media,
    mediaType: 'image' as const,
    input: input.startsWith('analog') ? ('dashcamRearFacing' as const) : (input as 'dashcamForwardFacing'),
    triggerReason: media.triggerReason as (typeof PREVIEW_REASONS)[number],
  };
}
