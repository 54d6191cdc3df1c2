import {
  armId,
  armKey,
  AzureFault,
  PrivateEndpoint,
  PrivateEndpointInput,
  TargetRights,
  tryParseArmId,
} from '../../azureWorld';
import { isActionAllowed } from '../../azureWorld/roleActions';
import { ArmBody } from '../server/ArmBody';
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
import { presentPrivateEndpoint } from './presentPrivateEndpoint';

const kind: ResourceKind<PrivateEndpoint> = {
  type: 'Microsoft.Network/privateEndpoints',
  place: 'privateEndpointName',
  collection: azure => azure.privateEndpoints.endpoints,
  get: (azure, id) => azure.privateEndpoints.getEndpoint(id),
  present: () => presentPrivateEndpoint,
};

/** What the caller's roles allow at a target; a token is good for its own tenant alone. */
function rightsOf({ principal }: ArmCall): TargetRights {
  const allows = (action: string) => (targetId: string) => {
    const type = tryParseArmId(targetId)?.type ?? '';
    return isActionAllowed(
      principal.assignments,
      `${type}/${action}`,
      targetId,
    );
  };
  return {
    canRead: allows('read'),
    canApprove: allows('privateEndpointConnectionsApproval/action'),
  };
}

function readConnection(
  properties: ArmBody,
): Pick<
  PrivateEndpointInput,
  'target' | 'connectionName' | 'isManual' | 'groupIds' | 'requestMessage'
> {
  const [manual] = properties.list('manualPrivateLinkServiceConnections');
  const [automatic] = properties.list('privateLinkServiceConnections');
  const connection = manual ?? automatic;
  if (!connection) {
    throw new AzureFault(
      'PrivateEndpointMustHavePrivateLinkServiceConnection',
      'A private endpoint must have one private link service connection.',
      { details: [] },
    );
  }
  const inner = connection.object('properties');
  return {
    target: inner.text('privateLinkServiceId'),
    connectionName: connection.optionalText('name'),
    isManual: manual !== undefined,
    groupIds: inner.texts('groupIds'),
    requestMessage: inner.optionalText('requestMessage'),
  };
}

function put(call: ArmCall): ArmAnswer {
  const { privateEndpoints, operations } = call.azure;
  const { body, resource } = readNewResource(call, kind.place);
  const properties = body.object('properties');
  const connection = readConnection(properties);
  const known = privateEndpoints.endpoints.get(armId(kind.type, resource));
  if (known) {
    operations.requireFree(known.id);
    requireSameTarget(known, connection.target);
    known.tags = resource.tags;
    return beginWrite(call, known, { isNew: false, kind });
  }
  const [address] = properties.list('ipConfigurations');
  const endpoint = privateEndpoints.createEndpoint(
    {
      ...resource,
      ...connection,
      subnetId: properties.object('subnet').text('id'),
      privateIPAddress: address
        ?.object('properties')
        .optionalText('privateIPAddress'),
      customNetworkInterfaceName: properties.optionalText(
        'customNetworkInterfaceName',
      ),
    },
    rightsOf(call),
  );
  return beginWrite(call, endpoint, { isNew: true, kind });
}

function requireSameTarget(known: PrivateEndpoint, target: string): void {
  const names = [known.requestedTarget, known.connection.targetId].map(armKey);
  if (names.includes(armKey(target))) return;
  throw new AzureFault(
    'CannotChangePrivateLinkConnectionOnPrivateEndpoint',
    `Cannot change the private link connection on private endpoint ${known.id}.`,
    { details: [] },
  );
}

function remove(call: ArmCall): ArmAnswer {
  const { privateEndpoints, operations } = call.azure;
  const id = armId(kind.type, placeOf(call, kind.place));
  if (!privateEndpoints.endpoints.get(id)) return { status: 204 };
  operations.requireFree(id);
  return beginDelete(call, resourceOf(call, kind), {
    remove: () => privateEndpoints.deleteEndpoint(id),
  });
}

/** Private endpoints. @internal */
export const privateEndpointOperations: ArmOperation[] = [
  ...readOperations(kind, {
    listAll: 'PrivateEndpoints_ListBySubscription',
    list: 'PrivateEndpoints_List',
    get: 'PrivateEndpoints_Get',
  }),
  {
    id: 'PrivateEndpoints_CreateOrUpdate',
    method: 'PUT',
    path: pathOf(kind),
    run: put,
  },
  {
    id: 'PrivateEndpoints_Delete',
    method: 'DELETE',
    path: pathOf(kind),
    run: remove,
  },
];
