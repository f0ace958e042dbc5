import { OneOf, Shape, type Static, Time, TimeInput, Type } from '../../../kernel/schema.ts';
import { AttributeOnEntity, AttributesInput } from '../attributes/on-entity.ts';
import { ExternalIds, ExternalIdsInput } from '../external-ids/schema.ts';
import { TagIds, TagReference } from '../tags/reference.ts';
import { RulesetOverride } from './ruleset.ts';

const text = (description: string, maxLength = 1024) =>
  Type.Optional(Type.String({ description, maxLength }));
const flag = (description: string) => Type.Optional(Type.Boolean({ description }));

/** What is kept as it came and given back; nothing here decides anything. */
export const driverDetails = {
  carrierSettings: Type.Optional(
    Shape('DriverCarrier', {
      carrierName: text("Name of the driver's carrier.", 255),
      dotNumber: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: Number.MAX_SAFE_INTEGER,
          description: 'US DOT number of the carrier.',
        }),
      ),
      homeTerminalAddress: text('Address of the home terminal.', 255),
      homeTerminalName: text('Name of the home terminal.', 255),
      mainOfficeAddress: text('Address of the main office.', 255),
    }),
  ),
  currentIdCardCode: text('Code printed on the ID card that the driver holds.'),
  eldAdverseWeatherExemptionEnabled: flag('May claim the adverse weather exemption in driving logs.'),
  eldBigDayExemptionEnabled: flag('May claim the big day exemption in driving logs.'),
  eldDayStartHour: Type.Optional(
    Type.Integer({ description: 'Hour at which a logging day begins: 0 or 12.', enum: [0, 12] }),
  ),
  eldExempt: flag('Needs no electronic driving log.'),
  eldExemptReason: text('Why no electronic driving log is needed.'),
  eldPcEnabled: flag('May log personal conveyance.'),
  eldYmEnabled: flag('May log yard moves.'),
  hasDrivingFeaturesHidden: flag('Driving features are hidden in the app.'),
  hasVehicleUnpinningEnabled: flag('May leave a pinned vehicle.'),
  hosSetting: Type.Optional(
    Shape('DriverHosSetting', {
      heavyHaulExemptionToggleEnabled: flag('May claim the heavy haul exemption.'),
    }),
  ),
  locale: Type.Optional(
    OneOf(['us', 'at', 'be', 'ca', 'gb', 'fr', 'de', 'ie', 'it', 'lu', 'mx', 'nl', 'es', 'ch', 'pr'], {
      description: "Country whose conventions the driver's app follows.",
    }),
  ),
  notes: text('Free notes.', 4096),
  phone: text('Phone number.', 255),
  profileImageUrl: text('Where a picture of the driver is.'),
  tachographCardNumber: text('Number of the tachograph card.'),
  timezone: text("IANA time zone of the driver's home terminal."),
  usDriverRulesetOverride: Type.Optional(RulesetOverride),
  waitingTimeDutyStatusEnabled: flag('May log waiting time.'),
};

const Status = OneOf(['active', 'deactivated'], {
  description: 'Whether the driver works now. A deactivated driver keeps all records.',
});

export const Driver = Shape('Driver', {
  id: Type.String({ description: 'Id of the driver.' }),
  name: Type.String({ description: 'Full name.' }),
  username: Type.Optional(Type.String({ description: 'Name the driver signs in with.' })),
  driverActivationStatus: Status,
  isDeactivated: Type.Boolean({ description: 'The same as a boolean, for older clients.' }),
  licenseNumber: text('Number of the driving license.'),
  licenseState: text('State or province that issued the license.'),
  ...driverDetails,
  attributes: Type.Optional(Type.Array(AttributeOnEntity, { description: 'Attribute values.' })),
  externalIds: Type.Optional(ExternalIds),
  peerGroupTag: Type.Optional(TagReference),
  trailerGroupTag: Type.Optional(TagReference),
  vehicleGroupTag: Type.Optional(TagReference),
  staticAssignedVehicle: Type.Optional(
    Shape('AssignedVehicle', {
      id: Type.String({ description: 'Id of the vehicle.' }),
      name: Type.String({ description: 'Name of the vehicle.' }),
    }),
  ),
  tags: Type.Optional(Type.Array(TagReference, { description: 'Tags the driver is in.' })),
  createdAtTime: Time('When the driver was added.'),
  updatedAtTime: Time('When the driver was last changed.'),
});
export type Driver = Static<typeof Driver>;

const id = (description: string) => Type.Optional(Type.String({ description, maxLength: 40 }));

const writable = {
  ...driverDetails,
  // A JSON null takes the override off.
  usDriverRulesetOverride: Type.Optional(Type.Union([RulesetOverride, Type.Null()])),
  licenseNumber: text('Number of the driving license; with licenseState it is unique.'),
  licenseState: text('State or province that issued the license.'),
  attributes: Type.Optional(AttributesInput),
  externalIds: Type.Optional(ExternalIdsInput),
  peerGroupTagId: id('Tag of the peer group; empty for none.'),
  trailerGroupTagId: id('Tag whose trailers the driver sees; empty for none.'),
  vehicleGroupTagId: id('Tag whose vehicles the driver sees; empty for none.'),
  staticAssignedVehicleId: id('Vehicle that is always this driver’s; empty or 0 for none.'),
  profileImageBase64: Type.Optional(
    Type.String({ description: 'Accepted and not kept: pictures are only kept by URL.' }),
  ),
  tagIds: Type.Optional(TagIds),
};

const name = Type.String({ minLength: 1, maxLength: 255, description: 'Full name.' });
const username = Type.String({
  minLength: 1,
  maxLength: 189,
  description: 'Name to sign in with: no spaces, no @, unique.',
});
const password = Type.String({
  maxLength: 1024,
  description: 'Password to sign in with. Kept as a salted hash and never shown.',
});

export const CreateDriver = Shape('CreateDriver', { name, username, password, ...writable });
export type CreateDriver = Static<typeof CreateDriver>;

export const UpdateDriver = Shape('UpdateDriver', {
  name: Type.Optional(name),
  username: Type.Optional(username),
  password: Type.Optional(password),
  driverActivationStatus: Type.Optional(Status),
  deactivatedAtTime: Type.Optional(
    TimeInput('Since when the driver is deactivated, at most six months ago; only with deactivated.'),
  ),
  ...writable,
});
export type UpdateDriver = Static<typeof UpdateDriver>;
