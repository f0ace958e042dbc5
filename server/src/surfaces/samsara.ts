import type { Routes, Surface, SurfaceRoutes } from '../kernel/feature.ts';

/** The dialect of the Samsara API at today's paths; it also owns every path that no other dialect claims. */
export const samsaraSurface: Surface = {
  name: 'samsara',
  owns: () => true,
  errorBody: (_status, message, requestId) => ({ message, requestId }),
};

export const samsara = (routes: Routes): SurfaceRoutes => ({ surface: samsaraSurface, routes });
