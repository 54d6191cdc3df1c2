import {
  AzureNetworkInterface,
  AzureSubnet,
  VirtualNetwork,
} from '../../azureWorld';
import { presentRecord } from './presentRecord';

/** A subnet as the network provider shows it. @internal */
export function presentSubnet(subnet: AzureSubnet) {
  // The configurations tell how many addresses are taken.
  const users = [...new Set(subnet.usedAddresses.values())];
  return {
    name: subnet.name,
    id: subnet.id,
    etag: subnet.etag,
    properties: {
      provisioningState: 'Succeeded',
      addressPrefix: subnet.addressPrefix,
      ...(users.length > 0 && {
        ipConfigurations: users.map(id => ({ id })),
      }),
      delegations: [],
      privateEndpointNetworkPolicies: subnet.privateEndpointNetworkPolicies,
      privateLinkServiceNetworkPolicies:
        subnet.privateLinkServiceNetworkPolicies,
    },
    type: 'Microsoft.Network/virtualNetworks/subnets',
  };
}

/** A virtual network as the network provider shows it. @internal */
export function presentVirtualNetwork(network: VirtualNetwork) {
  return {
    ...presentRecord(network),
    properties: {
      provisioningState: network.provisioningState,
      resourceGuid: network.resourceGuid,
      addressSpace: { addressPrefixes: network.addressPrefixes },
      privateEndpointVNetPolicies: 'Disabled',
      subnets: [...network.subnets.values()].map(presentSubnet),
      virtualNetworkPeerings: [],
      enableDdosProtection: false,
    },
  };
}

/** A network interface as the network provider shows it. @internal */
export function presentNetworkInterface(nic: AzureNetworkInterface) {
  const { privateLinkServiceId, privateEndpointId } = nic;
  return {
    ...presentRecord(nic),
    properties: {
      provisioningState: nic.provisioningState,
      resourceGuid: nic.resourceGuid,
      ipConfigurations: nic.ipConfigurations.map(one => ({
        name: one.name,
        id: `${nic.id}/ipConfigurations/${one.name}`,
        etag: nic.etag,
        type: 'Microsoft.Network/networkInterfaces/ipConfigurations',
        properties: {
          provisioningState: 'Succeeded',
          privateIPAddress: one.privateIPAddress,
          privateIPAllocationMethod: one.allocation,
          subnet: { id: one.subnetId },
          primary: one.primary,
          privateIPAddressVersion: 'IPv4',
        },
      })),
      dnsSettings: { dnsServers: [], appliedDnsServers: [] },
      enableAcceleratedNetworking: false,
      enableIPForwarding: false,
      hostedWorkloads: [],
      tapConfigurations: [],
      nicType: 'Standard',
      ...(privateLinkServiceId && {
        privateLinkService: { id: privateLinkServiceId },
      }),
      ...(privateEndpointId && { privateEndpoint: { id: privateEndpointId } }),
    },
  };
}
