/** A course of the demo fleet. */
export interface DemoCourse {
  title: string;
  category: string;
  minutes: number;
  description: string;
  label?: string;
  /** What it ends as; published unless said. */
  status?: 'draft' | 'archived' | 'deleted';
}

const course = (
  category: string,
  title: string,
  minutes: number,
  description: string,
  more: Partial<DemoCourse> = {},
): DemoCourse => ({
  title,
  category,
  minutes,
  description,
  ...more,
});

/** 25 courses in 6 categories, as a freight fleet has them; one more comes with the requirements. */
export const COURSES: DemoCourse[] = [
  course(
    'Driving Safety',
    'Defensive Driving Essentials',
    45,
    'Seeing far, keeping space, leaving a way out.',
    { label: 'defensiveDriving' },
  ),
  course(
    'Driving Safety',
    'Speed and Space Management',
    30,
    'Choosing a speed for the road, the load and the weather.',
    { label: 'speeding' },
  ),
  course('Driving Safety', 'Following Distance', 20, 'Counting seconds, and what takes them away.', {
    label: 'tailgating',
  }),
  course('Driving Safety', 'Distracted Driving', 25, 'Phones, screens and other thieves of attention.', {
    label: 'distractedDriving',
  }),
  course('Driving Safety', 'Fatigue and Drowsiness', 35, 'Knowing the signs and planning the rest.', {
    label: 'drowsy',
  }),
  course('Driving Safety', 'Winter and Mountain Driving', 40, 'Chains, grades, black ice and patience.'),
  course('Driving Safety', 'Backing and Docking', 25, 'Get out and look, then move.'),
  course('Compliance', 'Hours of Service', 50, 'Duty limits, breaks and honest logs.'),
  course(
    'Compliance',
    'Electronic Logging Device Basics',
    30,
    'Signing in, changing duty status, roadside inspection.',
  ),
  course('Compliance', 'Drug and Alcohol Policy', 30, 'What is tested, when, and what follows.'),
  course('Compliance', 'Vehicle Inspection Reports', 35, 'Pre-trip and post-trip, defect by defect.'),
  course('Compliance', 'Paper Logs and When to Use Them', 20, 'For the day the device fails.', {
    status: 'archived',
  }),
  course('Dangerous Goods', 'Hazardous Materials Awareness', 60, 'Classes, placards and papers.'),
  course('Dangerous Goods', 'Loading and Segregation', 45, 'What may ride together, and what may not.'),
  course('Dangerous Goods', 'Spill Response', 30, 'Protect people, call, contain.'),
  course('Equipment', 'Forklift Operator Refresher', 90, 'Stability, pedestrians and the daily check.'),
  course('Equipment', 'Liftgate and Pallet Jack', 25, 'Moving freight without moving your back.'),
  course('Equipment', 'Cargo Securement', 40, 'Straps, chains, edge protectors and working load limits.'),
  course('Equipment', 'Refrigerated Trailers', 30, 'Set points, pre-cooling and the temperature record.'),
  course('Health and Safety', 'First Aid at the Roadside', 60, 'The first five minutes.'),
  course('Health and Safety', 'Manual Handling', 25, 'Lift, carry and set down.'),
  course('Health and Safety', 'Personal Protective Equipment', 20, 'What to wear, and when it is worn out.'),
  course('Health and Safety', 'Heat Stress', 15, 'Water, shade and watching each other.', {
    status: 'draft',
  }),
  course('Company', 'New Driver Orientation', 120, 'Who we are, how we work, where to ask.'),
  course('Company', 'Harassment-Free Workplace', 30, 'What is not accepted and how to speak up.', {
    status: 'deleted',
  }),
];
