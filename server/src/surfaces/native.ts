import type { Routes, Surface, SurfaceRoutes } from '../kernel/feature.ts';
import { samsaraSurface } from './samsara.ts';

/** Crewready's own operations, in the style of the Samsara API: what it keeps in its dashboard. */
export const nativeSurface: Surface = { ...samsaraSurface, name: 'native', owns: () => false };

export const native = (routes: Routes): SurfaceRoutes => ({ surface: nativeSurface, routes });
