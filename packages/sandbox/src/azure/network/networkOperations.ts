import {
  armId,
  AzureNetworkInterface,
  SubnetInput,
  VirtualNetwork,
} from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import { operationHeaders } from '../server/longRunning';
import {
  beginWrite,
  pathOf,
  readNewResource,
  readOperations,
  ResourceKind,
  resourceOf,
  updateTagsOperation,
} from '../server/resourceOperations';
import {
  presentNetworkInterface,
  presentSubnet,
  presentVirtualNetwork,
} from './presentNetwork';

const networkKind: ResourceKind<VirtualNetwork> = {
  type: 'Microsoft.Network/virtualNetworks',
  place: 'virtualNetworkName',
  collection: azure => azure.networks.virtualNetworks,
  get: (azure, id) => azure.networks.getVirtualNetwork(id),
  present: () => presentVirtualNetwork,
};

const interfaceKind: ResourceKind<AzureNetworkInterface> = {
  type: 'Microsoft.Network/networkInterfaces',
  place: 'networkInterfaceName',
  collection: azure => azure.networks.networkInterfaces,
  get: (azure, id) => azure.networks.getNetworkInterface(id),
  present: () => presentNetworkInterface,
};

const POLICIES = ['Enabled', 'Disabled'] as const;
const SUBNETS = `${pathOf(networkKind)}/subnets`;

function readSubnet(name: string, body: ArmBody): SubnetInput {
  const properties = body.object('properties');
  return {
    name,
    addressPrefix:
      properties.optionalText('addressPrefix') ??
      properties.texts('addressPrefixes')[0] ??
      properties.text('addressPrefix'),
    privateEndpointNetworkPolicies: properties.optionalWord(
      'privateEndpointNetworkPolicies',
      POLICIES,
    ),
    privateLinkServiceNetworkPolicies: properties.optionalWord(
      'privateLinkServiceNetworkPolicies',
      POLICIES,
    ),
  };
}

function putNetwork(call: ArmCall): ArmAnswer {
  const { networks, operations } = call.azure;
  const { body, resource } = readNewResource(call, networkKind.place);
  const properties = body.object('properties');
  const id = armId(networkKind.type, resource);
  const isNew = networks.virtualNetworks.get(id) === undefined;
  operations.requireFree(id);
  const network = networks.putVirtualNetwork({
    ...resource,
    addressPrefixes: properties.object('addressSpace').texts('addressPrefixes'),
    subnets: properties
      .list('subnets')
      .map(subnet => readSubnet(subnet.text('name'), subnet)),
  });
  return beginWrite(call, network, { isNew, kind: networkKind });
}

function subnetIdOf(call: ArmCall): string {
  return `${resourceOf(call, networkKind).id}/subnets/${
    call.params.subnetName
  }`;
}

function putSubnet(call: ArmCall): ArmAnswer {
  const { networks, operations } = call.azure;
  const network = resourceOf(call, networkKind);
  operations.requireFree(network.id);
  const id = subnetIdOf(call);
  const isNew = networks.findSubnet(id) === undefined;
  const subnet = networks.putSubnet(
    network.id,
    readSubnet(call.params.subnetName, new ArmBody(call.body)),
  );
  const operation = operations.begin({
    subscriptionId: network.subscriptionId,
    namespace: 'Microsoft.Network',
    location: network.location,
    resourceId: network.id,
    failure: call.failure,
    finish: () => {},
  });
  return {
    status: isNew ? 201 : 200,
    headers: operationHeaders(call, operation, { hasLocation: false }),
    body: presentSubnet(subnet),
  };
}

/** Virtual networks with their subnets, and network interfaces. @internal */
export const networkOperations: ArmOperation[] = [
  ...readOperations(networkKind, {
    listAll: 'VirtualNetworks_ListAll',
    list: 'VirtualNetworks_List',
    get: 'VirtualNetworks_Get',
  }),
  ...readOperations(interfaceKind, {
    listAll: 'NetworkInterfaces_ListAll',
    list: 'NetworkInterfaces_List',
    get: 'NetworkInterfaces_Get',
  }),
  updateTagsOperation(networkKind, 'VirtualNetworks_UpdateTags'),
  updateTagsOperation(interfaceKind, 'NetworkInterfaces_UpdateTags'),
  {
    id: 'VirtualNetworks_CreateOrUpdate',
    method: 'PUT',
    path: pathOf(networkKind),
    run: putNetwork,
  },
  {
    id: 'Subnets_List',
    method: 'GET',
    path: SUBNETS,
    run: call => ({
      status: 200,
      body: {
        value: [...resourceOf(call, networkKind).subnets.values()].map(
          presentSubnet,
        ),
      },
    }),
  },
  {
    id: 'Subnets_Get',
    method: 'GET',
    path: `${SUBNETS}/{subnetName}`,
    run: call => ({
      status: 200,
      body: presentSubnet(call.azure.networks.getSubnet(subnetIdOf(call))),
    }),
  },
  {
    id: 'Subnets_CreateOrUpdate',
    method: 'PUT',
    path: `${SUBNETS}/{subnetName}`,
    run: putSubnet,
  },
];
