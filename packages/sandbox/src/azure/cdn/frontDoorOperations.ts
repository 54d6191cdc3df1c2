import { armId, FrontDoorProfile } from '../../azureWorld';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import {
  beginDelete,
  beginWrite,
  pathOf,
  placeOf,
  readNewResource,
  readOperations,
  ResourceKind,
  resourceOf,
} from '../server/resourceOperations';
import { presentProfile } from './presentFrontDoor';

const kind: ResourceKind<FrontDoorProfile> = {
  type: 'Microsoft.Cdn/profiles',
  place: 'profileName',
  collection: azure => azure.frontDoors.profiles,
  get: (azure, id) => azure.frontDoors.getProfile(id),
  present: () => presentProfile,
};

const SKUS = ['Premium_AzureFrontDoor', 'Standard_AzureFrontDoor'] as const;

function put(call: ArmCall): ArmAnswer {
  const { frontDoors, operations } = call.azure;
  const { body, resource } = readNewResource(call, kind.place);
  const id = armId(kind.type, resource);
  const isNew = frontDoors.profiles.get(id) === undefined;
  operations.requireFree(id);
  const sku =
    body.object('sku').optionalWord('name', SKUS) ?? 'Standard_AzureFrontDoor';
  const profile = frontDoors.putProfile({ ...resource, sku });
  return beginWrite(call, profile, { isNew, kind });
}

function remove(call: ArmCall): ArmAnswer {
  const { frontDoors, operations } = call.azure;
  const id = armId(kind.type, placeOf(call, kind.place));
  if (!frontDoors.profiles.get(id)) return { status: 204 };
  operations.requireFree(id);
  return beginDelete(call, resourceOf(call, kind), {
    remove: () => frontDoors.deleteProfile(id),
  });
}

/** Front Doors. @internal */
export const frontDoorOperations: ArmOperation[] = [
  ...readOperations(kind, {
    listAll: 'Profiles_List',
    list: 'Profiles_ListByResourceGroup',
    get: 'Profiles_Get',
  }),
  { id: 'Profiles_Create', method: 'PUT', path: pathOf(kind), run: put },
  { id: 'Profiles_Delete', method: 'DELETE', path: pathOf(kind), run: remove },
];
