import { armId, PrivateLinkService } from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import {
  beginDelete,
  beginWrite,
  pathOf,
  placeOf,
  readNewResource,
  readOperations,
  resourceOf,
} from '../server/resourceOperations';
import { linkServiceKind } from './linkServiceKind';

function readAddress(ip: ArmBody) {
  const properties = ip.object('properties');
  const isStatic =
    properties.optionalWord('privateIPAllocationMethod', [
      'Static',
      'Dynamic',
    ]) === 'Static';
  return {
    name: ip.text('name'),
    subnetId: properties.object('subnet').text('id'),
    privateIPAddress: isStatic
      ? properties.text('privateIPAddress')
      : undefined,
    primary: properties.optionalBoolean('primary'),
  };
}

function put(call: ArmCall): ArmAnswer {
  const { privateLinkServices, operations } = call.azure;
  const { body, resource } = readNewResource(call, linkServiceKind.place);
  const properties = body.object('properties');
  const id = armId(linkServiceKind.type, resource);
  const isNew = privateLinkServices.services.get(id) === undefined;
  operations.requireFree(id);
  const service = privateLinkServices.putService({
    ...resource,
    frontendIds: properties
      .list('loadBalancerFrontendIpConfigurations')
      .map(frontend => frontend.text('id')),
    ipConfigurations: properties.list('ipConfigurations').map(readAddress),
    visibility: properties.object('visibility').texts('subscriptions'),
    autoApproval: properties.object('autoApproval').texts('subscriptions'),
    fqdns: properties.texts('fqdns'),
    enableProxyProtocol: properties.optionalBoolean('enableProxyProtocol'),
  });
  return beginWrite(call, service, { isNew, kind: linkServiceKind });
}

function remove(call: ArmCall): ArmAnswer {
  const { privateLinkServices, operations } = call.azure;
  const id = armId(linkServiceKind.type, placeOf(call, linkServiceKind.place));
  if (!privateLinkServices.services.get(id)) return { status: 204 };
  const service: PrivateLinkService = resourceOf(call, linkServiceKind);
  operations.requireFree(id);
  privateLinkServices.requireNoConnections(service);
  return beginDelete(call, service, {
    // Nobody can connect meanwhile.
    remove: () => privateLinkServices.deleteService(id, { force: true }),
  });
}

/** Private link services. @internal */
export const privateLinkServiceOperations: ArmOperation[] = [
  ...readOperations(linkServiceKind, {
    listAll: 'PrivateLinkServices_ListBySubscription',
    list: 'PrivateLinkServices_List',
    get: 'PrivateLinkServices_Get',
  }),
  {
    id: 'PrivateLinkServices_CreateOrUpdate',
    method: 'PUT',
    path: pathOf(linkServiceKind),
    run: put,
  },
  {
    id: 'PrivateLinkServices_Delete',
    method: 'DELETE',
    path: pathOf(linkServiceKind),
    run: remove,
  },
];
