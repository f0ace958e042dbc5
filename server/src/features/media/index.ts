import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { samsaraPreview } from '../../surfaces/samsara-preview.ts';
import { cameraMedia } from './cameras/resource.ts';
import { uploadRoutes } from './cameras/routes.native.ts';
import { previewCameraMediaRoutes } from './cameras/routes.preview.ts';
import { cameraMediaRoutes } from './cameras/routes.ts';
import { processJob } from './files/process.ts';
import { blobRoutes } from './files/routes.ts';
import { sweepJob } from './files/sweep.ts';
import { mediaRetrieval } from './retrievals/resource.ts';
import { fulfilmentRoutes } from './retrievals/routes.native.ts';
import { retrievalRoutes } from './retrievals/routes.ts';

export { smallerPicture } from './files/image.ts';
export {
  DOCUMENT_KINDS,
  type InlineMedia,
  MEDIA_BODY_LIMIT,
  PICTURE_KINDS,
  readInlineMedia,
} from './files/inline.ts';
export {
  type DescribedMedia,
  describeMedia,
  discardMedia,
  keepMedia,
  openMedia,
  stageMedia,
  withMedia,
} from './files/keep.ts';
export { processMedia } from './files/process.ts';
export { MediaRecord } from './files/schema.ts';
export { importRecording, importRetrieval } from './import.ts';

export const feature: Feature = {
  name: 'media',
  routes: [
    samsara(cameraMediaRoutes),
    samsara(retrievalRoutes),
    samsaraPreview(previewCameraMediaRoutes),
    native(uploadRoutes),
    native(fulfilmentRoutes),
    native(blobRoutes),
  ],
  jobs: [processJob, sweepJob],
  resources: [cameraMedia, mediaRetrieval],
};
