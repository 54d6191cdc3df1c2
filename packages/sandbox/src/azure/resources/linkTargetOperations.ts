import {
  armId,
  AzureFault,
  LinkTarget,
  PrivateEndpointConnection,
} from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import { pageOf } from '../server/armPaging';
import { operationHeaders } from '../server/longRunning';
import { findResourceType } from './resourceTypes';

const RESOURCE =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/{resourceProviderNamespace}/{resourceType}/{resourceName}';
const CONNECTION = `${RESOURCE}/privateEndpointConnections/{privateEndpointConnectionName}`;

/** Whose deletions are done when they are answered. */
const DELETES_AT_ONCE = new Set(['microsoft.storage', 'microsoft.keyvault']);

function targetOf(call: ArmCall): LinkTarget {
  const { subscriptionId, resourceGroupName, resourceName } = call.params;
  const { resourceProviderNamespace, resourceType } = call.params;
  return call.azure.linkTargets.getTarget(
    armId(`${resourceProviderNamespace}/${resourceType}`, {
      subscriptionId,
      resourceGroup: resourceGroupName,
      name: resourceName,
    }),
  );
}

function presentConnection(
  target: LinkTarget,
  connection: PrivateEndpointConnection,
) {
  const [namespace, type] = target.type.split('/');
  const { status, description, actionsRequired } = connection;
  // The providers do not agree on the property's name, and some leave it out.
  const property = findResourceType(namespace, type)?.actionsProperty;
  return {
    id: connection.id,
    name: connection.name,
    type: `${target.type}/privateEndpointConnections`,
    properties: {
      provisioningState: connection.provisioningState,
      privateEndpoint: { id: connection.privateEndpointId },
      privateLinkServiceConnectionState: {
        status,
        description,
        ...(property && { [property]: actionsRequired }),
      },
    },
  };
}

function connectionsOf({ azure }: ArmCall, target: LinkTarget) {
  const now = azure.clock.now();
  return azure.connections
    .listOf(target.id)
    .filter(({ visibleAt }) => visibleAt <= now);
}

function findConnection(call: ArmCall, target: LinkTarget) {
  const name = call.params.privateEndpointConnectionName;
  return call.azure.connections.find(target.id, name);
}

function requireConnection(call: ArmCall, target: LinkTarget) {
  const connection = findConnection(call, target);
  if (connection) return connection;
  throw new AzureFault(
    'NotFound',
    `The requested resource ${call.params.privateEndpointConnectionName} does not exist.`,
    { status: 404 },
  );
}

function presentTarget(call: ArmCall, target: LinkTarget) {
  const { id, name, type, location, tags } = target;
  return {
    id,
    name,
    type,
    location,
    tags,
    properties: {
      provisioningState: target.provisioningState,
      privateEndpointConnections: connectionsOf(call, target).map(connection =>
        presentConnection(target, connection),
      ),
    },
  };
}

function put(call: ArmCall): ArmAnswer {
  const target = targetOf(call);
  const connection = requireConnection(call, target);
  const state = new ArmBody(call.body)
    .object('properties')
    .object('privateLinkServiceConnectionState');
  const status = state.optionalWord('status', ['Approved', 'Rejected']);
  call.azure.operations.requireFree(target.id);
  if (status && !call.failure) {
    const description = state.optionalText('description');
    call.azure.connections.decide(connection, { status, description });
  }
  return { status: 200, body: presentConnection(target, connection) };
}

function remove(call: ArmCall): ArmAnswer {
  const { azure, failure } = call;
  const target = targetOf(call);
  const connection = findConnection(call, target);
  if (!connection) return { status: 204 };
  const [namespace] = target.type.split('/');
  azure.operations.requireFree(target.id);
  if (DELETES_AT_ONCE.has(namespace.toLowerCase())) {
    if (!failure) azure.connections.remove(connection);
    return { status: 200 };
  }
  const { subscriptionId, location, id: resourceId } = target;
  connection.provisioningState = 'Deleting';
  const operation = azure.operations.begin({
    ...{ subscriptionId, namespace, location, resourceId, failure },
    finish: () => {
      connection.provisioningState = 'Succeeded';
      azure.connections.remove(connection);
    },
    fail: () => {
      connection.provisioningState = 'Failed';
    },
  });
  const headers = operationHeaders(call, operation, { hasLocation: true });
  return { status: 202, headers, body: {} };
}

function listGroups(call: ArmCall): ArmAnswer {
  const target = targetOf(call);
  const value = target.groupIds.map(groupId => ({
    id: `${target.id}/privateLinkResources/${groupId}`,
    name: groupId,
    type: `${target.type}/privateLinkResources`,
    properties: {
      groupId,
      requiredMembers: [groupId],
      requiredZoneNames: [],
    },
  }));
  return { status: 200, body: { value } };
}

/** Private endpoint connections of resources other than private link services. @internal */
export const linkTargetOperations: ArmOperation[] = [
  {
    id: 'Resources_Get',
    method: 'GET',
    path: RESOURCE,
    run: call => ({ status: 200, body: presentTarget(call, targetOf(call)) }),
  },
  {
    id: 'PrivateLinkResources_List',
    method: 'GET',
    path: `${RESOURCE}/privateLinkResources`,
    run: listGroups,
  },
  {
    id: 'PrivateEndpointConnections_List',
    method: 'GET',
    path: `${RESOURCE}/privateEndpointConnections`,
    run(call) {
      const target = targetOf(call);
      return pageOf(call, connectionsOf(call, target), connection =>
        presentConnection(target, connection),
      );
    },
  },
  {
    id: 'PrivateEndpointConnections_Get',
    method: 'GET',
    path: CONNECTION,
    run(call) {
      const target = targetOf(call);
      const connection = requireConnection(call, target);
      return { status: 200, body: presentConnection(target, connection) };
    },
  },
  {
    id: 'PrivateEndpointConnections_Put',
    method: 'PUT',
    path: CONNECTION,
    run: put,
  },
  {
    id: 'PrivateEndpointConnections_Delete',
    method: 'DELETE',
    path: CONNECTION,
    run: remove,
  },
];
