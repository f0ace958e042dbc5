// What clients of the eleven older operations take for closed: the status of success, what must be there, its type,
// and every list of words. A client that meets anything else refuses the whole reply.

/** A field's type, with `!` where it must be there; a list of words; a list or an object of such. */
type Fact = string | readonly string[] | { list: Fact } | { [field: string]: Fact };

const page = (data: Fact): Fact => ({
  'data!': data,
  'pagination!': { 'endCursor!': 'string', 'hasNextPage!': 'boolean' },
});
const UNITS = ['kilograms', 'milliseconds', 'meters', 'kilometers', 'miles', 'liters', 'gallons'];
const BASE_UNITS = ['kilogram', 'milliseconds', 'meter', 'kilometer', 'mile', 'liter', 'gallon'];
const column: Fact = {
  'displayName!': 'string',
  'type!': ['string', 'numeric'],
  unit: UNITS,
  baseUnit: BASE_UNITS,
};
const person: Fact = { 'id!': 'string', 'type!': ['driver', 'user'] };
const counts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'integer']));
const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'string']));
const numbers = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'number']));
const efficiency = (id: string): Fact =>
  page({
    list: {
      [`${id}!`]: 'string',
      difficultyScore: texts('overallScore', 'topographyScore', 'vehicleWeightScore'),
      scoreData: texts(
        'overallScore!',
        'anticipationScore',
        'coastingScore',
        'cruiseControlScore',
        'greenBandScore',
        'highTorqueScore',
        'idlingScore',
        'overSpeedScore',
        'wearFreeBrakeScore',
      ),
      rawData: counts(
        'driveTimeDurationMs!',
        'engineOnDurationMs!',
        'idlingDurationMs!',
        'totalBrakeDurationMs!',
        'anticipationBrakeEventCount',
        'averageVehicleWeightKg',
        'coastingDurationMs',
        'cruiseControlDurationMs',
        'greenBandDurationMs',
        'highGradeRoadDrivingDurationMs',
        'highTorqueDurationMs',
        'overSpeedDurationMs',
        'totalBrakeEventCount',
        'wearFreeBrakeDurationMs',
      ),
      percentageData: numbers(
        'idlingPercentage!',
        'anticipationPercentage',
        'coastingPercentage',
        'cruiseControlPercentage',
        'greenBandPercentage',
        'highGradeRoadDrivingPercentage',
        'highTorquePercentage',
        'overSpeedPercentage',
        'wearFreeBrakePercentage',
      ),
    },
  });
const assignment: Fact = {
  ...texts('id!', 'createdAtTime!', 'createdById!', 'updatedAtTime!', 'updatedById!'),
  ...texts('dueAtTime', 'startedAtTime', 'completedAtTime', 'deletedAtTime'),
  'course!': texts('id!', 'revisionId!'),
  'learner!': { 'id!': 'string', 'type!': ['driver'] },
  'status!': ['notStarted', 'inProgress', 'completed'],
  'durationMinutes!': 'integer',
  scorePercent: 'number',
  isOverdue: 'boolean',
  isCompletedLate: 'boolean',
};

