import { ArmCollection } from './ArmCollection';
import { armId, armKey, parentId } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureWorldContext, NewResource } from './AzureWorldContext';
import { contains, firstAddress, offsetAddress, sizeOf } from './ipPrefixes';
import { partNotFound, resourceNotFound } from './resourceNotFound';
import {
  AzureNetworkInterface,
  AzureSubnet,
  NetworkPolicies,
  NicIpConfiguration,
  VirtualNetwork,
} from './types';

/** Azure keeps the first four addresses of a subnet and the last for itself. */
const RESERVED_AT_START = 4;

/** A subnet as a request describes it. @public */
export interface SubnetInput {
  name: string;
  addressPrefix: string;
  /** Default `Disabled`, as Azure's own. */
  privateEndpointNetworkPolicies?: NetworkPolicies;
  /** Default `Enabled`, as Azure's own. */
  privateLinkServiceNetworkPolicies?: NetworkPolicies;
}

/** A virtual network as a request describes it. @public */
export interface VirtualNetworkInput extends NewResource {
  addressPrefixes: string[];
  subnets: SubnetInput[];
}

/**
 * Virtual networks, their subnets and addresses, and the network interfaces
 * that Azure makes in them.
 *
 * @public
 */
export class AzureNetworks {
  readonly virtualNetworks = new ArmCollection<VirtualNetwork>();
  readonly networkInterfaces = new ArmCollection<AzureNetworkInterface>();
  readonly #context: AzureWorldContext;

  constructor(context: AzureWorldContext) {
    this.#context = context;
  }

  /** Makes a virtual network, or changes its prefixes and its subnets. */
  putVirtualNetwork(input: VirtualNetworkInput): VirtualNetwork {
    const type = 'Microsoft.Network/virtualNetworks';
    const known = this.virtualNetworks.get(armId(type, input));
    const network =
      known ??
      this.virtualNetworks.add({
        ...this.#context.newRecord(type, input),
        addressPrefixes: [],
        subnets: new Map(),
      });
    network.addressPrefixes = [...input.addressPrefixes];
    network.tags = { ...input.tags };
    network.etag = this.#context.newEtag();
    for (const subnet of input.subnets) this.putSubnet(network.id, subnet);
    return network;
  }

  /**
   * Makes a subnet, or changes its policies.
   *
   * @throws AzureFault for a prefix outside the network, and where a private
   * link service does not let policies be enabled.
   */
  putSubnet(networkId: string, input: SubnetInput): AzureSubnet {
    const network = this.getVirtualNetwork(networkId);
    const id = `${network.id}/subnets/${input.name}`;
    const isInside = network.addressPrefixes.some(prefix =>
      contains(prefix, firstAddress(input.addressPrefix)),
    );
    if (!isInside) {
      throw new AzureFault(
        'NetcfgSubnetRangeOutsideVnet',
        `Subnet '${input.name}' is not valid because its IP address range is outside the IP address range of virtual network '${network.name}'.`,
        { details: [] },
      );
    }
    const known = network.subnets.get(armKey(input.name));
    const linkPolicies = input.privateLinkServiceNetworkPolicies ?? 'Enabled';
    if (known && linkPolicies === 'Enabled') this.#requireNoLinks(known);
    const subnet: AzureSubnet = {
      ...(known ?? { usedAddresses: new Map(), nextOffset: RESERVED_AT_START }),
      id,
      name: input.name,
      etag: this.#context.newEtag(),
      addressPrefix: input.addressPrefix,
      privateEndpointNetworkPolicies:
        input.privateEndpointNetworkPolicies ?? 'Disabled',
      privateLinkServiceNetworkPolicies: linkPolicies,
    };
    network.subnets.set(armKey(input.name), subnet);
    return subnet;
  }

  /** The virtual network; an unknown id is `ResourceNotFound`. */
  getVirtualNetwork(id: string): VirtualNetwork {
    const network = this.virtualNetworks.get(id);
    if (!network) throw resourceNotFound(id);
    return network;
  }

