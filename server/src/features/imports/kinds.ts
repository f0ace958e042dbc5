import type { Writer } from '../../kernel/auth.ts';
import type { Target } from '../../kernel/ledger/write.ts';
import { folded } from '../../kernel/text.ts';
import { type Imported, importDrivers, importUsers, importVehicles } from '../directory/index.ts';
import { HOUR_METRICS } from '../driver-efficiency/index.ts';
import { importCourses } from '../training/index.ts';
import { type Column, labels, roles, tags, whole, word } from './columns.ts';

/** The fields of one row. What they may hold, the features check. */
export type Fields = Record<string, unknown>;

interface Feature {
  /** A method, so that a feature may say what its rows are: it checks them itself. */
  importRows(target: Target, writer: Writer, rows: Fields[]): Promise<Imported[]>;
}
/** Writes rows, all or none. */
export type ImportRows = Feature['importRows'];

/** What is in a file. */
export interface Kind {
  name: 'people' | 'vehicles' | 'courses' | 'hours';
  columns: readonly Column[];
  /** Columns of an exported report that nobody can set. */
  passedOver: readonly string[];
  /** May have columns such as `external:payroll`. */
  external: boolean;
  /** Rows in one write. */
  batch: number;
  /** What a row is, by its cells: `driver` or `user` in a file of people. */
  rowKind(fields: Fields): string;
  /** How each of these is written. */
  write: Record<string, ImportRows>;
  /** Columns that no two rows may share, and the texts to compare. */
  unique(fields: Fields): [column: string, text: string][];
}

const given = (...pairs: [column: string, value: unknown][]): [string, string][] =>
  pairs.flatMap(([column, value]): [string, string][] => (value ? [[column, String(value)]] : []));

const lower = (value: unknown): string | undefined =>
  value === undefined ? undefined : folded(String(value));

const driver = (name: string, field: string, more: Partial<Column> = {}): Column => ({
  name,
  field,
  only: 'driver',
  ...more,
});

/** Tags stand in a report by their names alone, which need not tell them apart. */
const NOT_SET = ['Tags', 'Added at', 'Last change at'];

const people: Kind = {
  name: 'people',
  columns: [
    { name: 'type', field: 'type', exported: 'Person: type', read: word },
    { name: 'id', field: 'id', exported: 'Person: ID', code: true },
    { name: 'name', field: 'name', exported: 'Person: name' },
    driver('username', 'username', { code: true }),
    { name: 'email', field: 'email' },
    driver('phone', 'phone', { code: true }),
    driver('license_number', 'licenseNumber', { code: true, exported: 'License: number' }),
    driver('license_state', 'licenseState', { exported: 'License: state' }),
    { name: 'status', field: 'driverActivationStatus', read: word },
    driver('timezone', 'timezone'),
    driver('locale', 'locale', { read: word }),
    driver('tags', 'tagIds', { read: tags }),
    driver('notes', 'notes'),
    driver('tachograph_card_number', 'tachographCardNumber', { code: true }),
    driver('current_id_card_code', 'currentIdCardCode', { code: true }),
    { name: 'roles', field: 'roles', only: 'user', read: roles },
    { name: 'auth_type', field: 'authType', only: 'user', read: word },
    { name: 'expire_at', field: 'expireAt', only: 'user' },
  ],
  passedOver: NOT_SET,
  external: true,
  batch: 500,
  rowKind: ({ type }) => (type === undefined ? 'driver' : String(type)),
  write: { driver: importDrivers, user: importUsers },
  unique: ({ type, id, username, email, licenseNumber, licenseState }) =>
    given(
      ['id', id],
      ['username', lower(username)],
      ['email', type === 'user' ? lower(email) : undefined],
      [
        'license_number',
        licenseNumber && licenseState ? lower(`${licenseNumber} ${licenseState}`) : undefined,
      ],
    ),
};

const vehicles: Kind = {
  name: 'vehicles',
  columns: [
    { name: 'id', field: 'id', exported: 'Vehicle: ID', code: true },
    { name: 'name', field: 'name', exported: 'Vehicle: name' },
    { name: 'vin', field: 'vin', code: true },
    { name: 'license_plate', field: 'licensePlate', code: true },
    { name: 'make', field: 'make' },
    { name: 'model', field: 'model' },
    { name: 'year', field: 'year' },
    { name: 'notes', field: 'notes' },
    { name: 'tags', field: 'tagIds', read: tags },
    { name: 'vehicle_type', field: 'vehicleType', read: word },
    { name: 'vehicle_regulation_mode', field: 'vehicleRegulationMode', read: word },
    { name: 'engine_hours', field: 'engineHours', read: whole },
    { name: 'odometer_meters', field: 'odometerMeters', read: whole },
    { name: 'gateway_serial', field: 'gatewaySerial', exported: 'Serial', code: true },
    { name: 'gateway_model', field: 'gatewayModel' },
    { name: 'camera_serial', field: 'cameraSerial', code: true },
    { name: 'esn', field: 'esn', code: true },
  ],
  passedOver: ['Static driver: ID', 'Static driver: name', ...NOT_SET],
  external: true,
  batch: 500,
  rowKind: () => 'vehicle',
  write: { vehicle: importVehicles },
  unique: ({ id, vin, gatewaySerial }) => given(['id', id], ['vin', vin], ['gateway_serial', gatewaySerial]),
};

const courses: Kind = {
  name: 'courses',
  columns: [
    { name: 'id', field: 'id', exported: 'Course: ID', code: true },
    { name: 'title', field: 'title', exported: 'Course: title' },
    { name: 'category', field: 'category', exported: 'Course: category' },
    { name: 'description', field: 'description', exported: 'Course: description' },
    { name: 'minutes', field: 'estimatedTimeToCompleteMinutes', exported: 'Estimated time', read: whole },
    { name: 'labels', field: 'labels', read: labels },
    { name: 'status', field: 'status', read: word },
  ],
  passedOver: ['Made at', 'Last change at', 'Revisions'],
  external: false,
  // Courses are written one by one inside their write, which holds the organization's lock.
  batch: 100,
  rowKind: () => 'course',
  write: { course: importCourses },
  unique: ({ id, title, category }) =>
    id ? given(['id', lower(id)]) : given(['title', title && category ? lower(`${title}\0${category}`) : '']),
};

/** Telemetry: too many rows for what the others go through, so `importHours` reads and writes them. */
const hours: Kind = {
  name: 'hours',
  columns: ['driverId', 'vehicleId', 'hour', ...HOUR_METRICS.map(({ field }) => field)].map((field) => ({
    name: field,
    field,
  })),
  passedOver: [],
  external: false,
  batch: 0,
  rowKind: () => 'hour',
  write: {},
  unique: () => [],
};

export const KINDS: readonly Kind[] = [people, vehicles, courses, hours];
