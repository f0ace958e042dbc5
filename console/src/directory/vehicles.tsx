import { Subjects } from './subjects.tsx';

/** Vehicles. */
export default function Vehicles() {
  return <Subjects of="vehicles" />;
}
