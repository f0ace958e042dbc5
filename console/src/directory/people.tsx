import { Subjects } from './subjects.tsx';

/** Drivers and users. */
export default function People() {
  return <Subjects of="people" />;
}
