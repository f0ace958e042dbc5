import type { Routes, Surface, SurfaceRoutes } from '../kernel/feature.ts';
import { samsaraSurface } from './samsara.ts';

/** The older shapes of the Samsara API, below /preview; errors are worded the same. */
export const previewSurface: Surface = {
  ...samsaraSurface,
  name: 'samsara-preview',
  owns: (path) => path.startsWith('/preview/'),
};

export const samsaraPreview = (routes: Routes): SurfaceRoutes => ({ surface: previewSurface, routes });
