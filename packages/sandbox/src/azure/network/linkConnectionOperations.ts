import {
  AzureFault,
  PrivateEndpointConnection,
  PrivateLinkService,
} from '../../azureWorld';
import { partNotFound } from '../../azureWorld/resourceNotFound';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import { pageOf } from '../server/armPaging';
import { operationHeaders } from '../server/longRunning';
import { pathOf, resourceOf } from '../server/resourceOperations';
import { linkServiceKind } from './linkServiceKind';
import { presentConnection } from './presentPrivateLink';

const SERVICE = pathOf(linkServiceKind);
const CONNECTION = `${SERVICE}/privateEndpointConnections/{peConnectionName}`;

const serviceOf = (call: ArmCall): PrivateLinkService =>
  resourceOf(call, linkServiceKind);

function find(
  call: ArmCall,
  service: PrivateLinkService,
): PrivateEndpointConnection | undefined {
  return call.azure.connections.find(service.id, call.params.peConnectionName);
}

function get(call: ArmCall): ArmAnswer {
  const service = serviceOf(call);
  const connection = find(call, service);
  if (!connection) {
    const name = call.params.peConnectionName;
    throw partNotFound(`${service.id}/privateEndpointConnections/${name}`);
  }
  return { status: 200, body: presentConnection(connection, call) };
}

function update(call: ArmCall): ArmAnswer {
  const { azure, params } = call;
  const service = serviceOf(call);
  const connection = find(call, service);
  if (!connection) {
    throw new AzureFault(
      'PrivateEndpointConnectionCannotBeCreatedByServiceProvider',
      `Private endpoint connection ${service.id}/privateEndpointConnections/${params.peConnectionName} cannot be created by service provider.`,
      { details: [] },
    );
  }
  const state = new ArmBody(call.body)
    .object('properties')
    .object('privateLinkServiceConnectionState');
  const status = state.optionalWord('status', ['Approved', 'Rejected']);
  azure.operations.requireFree(service.id);
  if (status && !call.failure) {
    const description = state.optionalText('description');
    azure.connections.decide(connection, { status, description });
    azure.operations.hold(service.id, azure.timings.connectionUpdate);
  }
  return { status: 200, body: presentConnection(connection, call) };
}

function remove(call: ArmCall): ArmAnswer {
  const { azure, failure } = call;
  const service = serviceOf(call);
  const connection = find(call, service);
  if (!connection) return { status: 204 };
  azure.operations.requireFree(service.id);
  connection.provisioningState = 'Deleting';
  const operation = azure.operations.begin({
    subscriptionId: service.subscriptionId,
    namespace: 'Microsoft.Network',
    location: service.location,
    resourceId: service.id,
    finish: () => {
      connection.provisioningState = 'Succeeded';
      azure.connections.remove(connection);
    },
    failure,
    fail: () => {
      connection.provisioningState = 'Failed';
    },
  });
  return {
    status: 202,
    headers: operationHeaders(call, operation, { hasLocation: true }),
  };
}

/** Private endpoint connections of a private link service. @internal */
export const linkConnectionOperations: ArmOperation[] = [
  {
    id: 'PrivateLinkServices_ListPrivateEndpointConnections',
    method: 'GET',
    path: `${SERVICE}/privateEndpointConnections`,
    run: call =>
      pageOf(
        call,
        call.azure.connections.listOf(serviceOf(call).id),
        connection => presentConnection(connection, call),
      ),
  },
  {
    id: 'PrivateLinkServices_GetPrivateEndpointConnection',
    method: 'GET',
    path: CONNECTION,
    run: get,
  },
  {
    id: 'PrivateLinkServices_UpdatePrivateEndpointConnection',
    method: 'PUT',
    path: CONNECTION,
    run: update,
  },
  {
    id: 'PrivateLinkServices_DeletePrivateEndpointConnection',
    method: 'DELETE',
    path: CONNECTION,
    run: remove,
  },
];
