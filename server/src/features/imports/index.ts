import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { importRoutes } from './http/routes.native.ts';

export { CellProblem } from './cell-problem.ts';
export { kindOf, type Place, readHeader } from './header.ts';
export type { Kind } from './kinds.ts';
export { Names } from './names.ts';
export { type Passed, runPass } from './pass.ts';
export type { RowProblem } from './problems.ts';
export { requirementsIn } from './requirement-list.ts';
export { fileAt } from './source.ts';
export { openTable, type Table, type TableRow } from './table.ts';

export const feature: Feature = { name: 'imports', routes: [native(importRoutes)] };
