import type { Caller } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import { OneOf, Shape, type Static, Type, UuidId } from '../../kernel/schema.ts';
import { SEVERITIES } from './authoring/content.ts';
import { publishedRequirements } from './authoring/store.ts';
import { Occurrence } from './occurrences/schema.ts';
import { listOccurrences } from './occurrences/store.ts';
import { askedStatuses, filterOf } from './statuses/asked.ts';
import { statusFacts } from './statuses/schema.ts';
import { Waiver } from './waivers/schema.ts';
import { listWaivers } from './waivers/store.ts';

/** Waivers and occurrences of one subject, at most. */
const MOST = 100;

const NeededRequirement = Shape('NeededRequirement', {
  requirement: Shape(
    'NeededRequirementName',
    {
      id: UuidId('Id of the requirement.'),
      name: Type.String({ description: 'What people call it.' }),
      citation: Type.Optional(Type.String({ description: 'The rule or paper that asks for it.' })),
      severity: OneOf([...SEVERITIES], {
        title: 'RequirementSeverity',
        description: 'What eligibility makes of it.',
      }),
    },
    'What is required.',
  ),
  ...statusFacts,
});

/** What the requirements say of one person or vehicle, and what was told of it. */
export const SubjectStanding = {
  requirements: Type.Array(NeededRequirement, {
    description: 'What is needed of it, worked out at once: the overdue first, then by name.',
  }),
  waivers: Type.Array(Waiver, {
    description: `Its waivers, oldest first, at most ${MOST}.`,
  }),
  occurrences: Type.Array(Occurrence, {
    description: `What happened to it, the latest first, at most ${MOST}.`,
  }),
};

type Needed = Static<typeof NeededRequirement>;

/** What there is of one person or vehicle that whoever asks may see. */
export async function standingOf(database: Database, caller: Caller, subjectId: string) {
  const { data } = await askedStatuses(database, caller, [subjectId], undefined, filterOf({}, caller.now));
  const all = await publishedRequirements(database, caller.orgId);
  const named = new Map(all.map((each) => [each.id, each]));
  const requirements = data.flatMap(
    ({ requirementId, id: _id, subject: _subject, updatedAtTime: _at, ...facts }): Needed[] => {
      const found = named.get(requirementId);
      if (!found) return [];
      const { id, name, citation, severity } = found;
      return [{ requirement: { id, name, ...(citation ? { citation } : {}), severity }, ...facts }];
    },
  );
  const rank = ({ isOverdue, requirement: { name } }: Needed) => `${isOverdue ? 0 : 1} ${name}`;
  const filter = { subjectIds: [subjectId] };
  return {
    requirements: requirements.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)),
    waivers: (await listWaivers(database, caller, filter, undefined, MOST)).slice(0, MOST),
    occurrences: (await listOccurrences(database, caller, filter, [], MOST)).slice(0, MOST),
  };
}
