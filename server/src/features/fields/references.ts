import { objectIn, type ReadValue, textIn, wrong } from './given.ts';
import type { FieldDefinition } from './types.ts';

const LONGEST_NAME = 255;

/** `{polymorphicUserId}` of someone in the directory or, where the field allows it, the `{name}` of anyone. */
export const readPerson: ReadValue = (what, question, given) => {
  const { polymorphicUserId, name } = objectIn(what, 'personValue.person', given.person);
  if (name !== undefined && polymorphicUserId === undefined) {
    if (!question.allowManualEntry)
      throw wrong(
        what,
        'a person cannot be entered by name here; send personValue.person.polymorphicUserId.',
      );
    return {
      personValue: { person: { entryType: 'untracked', name: nameIn(what, 'personValue.person', name) } },
    };
  }
  if (name !== undefined) throw wrong(what, 'send polymorphicUserId or name, not both.');
  const text = textIn(what, 'personValue.person.polymorphicUserId', polymorphicUserId, 600);
  return {
    personValue: { person: { entryType: 'tracked', polymorphicUserId: { what, text, question } } },
  };
};

/** `{id}` of a vehicle, or `{name}` of anything that the directory does not have. */
export const readAsset: ReadValue = (what, question, given) => {
  const { id, name } = objectIn(what, 'assetValue.asset', given.asset);
  if (name !== undefined) {
    if (id !== undefined) throw wrong(what, 'send id or name, not both.');
    return {
      assetValue: { asset: { entryType: 'untracked', name: nameIn(what, 'assetValue.asset', name) } },
    };
  }
  const text = textIn(what, 'assetValue.asset.id', id, 600);
  const { allowedAssetTypes } = question as FieldDefinition;
  if (allowedAssetTypes && !allowedAssetTypes.includes('vehicle'))
    throw wrong(
      what,
      `it takes ${allowedAssetTypes.join(' or ')}; the directory has vehicles only, so send assetValue.asset.name.`,
    );
  return { assetValue: { asset: { entryType: 'tracked', id: { what, text } } } };
};

/** `{id}` of a geofence, kept as it is sent because the directory has none, or `{name}`. */
export const readGeofence: ReadValue = (what, _question, given) => {
  const { id, name } = objectIn(what, 'geofenceValue.geofence', given.geofence);
  if (name !== undefined && id !== undefined) throw wrong(what, 'send id or name, not both.');
  if (name !== undefined)
    return {
      geofenceValue: {
        geofence: { entryType: 'untracked', name: nameIn(what, 'geofenceValue.geofence', name) },
      },
    };
  const text = textIn(what, 'geofenceValue.geofence.id', id, LONGEST_NAME);
  if (text === '') throw wrong(what, 'geofenceValue.geofence.id is empty.');
  return { geofenceValue: { geofence: { entryType: 'tracked', id: text } } };
};

function nameIn(what: string, place: string, value: unknown): string {
  const name = textIn(what, `${place}.name`, value, LONGEST_NAME);
  if (name.trim() === '') throw wrong(what, `${place}.name is empty.`);
  return name;
}
