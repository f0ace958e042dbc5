/** What is wrong with a cell, and what to do. */
export class CellProblem extends Error {}
