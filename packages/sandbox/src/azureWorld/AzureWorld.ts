import { SandboxClock } from '../clock';
import { IdSource } from '../world/IdSource';
import { AzureParts, createAzureParts } from './createAzureParts';
import { AzureWorldContext } from './AzureWorldContext';
import { AzureTimings, PrivateEndpoint, VirtualNetwork } from './types';

/** A consumer's wish to connect. @public */
export interface AzureConnectInput {
  /** The consumer's subscription. */
  subscriptionId: string;
  /** Default `westeurope`. */
  location?: string;
  /** The id of a resource, or the alias of a private link service. */
  target: string;
  /** Default one that says where the endpoint is from. */
  name?: string;
  /** Default `consumers`. */
  resourceGroup?: string;
  /** Default a network of the consumer's own, which is made if it is missing. */
  subnetId?: string;
  requestMessage?: string;
  groupIds?: string[];
}

/**
 * The state of all that the sandbox plays of Azure.
 *
 * @remarks
 * Its parts hold the rules of one topic each, and act at once; that things take
 * time is the wire layer's and {@link ArmOperations}' part. All throw
 * `AzureFault` with the real service's code where the real service would refuse.
 *
 * @public
 */
export class AzureWorld {
  /** Moves everything that happens by itself. */
  readonly clock: SandboxClock;
  readonly #timings?: Partial<AzureTimings>;
  #parts: AzureParts;

  constructor(
    options: { clock?: SandboxClock; timings?: Partial<AzureTimings> } = {},
  ) {
    this.clock = options.clock ?? new SandboxClock();
    this.#timings = options.timings;
    this.#parts = this.#build();
  }

  /** Forgets everything. What waits on the clock is the caller's to clear. */
  reset(): void {
    this.#parts = this.#build();
  }

  /** How long things take; may be changed at any time. */
  get timings(): AzureTimings {
    return this.#parts.context.timings;
  }

  /** Tenants, subscriptions, groups and service principals. */
  get directory(): AzureParts['directory'] {
    return this.#parts.directory;
  }

  /** Virtual networks and network interfaces. */
  get networks(): AzureParts['networks'] {
    return this.#parts.networks;
  }

  /** Load balancers. */
  get loadBalancers(): AzureParts['loadBalancers'] {
    return this.#parts.loadBalancers;
  }

  /** How the machines behind load balancers are. */
  get backendHealth(): AzureParts['backendHealth'] {
    return this.#parts.backendHealth;
  }

  /** Private link services. */
  get privateLinkServices(): AzureParts['privateLinkServices'] {
    return this.#parts.privateLinkServices;
  }

  /** Other resources that take private endpoints. */
  get linkTargets(): AzureParts['linkTargets'] {
    return this.#parts.linkTargets;
  }

  /** Connections, as the providers see them. */
  get connections(): AzureParts['connections'] {
    return this.#parts.connections;
  }

  /** Private endpoints, as their consumers see them. */
  get privateEndpoints(): AzureParts['privateEndpoints'] {
    return this.#parts.privateEndpoints;
  }

  /** Front Doors. */
  get frontDoors(): AzureParts['frontDoors'] {
    return this.#parts.frontDoors;
  }

  /** Web application firewall policies of Front Door. */
  get firewallPolicies(): AzureParts['firewallPolicies'] {
    return this.#parts.firewallPolicies;
  }

  /** Long-running operations. */
  get operations(): AzureParts['operations'] {
    return this.#parts.operations;
  }

  /** A new GUID of this world. */
  newGuid(): string {
    return this.#parts.context.ids.guid();
  }

  /** The mark of a resource's next version. */
  newEtag(): string {
    return this.#parts.context.newEtag();
  }

  /**
   * The network of a subscription in a location, with the one subnet `default`;
   * it is made when it is missing.
   */
  ensureNetwork(place: {
    subscriptionId: string;
    resourceGroup: string;
    location: string;
    /** Default `10.100.0.0/16`. */
    addressPrefix?: string;
  }): VirtualNetwork {
    const { subscriptionId, resourceGroup, location } = place;
    const addressPrefix = place.addressPrefix ?? '10.100.0.0/16';
    const name = `network-${location}`;
    const known = this.networks.virtualNetworks
      .list(subscriptionId, resourceGroup)
      .find(network => network.name === name);
    this.directory.ensureGroup(subscriptionId, resourceGroup, location);
    return (
      known ??
      this.networks.putVirtualNetwork({
        subscriptionId,
        resourceGroup,
        location,
        name,
        addressPrefixes: [addressPrefix],
        subnets: [
          {
            name: 'default',
            addressPrefix,
            privateLinkServiceNetworkPolicies: 'Disabled',
          },
        ],
      })
    );
  }

  /** Makes a private endpoint for a consumer, who asks for approval. */
  connect(input: AzureConnectInput): PrivateEndpoint {
    const { subscriptionId, target, requestMessage, groupIds } = input;
    this.directory.getSubscription(subscriptionId);
    const location = input.location ?? 'westeurope';
    const resourceGroup = input.resourceGroup ?? 'consumers';
    const place = { subscriptionId, resourceGroup, location };
    this.directory.ensureGroup(subscriptionId, resourceGroup, location);
    const name = input.name ?? `pe-${this.newGuid().slice(0, 8)}`;
    return this.privateEndpoints.createEndpoint({
      ...place,
      name,
      target,
      isManual: true,
      requestMessage: requestMessage ?? `Please approve ${name}`,
      groupIds,
      subnetId:
        input.subnetId ?? `${this.ensureNetwork(place).id}/subnets/default`,
    });
  }

  /**
   * Puts a new endpoint of the same name and consumer in the place of another,
   * which is gone at once: what a decision must notice.
   */
  replace(privateEndpointId: string): PrivateEndpoint {
    const old = this.privateEndpoints.getEndpoint(privateEndpointId);
    this.privateEndpoints.deleteEndpoint(privateEndpointId);
    return this.privateEndpoints.createEndpoint({
      ...old,
      target: old.requestedTarget,
      isManual: true,
      privateIPAddress: undefined,
    });
  }

  #build(): AzureParts {
    const context = new AzureWorldContext({
      clock: this.clock,
      ids: new IdSource('postern-azure'),
      timings: this.#timings,
    });
    return createAzureParts(context);
  }
}
