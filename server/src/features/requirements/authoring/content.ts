import type { Requirement, Rule } from '../rules/rule.ts';

/** What eligibility makes of a requirement that is not met: `block` keeps from work, `warn` does not. */
export const SEVERITIES = ['block', 'warn'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The assignment that a requirement makes by itself. */
export interface Assign {
  courseId: string;
  /** How many days before the due time. */
  daysBefore: number;
}

/** All that is written of a requirement, and that a revision keeps. */
export interface Content extends Rule {
  name: string;
  /** Where the rule comes from: `29 CFR 1910.178(l)(4)(iii)`. */
  citation?: string;
  severity: Severity;
  assign?: Assign;
}

/** A published or archived requirement: its rule over time, and what its revision in force says beside the rule. */
export interface Published extends Requirement {
  revisionId: string;
  severity: Severity;
  assign?: Assign;
}
