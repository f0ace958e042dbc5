import { Body, OneOf, Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import { AttributeOnEntity, AttributesInput } from '../attributes/on-entity.ts';
import { ExternalIds, ExternalIdsInput } from '../external-ids/schema.ts';
import { TagIds, TagReference } from '../tags/reference.ts';

const text = (description: string, maxLength = 255) => Type.Optional(Type.String({ description, maxLength }));
const whole = (description: string, maximum = Number.MAX_SAFE_INTEGER) =>
  Type.Optional(Type.Integer({ description, minimum: 0, maximum }));

const auxInput = () =>
  Type.Optional(
    OneOf(
      [
        'none',
        'emergencyLights',
        'emergencyAlarm',
        'stopPaddle',
        'powerTakeOff',
        'plow',
        'sweeper',
        'salter',
        'reefer',
        'door',
        'boom',
        'auxiliaryEngine',
        'generator',
        'eightWayLights',
        'panicButton',
        'privacyButton',
        'frontAxleDrive',
        'weightSensor',
        'other',
        'secondaryFuelSource',
        'ecuPowerTakeOff',
      ],
      { title: 'AuxInputType', description: 'What is wired to this auxiliary input.' },
    ),
  );

/** What is kept as it came and given back; nothing here decides anything. */
export const vehicleDetails = {
  auxInputType1: auxInput(),
  auxInputType2: auxInput(),
  auxInputType3: auxInput(),
  auxInputType4: auxInput(),
  auxInputType5: auxInput(),
  auxInputType6: auxInput(),
  auxInputType7: auxInput(),
  auxInputType8: auxInput(),
  auxInputType9: auxInput(),
  auxInputType10: auxInput(),
  auxInputType11: auxInput(),
  auxInputType12: auxInput(),
  auxInputType13: auxInput(),
  engineHours: whole('Engine hours entered by hand; 0 takes them off.'),
  grossVehicleWeight: Type.Optional(
    Shape('GrossVehicleWeight', {
      unit: Type.Optional(OneOf(['lb', 'kg'], { description: 'Unit of the weight.' })),
      weight: whole('Gross weight, in that unit.', 1_000_000_000),
    }),
  ),
  harshAccelerationSettingType: Type.Optional(
    OneOf(['passengerCar', 'lightTruck', 'heavyDuty', 'off', 'automatic'], {
      description: 'How sensitive the detection of harsh acceleration is.',
    }),
  ),
  licensePlate: text('License plate.', 12),
  notes: text('Free notes.'),
  odometerMeters: whole('Odometer entered by hand, in meters; 0 takes it off.'),
  vehicleRegulationMode: Type.Optional(
    OneOf(['regulated', 'unregulated', 'mixed'], { description: 'Whether commercial rules apply to it.' }),
  ),
  vehicleType: Type.Optional(
    OneOf(['unset', 'passenger', 'truck', 'bus'], { description: 'Kind of vehicle.' }),
  ),
};

/** What the vehicle or its gateway tells of itself: kept when the vehicle is added. */
export const vehicleFacts = {
  cameraSerial: text('Serial number of its camera.'),
  esn: text('Serial number of its engine.'),
  make: text('Manufacturer.'),
  model: text('Model.'),
  year: text('Model year.', 40),
};

export const Vehicle = Shape('Vehicle', {
  id: Type.String({ description: 'Id of the vehicle.' }),
  name: Type.String({ description: 'Name of the vehicle.' }),
  vin: text('Vehicle identification number.'),
  serial: text('Serial number of its gateway.'),
  gateway: Type.Optional(
    Shape('Gateway', {
      model: Type.String({ description: 'Model of the gateway.' }),
      serial: Type.String({ description: 'Serial number of the gateway.' }),
    }),
  ),
  ...vehicleFacts,
  ...vehicleDetails,
  vehicleWeight: whole('Gross weight, in the unit of grossVehicleWeight.'),
  vehicleWeightInKilograms: whole('Gross weight in kilograms, rounded.'),
  vehicleWeightInPounds: whole('Gross weight in pounds, rounded.'),
  attributes: Type.Optional(Type.Array(AttributeOnEntity, { description: 'Attribute values.' })),
  externalIds: Type.Optional(ExternalIds),
  staticAssignedDriver: Type.Optional(
    Shape('AssignedDriver', {
      id: Type.String({ description: 'Id of the driver.' }),
      name: Type.String({ description: 'Name of the driver.' }),
    }),
  ),
  tags: Type.Optional(Type.Array(TagReference, { description: 'Tags the vehicle is in.' })),
  createdAtTime: Time('When the vehicle was added.'),
  updatedAtTime: Time('When the vehicle was last changed.'),
});
export type Vehicle = Static<typeof Vehicle>;

const name = Type.String({ minLength: 1, maxLength: 255, description: 'Name of the vehicle.' });
const writable = {
  ...vehicleDetails,
  attributes: Type.Optional(AttributesInput),
  externalIds: Type.Optional(ExternalIdsInput),
  gatewaySerial: text('Serial number of the gateway; empty for none.'),
  staticAssignedDriverId: Type.Optional(
    Type.String({
      maxLength: 40,
      description: 'The driver whose vehicle this always is; empty or 0 for none.',
    }),
  ),
  tagIds: Type.Optional(TagIds),
  vin: Type.Optional(
    Type.String({ minLength: 11, maxLength: 17, description: 'Vehicle identification number.' }),
  ),
};

export const UpdateVehicle = Shape('UpdateVehicle', { name: Type.Optional(name), ...writable });

export const CreateVehicle = Body('CreateVehicle', {
  name,
  ...writable,
  ...vehicleFacts,
  gatewayModel: text('Model of the gateway.'),
});

export type VehicleFields = Partial<Static<typeof CreateVehicle>>;
