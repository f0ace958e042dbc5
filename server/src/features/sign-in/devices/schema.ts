import {
  After,
  Body,
  OneOf,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { personId, personType } from '../schema.ts';

export const DEVICE_ENDS = ['revoked', 'wrongPins', 'replaced'] as const;
export type DeviceEnd = (typeof DEVICE_ENDS)[number];

const facts = {
  id: UuidId('Id of the device; it opens nothing.'),
  personId,
  personType,
  deviceName: Type.String({ description: 'What it was called when the PIN was chosen.' }),
  madeAtTime: Time('When the PIN was chosen.'),
};

export const SignInDevice = Shape('SignInDevice', facts);
export type SignInDevice = Static<typeof SignInDevice>;
export const SignInDeviceDocument = Shape('SignInDeviceDocument', {
  ...facts,
  endedAtTime: Type.Optional(Time('Since when it takes no PIN.')),
  endReason: Type.Optional(OneOf(DEVICE_ENDS, { description: 'Why it takes none.' })),
});
export type SignInDeviceDocument = Static<typeof SignInDeviceDocument>;

export const DevicesPage = Page(SignInDevice, 'Devices that take a PIN, newest first.');
export const DevicesQuery = Type.Object({ after: After, limit: PageLimit });
export const DeviceId = Type.Object({ id: UuidId('Device to end.') });

export const Pin = Type.String({ minLength: 6, maxLength: 6, description: 'PIN of six digits.' });
export const UsePin = Body('SignInByPin', { pin: Pin });
