import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { processJob, sweepJob } from './files/process.ts';
import { blobRoutes } from './files/routes.ts';

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

export const feature: Feature = {
  name: 'media',
  routes: [native(blobRoutes)],
  jobs: [processJob, sweepJob],
};
