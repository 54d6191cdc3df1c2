import { ArmCollection } from './ArmCollection';
import { armId, armKey } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureLoadBalancers } from './AzureLoadBalancers';
import { AzureNetworks } from './AzureNetworks';
import { AzureWorldContext, NewResource } from './AzureWorldContext';
import { FrontendUse } from './FrontendUse';
import { PrivateEndpointConnections } from './PrivateEndpointConnections';
import { invalidReference, resourceNotFound } from './resourceNotFound';
import { LinkIpConfiguration, PrivateLinkService } from './types';

/** An address as a request describes it. @public */
export interface LinkIpConfigurationInput {
  name: string;
  subnetId: string;
  /** For a static address. */
  privateIPAddress?: string;
  primary?: boolean;
}

/** A private link service as a request describes it. @public */
export interface PrivateLinkServiceInput extends NewResource {
  frontendIds: string[];
  ipConfigurations: LinkIpConfigurationInput[];
  visibility?: string[];
  autoApproval?: string[];
  fqdns?: string[];
  enableProxyProtocol?: boolean;
}

const TYPE = 'Microsoft.Network/privateLinkServices';

/** Addresses that one private link service can have. */
const MOST_ADDRESSES = 8;

/**
 * Private link services.
 *
 * @public
 */
export class PrivateLinkServices {
  readonly services = new ArmCollection<PrivateLinkService>();
  readonly #byAlias = new Map<string, PrivateLinkService>();
  readonly #context: AzureWorldContext;
  readonly #networks: AzureNetworks;
  readonly #loadBalancers: AzureLoadBalancers;
  readonly #connections: PrivateEndpointConnections;
  readonly #use: FrontendUse;

  constructor(
    context: AzureWorldContext,
    parts: {
      networks: AzureNetworks;
      loadBalancers: AzureLoadBalancers;
      connections: PrivateEndpointConnections;
      use: FrontendUse;
    },
  ) {
    this.#context = context;
    this.#networks = parts.networks;
    this.#loadBalancers = parts.loadBalancers;
    this.#connections = parts.connections;
    this.#use = parts.use;
  }