export const FACTS: Record<string, [status: number, body?: Fact]> = {
  'GET /preview/cameras/media': [
    200,
    page({
      'media!': {
        list: {
          ...texts('vehicleId!', 'startTime!', 'endTime!', 'availableAtTime!'),
          'mediaType!': ['image'],
          'input!': ['dashcamForwardFacing', 'dashcamInwardFacing', 'dashcamRearFacing'],
          'triggerReason!': [
            'api',
            'panicButton',
            'periodicStill',
            'tripEndStill',
            'tripStartStill',
            'videoRetrieval',
          ],
          urlInfo: texts('url!', 'urlExpiryTime!'),
        },
      },
    }),
  ],
  'GET /preview/custom-reports/configs': [
    200,
    page({ list: { ...texts('id!', 'reportName!'), 'columns!': { list: column } } }),
  ],
  'GET /preview/custom-reports/runs': [
    200,
    page({
      list: {
        ...texts('id!', 'customReportId!', 'startTime!', 'endTime!', 'createdAtTime!', 'updatedAtTime!'),
        'status!': ['completed', 'pending', 'failed', 'cancelled'],
        'percentComplete!': 'integer',
        attributeValueIds: { list: 'string' },
        tagIds: { list: 'string' },
      },
    }),
  ],
  'POST /preview/custom-reports/runs': [200, { 'data!': texts('id!', 'customReportId!', 'createdAtTime!') }],
  'GET /preview/custom-reports/runs/data': [
    200,
    page({ columns: { list: column }, 'rows!': { list: { list: 'any' } } }),
  ],
  'GET /preview/driver-efficiency/drivers': [200, efficiency('driverId')],
  'GET /preview/driver-efficiency/vehicles': [200, efficiency('vehicleId')],
  'GET /preview/form-templates': [
    200,
    page({
      list: {
        ...texts('id!', 'revisionId!', 'title!', 'description!', 'createdAtTime!', 'updatedAtTime!'),
        'createdBy!': person,
        'updatedBy!': person,
        approvalConfig: {
          'type!': ['singleApproval'],
          singleApprovalConfig: {
            'allowManualApproverSelection!': 'boolean',
            'requirements!': { 'roleIds!': { list: 'string' } },
          },
        },
        'sections!': {
          list: {
            'label!': 'string',
            ...counts('fieldIndexFirstInclusive!', 'fieldIndexLastInclusive!'),
          },
        },
        'fields!': {
          list: {
            ...texts('id!', 'label!', 'legalText'),
            'isRequired!': 'boolean',
            'type!': [
              'number',
              'text',
              'multiple_choice',
              'check_boxes',
              'media',
              'datetime',
              'signature',
              'asset',
              'person',
              'geofence',
              'instruction',
              'media_instruction',
            ],
            allowedAssetTypes: { list: ['Vehicle', 'Trailer', 'Equipment', 'UnpoweredAsset'] },
            allowedDateTimeValueType: ['datetime', 'date', 'time'],
            allowManualEntry: 'boolean',
            filterByCurrentDriverTags: 'boolean',
            includeDrivers: 'boolean',
            includeUsers: 'boolean',
            filterByRoleIds: { list: 'string' },
            numDecimalPlaces: 'integer',
            questionWeight: 'integer',
            options: {
              list: {
                ...texts('id!', 'label!'),
                optionScoreWeight: 'integer',
                ignoreQuestionFromScoreIfSelected: 'boolean',
              },
            },
          },
        },
      },
    }),
  ],
  'DELETE /preview/training-assignments': [204],
  'PATCH /preview/training-assignments': [200, { 'data!': { list: assignment } }],
  'GET /preview/training-courses': [
    200,
    page({
      list: {
        ...texts('id!', 'revisionId!', 'title!', 'description'),
        'status!': ['published', 'deleted', 'archived', 'unknown'],
        'category!': texts('id!', 'name!'),
        'estimatedTimeToCompleteMinutes!': 'integer',
        label: texts('name!', 'type!'),
      },
    }),
  ],
};

/** Where a reply is not what its fact says. */
export function misfits(fact: Fact, value: unknown, at: string): string[] {
  if (fact === 'any') return [];
  if (typeof fact === 'string') {
    const fits = fact === 'integer' ? Number.isInteger(value) : typeof value === fact;
    return fits ? [] : [`${at} is no ${fact}: ${JSON.stringify(value)}`];
  }
  if (isWords(fact)) return fact.includes(value as string) ? [] : [`${at} has the word ${value}`];
  if ('list' in fact) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, n) => misfits(fact.list as Fact, item, `${at}[${n}]`));
  }
  const object = value as Record<string, unknown>;
  const known = Object.keys(fact).map((name) => name.replace('!', ''));
  return [
    ...Object.keys(object)
      .filter((name) => !known.includes(name))
      .map((name) => `${at}.${name} is unknown`),
    ...Object.entries(fact).flatMap(([name, inner]) => {
      const field = name.replace('!', '');
      if (object[field] !== undefined) return misfits(inner, object[field], `${at}.${field}`);
      return name.endsWith('!') ? [`${at}.${field} is missing`] : [];
    }),
  ];
}

const isWords = (fact: Fact): fact is readonly string[] => Array.isArray(fact);
