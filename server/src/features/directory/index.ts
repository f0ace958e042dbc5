import type { Feature } from '../../kernel/feature.ts';
import { parseActor } from '../../kernel/ids.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { weekly10 } from '../../surfaces/weekly10.ts';
import { attributeRoutes } from './attributes/routes.ts';
import { directoryDatasets } from './datasets.ts';
import { driverRoutes } from './drivers/routes.ts';
import { withoutUnseen } from './entities/visible.ts';
import { organizationSettingsRoutes } from './organization/routes.native.ts';
import { organizationRoutes } from './organization/routes.ts';
import { directoryResources } from './resources.ts';
import { tagRoutes } from './tags/routes.ts';
import { roleRoutes } from './users/roles.ts';
import { userRoutes } from './users/routes.ts';
import { vehicleNativeRoutes } from './vehicles/routes.native.ts';
import { vehicleRoutes } from './vehicles/routes.ts';
import { peopleRoutes } from './weekly10/routes.ts';

export { BatchError, firstProblem } from '../../kernel/http/problems.ts';
export { hasAttributeValues } from './attributes/filter.ts';
export { saveAttribute } from './attributes/save.ts';
export { entityIdsAfter } from './entities/all.ts';
export { allEntityIds, findEntityIds } from './entities/find-ids.ts';
export { subjectHead } from './entities/head.ts';
export { type ListedFilter, listedSubjects, tagsOfSubjects } from './entities/listed.ts';
export { findSubjects, type SubjectEntity, subjectNames } from './entities/subjects.ts';
export { withoutUnseen } from './entities/visible.ts';
export { checkExternalIds } from './external-ids/checks.ts';
export { externalIdsOf, idsByExternalId } from './external-ids/find.ts';
export { mergeExternalIds, releaseExternalIds } from './external-ids/merge.ts';
export { ExternalIds, ExternalIdsInput } from './external-ids/schema.ts';
export { type DriverImport, importDrivers } from './import/drivers.ts';
export type { Imported } from './import/rows.ts';
export { refreshStatistics } from './import/statistics.ts';
export { importTags, tagsAtPaths } from './import/tags.ts';
export { importUsers, type UserImport } from './import/users.ts';
export { importVehicles, type VehicleImport } from './import/vehicles.ts';
export {
  applySettings as applyOrganizationSettings,
  changeSettings as changeOrganizationSettings,
  organizationName,
  readSettings as organizationSettings,
  requireZone,
} from './organization/settings.ts';
export { type Contact, contactsOf, holdersOnTags } from './people/contacts.ts';
export type { PersonDocument } from './people/document.ts';
export { findPeople, lookUpPeople, type Person } from './people/find.ts';
export {
  findLogins,
  type Login,
  readLogin,
  readLogins,
  replaceHash,
  setPassword,
} from './people/logins.ts';
export { namesOf } from './people/names.ts';
export { hashPassword, isOldHash, verifyPassword } from './people/password.ts';
export { addServiceAccount, addSystemUser } from './people/service-account.ts';
export {
  attribute,
  driver,
  expandedAttribute,
  organization,
  tag,
  user,
  userRole,
  vehicle,
  weekly10Person,
} from './resources.ts';
export type { TagDocument } from './tags/document.ts';
export { findTags, unknownTags } from './tags/find.ts';
export { requireKnown } from './tags/required.ts';
export { inTags, tagMembers, visibleTag, visibleTo } from './tags/scope.ts';
export { addUser, checkUser } from './users/add.ts';
export { rolesOfUsers, unknownRoles } from './users/held-roles.ts';
export { addDefaultRoles, findRoles } from './users/roles.ts';
export { findVehicles, lookUpVehicles } from './vehicles/find.ts';
export { findPeopleNamed, findPersonByApiId, notServiceAccount, personApiId } from './weekly10/api-ids.ts';

export const feature: Feature = {
  name: 'directory',
  routes: [
    samsara(userRoutes),
    samsara(roleRoutes),
    samsara(attributeRoutes),
    samsara(organizationRoutes),
    samsara(driverRoutes),
    samsara(tagRoutes),
    samsara(vehicleRoutes),
    native(vehicleNativeRoutes),
    native(organizationSettingsRoutes),
    weekly10(peopleRoutes),
  ],
  hideUnseen: (database, caller, text) => withoutUnseen(database, caller, text, parseActor(caller.actor).id),
  datasets: directoryDatasets,
  resources: directoryResources,
};