  /**
   * Makes a private link service, or replaces all that an existing one has but
   * its alias.
   *
   * @throws AzureFault for a frontend or subnet that does not fit.
   */
  putService(input: PrivateLinkServiceInput): PrivateLinkService {
    const id = armId(TYPE, input);
    const known = this.services.get(id);
    const record = known ?? this.#context.newRecord(TYPE, input);
    this.#requireFrontends(record.id, input.frontendIds);
    requireSubset(record.id, input);
    const ipConfigurations = this.#putAddresses(record.id, input, known);
    const service: PrivateLinkService = {
      ...record,
      etag: this.#context.newEtag(),
      tags: { ...input.tags },
      alias: known?.alias ?? this.#newAlias(input),
      frontendIds: [...input.frontendIds],
      ipConfigurations,
      visibility: [...(input.visibility ?? [])],
      autoApproval: [...(input.autoApproval ?? [])],
      fqdns: [...(input.fqdns ?? [])],
      enableProxyProtocol: input.enableProxyProtocol ?? false,
      networkInterfaceIds: this.#putInterface(record.id, input, {
        known,
        ipConfigurations,
      }),
    };
    this.#use.set(service.id, {
      before: known?.frontendIds ?? [],
      now: service.frontendIds,
    });
    this.#byAlias.set(armKey(service.alias), service);
    return this.services.add(service);
  }

  /** The private link service; an unknown id is `ResourceNotFound`. */
  getService(id: string): PrivateLinkService {
    const service = this.services.get(id);
    if (!service) throw resourceNotFound(id);
    return service;
  }

  /** The private link service with this alias. */
  findByAlias(alias: string): PrivateLinkService | undefined {
    return this.#byAlias.get(armKey(alias));
  }

  /** The private link service at a frontend of a load balancer. */
  findByFrontend(frontendId: string): PrivateLinkService | undefined {
    const id = this.#use.find(frontendId);
    return id === undefined ? undefined : this.services.get(id);
  }

  /**
   * Says that a private link service can be deleted.
   *
   * @throws AzureFault where connections exist. Azure's own code for this is not
   * published.
   */
  requireNoConnections(service: PrivateLinkService): void {
    if (this.#connections.listOf(service.id).length === 0) return;
    throw new AzureFault(
      'PrivateLinkServiceWithPrivateEndpointConnectionsCannotBeDeleted',
      `Private link service ${service.id} cannot be deleted since it has private endpoint connections.`,
      { details: [] },
    );
  }

  /**
   * Removes a private link service.
   *
   * @throws AzureFault where connections exist, unless `force` plays an
   * accident: their endpoints are disconnected then.
   */
  deleteService(id: string, options: { force?: boolean } = {}): void {
    const service = this.getService(id);
    if (!options.force) this.requireNoConnections(service);
    for (const connection of this.#connections.listOf(service.id)) {
      this.#connections.remove(connection);
    }
    for (const one of service.ipConfigurations) {
      this.#networks.releaseAddress(one.subnetId, one.privateIPAddress);
    }
    for (const nic of service.networkInterfaceIds) {
      this.#networks.removeNetworkInterface(nic);
    }
    this.#use.set(service.id, { before: service.frontendIds, now: [] });
    this.#byAlias.delete(armKey(service.alias));
    this.services.remove(service.id);
  }

  #newAlias({ name, location }: PrivateLinkServiceInput): string {
    const guid = this.#context.ids.guid();
    return `${name.toLowerCase()}.${guid}.${location}.azure.privatelinkservice`;
  }

  #requireFrontends(id: string, frontendIds: string[]): void {
    if (frontendIds.length === 0) {
      throw new AzureFault(
        'PrivateLinkServiceMustHaveLoadBalancerFrontendIPConfiguration',
        `Private link service ${id} must refer to a frontend IP configuration of a load balancer.`,
        { details: [] },
      );
    }
    for (const frontendId of frontendIds) {
      const found = this.#loadBalancers.findFrontend(frontendId);
      if (!found) throw invalidReference(frontendId, id);
      if (found.loadBalancer.sku !== 'Standard') {
        throw new AzureFault(
          'PrivateLinkServiceIsNotSupportedOnBasicLoadBalancer',
          `Private link service ${id} needs a load balancer of the Standard SKU; ${found.loadBalancer.id} has ${found.loadBalancer.sku}.`,
          { details: [] },
        );
      }
    }
  }

  #putAddresses(
    id: string,
    input: PrivateLinkServiceInput,
    known: PrivateLinkService | undefined,
  ): LinkIpConfiguration[] {
    const { length } = input.ipConfigurations;
    if (length < 1 || length > MOST_ADDRESSES) {
      throw new AzureFault(
        'PrivateLinkServiceIpConfigurationCountInvalid',
        `Private link service ${id} must have 1 to ${MOST_ADDRESSES} IP configurations; it has ${length}.`,
        { details: [] },
      );
    }
    const hasPrimary = input.ipConfigurations.some(({ primary }) => primary);
    const taken = input.ipConfigurations.map((one, index) => {
      const before = known?.ipConfigurations.find(
        ({ name }) => armKey(name) === armKey(one.name),
      );
      const ownId = `${id}/ipConfigurations/${one.name}`;
      const allocation: LinkIpConfiguration['allocation'] = one.privateIPAddress
        ? 'Static'
        : 'Dynamic';
      const subnet = this.#requireSubnet(id, one.subnetId);
      const kept =
        before?.subnetId === subnet.id ? before.privateIPAddress : undefined;
      return {
        name: one.name,
        id: ownId,
        etag: this.#context.newEtag(),
        allocation,
        privateIPAddress: this.#networks.takeAddress(
          subnet,
          ownId,
          one.privateIPAddress ?? kept,
        ),
        subnetId: subnet.id,
        primary: one.primary ?? (!hasPrimary && index === 0),
      };
    });
    const stays = new Set(taken.map(one => one.privateIPAddress));
    for (const one of known?.ipConfigurations ?? []) {
      if (!stays.has(one.privateIPAddress)) {
        this.#networks.releaseAddress(one.subnetId, one.privateIPAddress);
      }
    }
    return taken;
  }

  #requireSubnet(id: string, subnetId: string) {
    const subnet = this.#networks.findSubnet(subnetId);
    if (!subnet) throw invalidReference(subnetId, id);
    if (subnet.privateLinkServiceNetworkPolicies === 'Disabled') return subnet;
    throw new AzureFault(
      'PrivateLinkServiceCannotBeCreatedInSubnetThatHasNetworkPoliciesEnabled',
      `Private link service ${id} cannot be created in a subnet ${subnetId} since it has private link service network policies enabled.`,
      { details: [] },
    );
  }

  #putInterface(
    id: string,
    input: PrivateLinkServiceInput,
    parts: {
      known: PrivateLinkService | undefined;
      ipConfigurations: LinkIpConfiguration[];
    },
  ): string[] {
    const [before] = parts.known?.networkInterfaceIds ?? [];
    const nic =
      (before && this.#networks.networkInterfaces.get(before)) ??
      this.#networks.addNetworkInterface({
        ...input,
        tags: undefined,
        name: `${input.name}.nic.${this.#context.ids.guid()}`,
        privateLinkServiceId: id,
        ipConfigurations: [],
      });
    if (!nic) return [];
    nic.ipConfigurations = parts.ipConfigurations.map(
      ({ name, privateIPAddress, allocation, subnetId, primary }) => ({
        name,
        privateIPAddress,
        allocation,
        subnetId,
        primary,
      }),
    );
    return [nic.id];
  }
}

// Everybody may be let in at once only where everybody may see the service.
function requireSubset(id: string, input: PrivateLinkServiceInput): void {
  const visible = new Set((input.visibility ?? []).map(armKey));
  const outside = (input.autoApproval ?? []).find(
    one => !visible.has('*') && !visible.has(armKey(one)),
  );
  if (outside === undefined) return;
  throw new AzureFault(
    'PrivateLinkServiceAutoApprovalMustBeSubsetOfVisibility',
    `Subscription ${outside} in the auto-approval list of private link service ${id} is not in its visibility list.`,
    { details: [] },
  );
}
