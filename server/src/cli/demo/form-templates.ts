import { randomUUID } from 'node:crypto';
import type { CreateTemplate } from '../../features/forms/index.ts';

type Section = CreateTemplate['sections'][number];
type Field = Section['fields'][number];

const text = (label: string, isRequired = false): Field => ({ label, type: 'text', isRequired });
const number = (label: string, numDecimalPlaces = 0): Field => ({ label, type: 'number', numDecimalPlaces });
const when: Field = { label: 'When', type: 'datetime', isRequired: true };
const vehicle: Field = { label: 'Vehicle', type: 'asset', allowedAssetTypes: ['vehicle', 'trailer'] };
const driver: Field = { label: 'Driver', type: 'person', includeUsers: false };
const photos: Field = { label: 'Photos', type: 'media' };
const signature: Field = {
  label: 'Signature',
  type: 'signature',
  legalText: 'What I have written here is true to the best of my knowledge.',
};
const boxes = (label: string, ...options: string[]): Field => ({
  label,
  type: 'check_boxes',
  options: options.map((option) => ({ label: option })),
});
const choice = (label: string, ...options: string[]): Field => ({
  ...boxes(label, ...options),
  type: 'multiple_choice',
});

/** A check that passes, fails or does not apply: a failed one is scored 0, needs a note and opens an issue. */
function check(label: string, weight = 5): Field {
  const fail = randomUUID();
  return {
    label,
    type: 'multiple_choice',
    isRequired: true,
    options: [
      { label: 'Pass', optionScoreWeight: weight },
      { id: fail, label: 'Fail', optionScoreWeight: 0 },
      { label: 'Not applicable' },
    ],
    conditionalActions: [
      {
        condition: { selectedOptionIds: [fail] },
        actions: [{ type: 'requireNote' }, { type: 'createIssue' }],
      },
    ],
  };
}

const tires: Field = {
  label: 'Tires',
  type: 'table',
  columns: [
    { label: 'Position', type: 'text' },
    { label: 'Tread (mm)', type: 'number', numDecimalPlaces: 1 },
    { label: 'Verdict', type: 'multiple_choice', options: [{ label: 'Keep' }, { label: 'Replace' }] },
  ],
};

/** A follow-up question after `Yes`. */
function injuries(): Field[] {
  const [yes, follow] = [randomUUID(), randomUUID()];
  return [
    {
      label: 'Was anyone hurt?',
      type: 'multiple_choice',
      isRequired: true,
      options: [{ id: yes, label: 'Yes' }, { label: 'No' }],
      conditionalActions: [
        {
          condition: { selectedOptionIds: [yes] },
          actions: [{ type: 'askFollowupQuestion', fieldId: follow }],
        },
      ],
    },
    { ...text('Who, and how badly?', true), id: follow },
  ];
}

const section = (label: string, ...fields: Field[]): Section => ({ label, fields });
const approvalConfig: CreateTemplate['approvalConfig'] = { type: 'singleApproval' };

/** The form templates of the demo fleet. */
export const FORM_TEMPLATES: readonly CreateTemplate[] = [
  {
    title: 'Pre-trip inspection',
    description: 'Before every trip, by whoever drives.',
    formCategory: 'assetInspection',
    sections: [
      section('Vehicle', vehicle, number('Odometer (mi)'), { label: 'Trailer seal', type: 'barcode' }),
      section(
        'Walk-around',
        { label: 'Walk once around the vehicle before you start the engine.', type: 'instruction' },
        check('Brakes', 10),
        check('Lights'),
        check('Mirrors'),
        check('Coupling', 10),
        tires,
        photos,
      ),
      section('Done', signature),
    ],
  },
  {
    title: 'Post-trip inspection',
    description: 'When the vehicle is back in the yard.',
    formCategory: 'assetInspection',
    sections: [
      section(
        'Vehicle',
        vehicle,
        number('Odometer (mi)'),
        check('Cab clean'),
        check('Damage-free', 10),
        text('Remarks'),
        photos,
      ),
    ],
  },
  {
    title: 'Accident report',
    description: 'From the scene, as soon as everybody is safe.',
    formCategory: 'safety',
    approvalConfig,
    sections: [
      section(
        'What happened',
        when,
        { label: 'Where', type: 'geofence' },
        vehicle,
        driver,
        text('In your own words', true),
      ),
      section('People', ...injuries(), { label: 'Witness', type: 'person', allowManualEntry: true }),
      section(
        'Evidence',
        boxes('Damaged', 'Front', 'Rear', 'Left side', 'Right side', 'Cargo'),
        photos,
        signature,
      ),
    ],
  },
  {
    title: 'Near-miss report',
    description: 'What almost went wrong, so that it does not the next time.',
    formCategory: 'safety',
    approvalConfig,
    sections: [
      section(
        'Report',
        when,
        choice('Kind', 'Traffic', 'Yard', 'Loading', 'Fatigue'),
        text('What happened', true),
        text('What would have helped'),
      ),
    ],
  },
  {
    title: 'Toolbox talk',
    description: 'Ten minutes before the shift.',
    formCategory: 'safety',
    sections: [
      section(
        'Talk',
        { label: 'Day', type: 'datetime', allowedDateTimeValueType: 'date', timeZone: 'America/Los_Angeles' },
        choice('Topic', 'Following distance', 'Load securing', 'Winter driving', 'Backing up', 'Heat'),
        {
          label: 'Present',
          type: 'table',
          columns: [
            { label: 'Who', type: 'person' },
            { label: 'Question asked', type: 'text' },
          ],
        },
      ),
    ],
  },
  {
    title: 'Fuel receipt',
    formCategory: 'fuel',
    sections: [
      section(
        'Receipt',
        vehicle,
        when,
        number('Gallons', 3),
        number('Price (USD)', 2),
        { label: 'Receipt number', type: 'barcode' },
        photos,
      ),
    ],
  },
  {
    title: 'Proof of delivery',
    formCategory: 'routing',
    sections: [
      section(
        'Delivery',
        { label: 'Consignee', type: 'geofence' },
        { label: 'Arrived', type: 'datetime', allowedDateTimeValueType: 'time' },
        { label: 'Pallets', type: 'barcode' },
        boxes('Condition', 'Complete', 'Undamaged', 'Seal intact'),
        text('Remarks'),
        signature,
      ),
    ],
  },
  {
    title: 'Yard audit',
    description: 'Once a month, by a supervisor.',
    formCategory: 'general',
    approvalConfig,
    sections: [
      section(
        'Yard',
        check('Fire extinguishers', 10),
        check('Spill kit'),
        check('Marked walkways'),
        check('First aid', 10),
        text('To be done'),
        photos,
      ),
    ],
  },
];