  /** The subnet of this id. */
  findSubnet(id: string): AzureSubnet | undefined {
    const network = this.virtualNetworks.get(parentId(id));
    return network?.subnets.get(armKey(id.slice(id.lastIndexOf('/') + 1)));
  }

  /** The subnet; an unknown id is `NotFound`. */
  getSubnet(id: string): AzureSubnet {
    const subnet = this.findSubnet(id);
    if (!subnet) throw partNotFound(id);
    return subnet;
  }

  /**
   * Takes an address of a subnet, the given one or the next that is free.
   *
   * @throws AzureFault for an address that lies elsewhere or is taken, and for a
   * full subnet.
   */
  takeAddress(subnet: AzureSubnet, owner: string, wanted?: string): string {
    const address = wanted ?? this.#nextAddress(subnet);
    if (!contains(subnet.addressPrefix, address)) {
      throw new AzureFault(
        'PrivateIPAddressNotInSubnet',
        `Private static IP address ${address} does not belong to the range of subnet prefix ${subnet.addressPrefix}.`,
        { details: [] },
      );
    }
    const holder = subnet.usedAddresses.get(address);
    if (holder !== undefined && armKey(holder) !== armKey(owner)) {
      throw new AzureFault(
        'PrivateIPAddressIsAllocated',
        `IP configuration ${owner} is using the private IP address ${address} which is already allocated to resource ${holder}.`,
        { details: [] },
      );
    }
    subnet.usedAddresses.set(address, owner);
    return address;
  }

  /** Gives an address back. */
  releaseAddress(subnetId: string, address: string): void {
    this.findSubnet(subnetId)?.usedAddresses.delete(address);
  }

  /** Makes an interface for a private link service or a private endpoint. */
  addNetworkInterface(
    input: NewResource & {
      ipConfigurations: NicIpConfiguration[];
      privateLinkServiceId?: string;
      privateEndpointId?: string;
    },
  ): AzureNetworkInterface {
    const type = 'Microsoft.Network/networkInterfaces';
    const { ipConfigurations, privateLinkServiceId, privateEndpointId } = input;
    return this.networkInterfaces.add({
      ...this.#context.newRecord(type, input),
      ipConfigurations,
      privateLinkServiceId,
      privateEndpointId,
    });
  }

  /** The network interface; an unknown id is `ResourceNotFound`. */
  getNetworkInterface(id: string): AzureNetworkInterface {
    const nic = this.networkInterfaces.get(id);
    if (!nic) throw resourceNotFound(id);
    return nic;
  }

  /** Removes an interface. */
  removeNetworkInterface(id: string): void {
    this.networkInterfaces.remove(id);
  }

  #nextAddress(subnet: AzureSubnet): string {
    const last = sizeOf(subnet.addressPrefix) - 1;
    for (let tried = RESERVED_AT_START; tried < last; tried += 1) {
      const offset = subnet.nextOffset;
      subnet.nextOffset = offset + 1 < last ? offset + 1 : RESERVED_AT_START;
      const address = offsetAddress(subnet.addressPrefix, offset);
      if (!subnet.usedAddresses.has(address)) return address;
    }
    throw new AzureFault(
      'SubnetIsFull',
      `Subnet ${subnet.name} with address prefix ${subnet.addressPrefix} does not have enough capacity for 1 IP addresses.`,
      { details: [] },
    );
  }

  #requireNoLinks(subnet: AzureSubnet): void {
    const link = this.networkInterfaces
      .all()
      .find(
        one =>
          one.privateLinkServiceId !== undefined &&
          one.ipConfigurations.some(
            ({ subnetId }) => armKey(subnetId) === armKey(subnet.id),
          ),
      );
    if (!link) return;
    throw new AzureFault(
      'PrivateLinkServiceNetworkPoliciesCannotBeEnabledOnPrivateLinkServiceSubnet',
      `Private link service network policies cannot be enabled on subnet ${subnet.id} since it has private link service ${link.privateLinkServiceId}.`,
      { details: [] },
    );
  }
}
