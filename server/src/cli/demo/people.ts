import type { Random } from './random.ts';

const FIRST =
  'Aaliyah Ahmed Aiko Alejandro Amara Andre Anita Arjun Beatriz Bogdan Brian Carla Carmen Cedric Chloe Daniel Darius Diego Dmitri Elena Elias Emeka Emma Fatima Felix Gabriela George Grace Hana Hector Imani Ingrid Isaac Ivan Jasmine Javier Jin Joao Kamal Karen Kofi Laura Leila Liam Lucia Malik Marcus Maria Mei Miguel Mohammed Nadia Naomi Noah Olga Omar Oscar Paula Pedro Priya Quentin Rachel Rahul Rosa Samir Sara Sean Sofia Tariq Teresa Thomas Uma Victor Wei Xavier Yusuf Zoe'.split(
    ' ',
  );
const LAST =
  'Abara Adams Alvarez Anderson Baker Banerjee Becker Bennett Bianchi Brooks Campbell Castillo Chen Chavez Clarke Cohen Collins Costa Cruz Davis Diaz Dubois Edwards Eriksson Fernandez Fischer Flores Foster Garcia Gomez Gonzalez Gray Gupta Hall Hansen Hayes Hernandez Hill Hughes Hussain Ibrahim Ivanov Jackson James Jensen Johnson Kaur Kelly Khan Kim Kowalski Kumar Lee Lopez Martin Martinez Mbeki Mendoza Meyer Miller Mitchell Moore Morales Murphy Nakamura Nguyen Novak Okafor Oliveira Ortiz Osei Park Patel Perez Petrov Phillips Ramirez Reyes Rivera Roberts Rossi Sanchez Santos Schmidt Scott Sharma Silva Singh Smith Tanaka Taylor Torres Tran Turner Vargas Wagner Walker Wang White Williams Wilson Wright Yamamoto Young Zhang'.split(
    ' ',
  );
const STATES = ['CA', 'NV', 'OR', 'AZ'];

/** A name with the login name and the email that go with it, each once. */
export function names(random: Random): () => { name: string; username: string; email: string } {
  const taken = new Map<string, number>();
  return () => {
    const [first, last] = [random.pick(FIRST), random.pick(LAST)];
    const base = `${first}.${last}`.toLowerCase();
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    const username = count === 1 ? base : `${base}${count}`;
    return { name: `${first} ${last}`, username, email: `${username}@harborline.example` };
  };
}

const MODELS = [
  ['Freightliner', 'Cascadia'],
  ['Kenworth', 'T680'],
  ['Volvo', 'VNL 760'],
  ['Peterbilt', '579'],
  ['International', 'LT625'],
  ['Isuzu', 'NPR-HD'],
  ['Ford', 'Transit 350'],
] as const;
const VIN = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

/** A driver's own fields. */
export const driverFields = (random: Random, number: number) => ({
  phone: `+1 555 ${random.between(100, 999)} ${String(random.between(0, 9999)).padStart(4, '0')}`,
  licenseNumber: `D${String(random.between(1_000_000, 9_999_999))}${number}`,
  licenseState: random.pick(STATES),
  timezone: 'America/Los_Angeles',
  externalIds: { payroll: String(4000 + number) },
});

/** A vehicle's own fields. */
export function vehicleFields(random: Random, number: number) {
  const [make, model] = random.pick(MODELS);
  return {
    name: `${make === 'Ford' || make === 'Isuzu' ? 'Van' : 'Truck'} ${String(number).padStart(3, '0')}`,
    make,
    model,
    year: String(random.between(2015, 2026)),
    licensePlate: `${random.between(1, 9)}${[1, 2, 3].map(() => random.pick([...'ABCDEFGHKLMNPRSTXYZ'])).join('')}${random.between(100, 999)}`,
    vin: Array.from({ length: 17 }, () => random.pick([...VIN])).join(''),
  };
}
