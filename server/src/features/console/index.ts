import { fileURLToPath } from 'node:url';
import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { consoleRoutes } from './routes.ts';

/** Where the build of the workspace `console` is, seen from the sources as from what is built of them. */
const FOLDER = fileURLToPath(new URL('../../../../console/dist/', import.meta.url));

export const feature: Feature = { name: 'console', routes: [native(consoleRoutes(FOLDER))] };
