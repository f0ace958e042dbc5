import type { CreateType } from '../../features/qualifications/index.ts';
import type { Work } from './work.ts';

type Field = CreateType['fields'][number];

const text = (label: string, isRequired = false): Field => ({ label, type: 'text', isRequired });
const choice = (label: string, options: string, isRequired = false): Field => ({
  label,
  type: 'multiple_choice',
  isRequired,
  options: options.split('|').map((option) => ({ label: option })),
});
const boxes = (label: string, options: string): Field => ({
  ...choice(label, options),
  type: 'check_boxes',
});
const number = (label: string, numDecimalPlaces = 0): Field => ({ label, type: 'number', numDecimalPlaces });
const day = (label: string): Field => ({
  label,
  type: 'datetime',
  allowedDateTimeValueType: 'date',
  timeZone: 'America/Los_Angeles',
});
const scan: Field = { label: 'Scan', type: 'media' };

/** A qualification type of the demo fleet. */
export interface DemoType extends CreateType {
  /** The part of drivers or vehicles that have it; of those who do the work, where it is for some work. */
  share: number;
  work?: Work;
  months: number;
}

const type = (
  entityType: 'worker' | 'asset',
  name: string,
  share: number,
  months: number,
  fields: Field[],
  work?: Work,
): DemoType => ({
  name,
  entityType,
  share,
  months,
  fields,
  ...(work ? { work } : {}),
  expiration: { required: true, monthsAfterIssue: months },
});

/** The endorsement that drivers of tankers have. */
export const TANK_VEHICLE = 'N Tank vehicle';

/** What a freight carrier keeps on file. */
export const QUALIFICATION_TYPES: readonly DemoType[] = [
  type('worker', 'Driver License', 1, 60, [
    text('License Number', true),
    choice('State', 'CA|NV|OR|AZ', true),
    choice('Class', 'A|B|C', true),
    boxes(
      'Endorsements',
      `H Hazardous materials|${TANK_VEHICLE}|P Passenger|T Double and triple trailers|X Tank and hazmat`,
    ),
    text('Restrictions'),
    scan,
  ]),
  type('worker', 'Medical Card', 1, 24, [
    text('Examiner', true),
    text('National Registry Number'),
    choice(
      'Determination',
      'Meets standards|Meets standards, periodic monitoring|Temporarily disqualified',
      true,
    ),
    boxes('Restrictions', 'Corrective lenses|Hearing aid|Waiver or exemption'),
    scan,
  ]),
  type(
    'worker',
    'Forklift Operator',
    0.9,
    36,
    [
      text('Trainer', true),
      boxes('Truck Types', 'Counterbalance|Reach truck|Order picker|Pallet jack'),
      day('Evaluated On'),
      { label: 'Trainer Signature', type: 'signature' },
    ],
    'Forklift',
  ),
  type(
    'worker',
    'Hazmat Training',
    0.9,
    36,
    [
      text('Instructor', true),
      boxes('Parts', 'General awareness|Function specific|Safety|Security awareness|In-depth security'),
      number('Score', 1),
      scan,
    ],
    'Hazmat',
  ),
  type('worker', 'First Aid and CPR', 0.4, 24, [
    choice('Provider', 'Red Cross|American Heart Association|National Safety Council', true),
    text('Certificate Number'),
    scan,
  ]),
  type('worker', 'Port Access Card', 0.25, 60, [text('Card Number', true), scan]),
  type('asset', 'Annual Vehicle Inspection', 1, 12, [
    text('Inspector', true),
    number('Odometer in Miles'),
    choice('Result', 'Passed|Passed after repair', true),
    {
      label: 'Repairs',
      type: 'table',
      columns: [
        { label: 'Component', type: 'text' },
        { label: 'Cost in USD', type: 'number', numDecimalPlaces: 2 },
        { label: 'Done On', type: 'datetime', allowedDateTimeValueType: 'date' },
      ],
    },
    { label: 'Report', type: 'media' },
  ]),
  type('asset', 'Liability Insurance', 1, 12, [
    text('Insurer', true),
    text('Policy Number', true),
    number('Coverage in USD'),
    { label: 'Certificate', type: 'media' },
  ]),
  type('asset', 'Registration', 1, 12, [text('Plate', true), choice('State', 'CA|NV|OR', true), scan]),
];
