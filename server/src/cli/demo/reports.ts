import {
  type CreateConfig,
  createConfig,
  createSchedule,
  executeRun,
  startRun,
} from '../../features/reports/index.ts';
import type { Writer } from '../../kernel/auth.ts';
import type { Services } from '../../kernel/feature.ts';
import type { Progress } from '../output.ts';

const columns = (...names: string[]) => names.map((fieldName) => ({ fieldName }));
const only = (fieldName: string, ...values: string[]) => ({
  fields: [{ fieldName, operator: 'equals' as const, values }],
});

/** What a safety manager asks for, the first of them every Monday. */
const CONFIGS: CreateConfig[] = [
  {
    name: 'Overdue training by course',
    datasetId: 'TrainingAssignments',
    columns: [
      ...columns('courseTitle', 'categoryName'),
      { fieldName: 'assignmentId', aggregate: 'count' },
      { fieldName: 'dueAtTime', aggregate: 'min' },
    ],
    groupBy: ['courseTitle', 'categoryName'],
    filters: only('isOverdue', 'yes'),
    sort: [{ fieldName: 'assignmentId', aggregate: 'count', direction: 'desc' }],
  },
  {
    name: 'Training progress by person',
    datasetId: 'TrainingByPerson',
    columns: columns(
      'personName',
      'personType',
      'assigned',
      'completed',
      'overdue',
      'completedLate',
      'averageScorePercent',
    ),
    sort: [{ fieldName: 'overdue', direction: 'desc' }],
  },
  {
    name: 'Papers that are missing, lapsed or about to lapse',
    datasetId: 'QualificationMatrix',
    columns: columns('ownerName', 'typeName', 'state', 'expirationDate', 'daysUntilExpiration'),
    filters: only('state', 'missing', 'lapsed', 'expiring'),
    sort: [{ fieldName: 'expirationDate', direction: 'asc' }],
  },
  {
    name: 'Forms that wait for a review',
    datasetId: 'FormSubmissions',
    columns: columns('templateTitle', 'submittedByName', 'submittedAtTime', 'status', 'scorePercent'),
    filters: only('status', 'needsReview', 'changesRequested'),
    sort: [{ fieldName: 'submittedAtTime', direction: 'asc' }],
  },
  {
    name: 'Driver scores, the lowest first',
    datasetId: 'DriverEfficiencyByDriver',
    columns: columns(
      'driverName',
      'overallScore',
      'anticipationScore',
      'idlingScore',
      'overSpeedScore',
      'difficultyOverallScore',
      'idlingPercentage',
      'driveTimeDurationMs',
    ),
    sort: [{ fieldName: 'overallScore', direction: 'asc' }],
  },
  {
    name: 'Requirements that are not met',
    datasetId: 'RequirementStatuses',
    columns: columns(
      'subjectName',
      'requirementName',
      'citation',
      'status',
      'isOverdue',
      'isInHand',
      'dueAt',
    ),
    filters: only('status', 'missing', 'expired'),
    sort: [{ fieldName: 'dueAt', direction: 'asc' }],
  },
  {
    name: 'Who changed what',
    datasetId: 'LedgerChanges',
    columns: columns('atTime', 'actorName', 'operation', 'resource', 'objectId'),
    sort: [{ fieldName: 'sequence', direction: 'desc' }],
  },
];

/** Reports that are run, so that there are results to look at. */
const RUN = 3;

/** How many things `seedReports` makes. */
export const REPORTS_SIZE = CONFIGS.length + RUN;

/** Seven report configs, a schedule of the first, and finished runs of some. */
export async function seedReports(
  services: Pick<Services, 'database' | 'datasets' | 'clock'>,
  writer: Writer,
  progress: Progress,
): Promise<void> {
  const ids: string[] = [];
  for (const config of CONFIGS) {
    ids.push((await createConfig(services, writer, config)).id);
    progress.advance(1);
  }
  const schedule = { reportConfigId: ids[0] as string, cron: '0 6 * * 1', timezone: 'America/Los_Angeles' };
  await createSchedule(services, writer, schedule);
  for (const reportConfigId of ids.slice(0, RUN)) {
    const run = await startRun(services, writer, { reportConfig: { id: reportConfigId } });
    await executeRun(services, writer.orgId, run.id);
    progress.advance(1);
  }
}
