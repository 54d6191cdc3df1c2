import { ArmCollection } from './ArmCollection';
import { armId, armKey, tryParseArmId } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureNetworks } from './AzureNetworks';
import { AzureWorldContext, NewResource } from './AzureWorldContext';
import { FrontendUse } from './FrontendUse';
import { invalidReference, resourceNotFound } from './resourceNotFound';
import {
  AzureLoadBalancer,
  BackendPool,
  HealthProbe,
  LoadBalancerFrontend,
  LoadBalancingRule,
} from './types';

/** A frontend as a request describes it. @public */
export interface FrontendInput {
  name: string;
  subnetId?: string;
  /** For a static address. */
  privateIPAddress?: string;
  publicIPAddressId?: string;
}

/** A load balancer as a request describes it. @public */
export interface AzureLoadBalancerInput extends NewResource {
  /** Default `Standard`. */
  sku?: AzureLoadBalancer['sku'];
  frontends: FrontendInput[];
  backendPools?: BackendPool[];
  probes?: HealthProbe[];
  rules?: LoadBalancingRule[];
}

const TYPE = 'Microsoft.Network/loadBalancers';

/**
 * Load balancers of Azure.
 *
 * @public
 */
export class AzureLoadBalancers {
  readonly loadBalancers = new ArmCollection<AzureLoadBalancer>();
  readonly #context: AzureWorldContext;
  readonly #networks: AzureNetworks;
  readonly #use: FrontendUse;

  constructor(
    context: AzureWorldContext,
    parts: { networks: AzureNetworks; use: FrontendUse },
  ) {
    this.#context = context;
    this.#networks = parts.networks;
    this.#use = parts.use;
  }

  /**
   * Makes a load balancer, or replaces all that an existing one has. Frontends
   * that stay keep their addresses.
   */
  putLoadBalancer(input: AzureLoadBalancerInput): AzureLoadBalancer {
    const id = armId(TYPE, input);
    const known = this.loadBalancers.get(id);
    const kept = new Set(input.frontends.map(({ name }) => armKey(name)));
    const dropped = (known?.frontends ?? []).filter(
      ({ name }) => !kept.has(armKey(name)),
    );
    for (const frontend of dropped) this.#requireUnused(frontend);
    const record = known ?? this.#context.newRecord(TYPE, input);
    const loadBalancer: AzureLoadBalancer = {
      ...record,
      etag: this.#context.newEtag(),
      tags: { ...input.tags },
      sku: input.sku ?? known?.sku ?? 'Standard',
      frontends: input.frontends.map(frontend =>
        this.#putFrontend(record.id, frontend, known),
      ),
      backendPools: input.backendPools ?? [],
      probes: input.probes ?? [],
      rules: input.rules ?? [],
    };
    for (const frontend of dropped) this.#release(frontend);
    return this.loadBalancers.add(loadBalancer);
  }

  /** The load balancer; an unknown id is `ResourceNotFound`. */
  getLoadBalancer(id: string): AzureLoadBalancer {
    const loadBalancer = this.loadBalancers.get(id);
    if (!loadBalancer) throw resourceNotFound(id);
    return loadBalancer;
  }

  /** The frontend of this id with its load balancer. */
  findFrontend(
    id: string,
  ):
    | { loadBalancer: AzureLoadBalancer; frontend: LoadBalancerFrontend }
    | undefined {
    const parsed = tryParseArmId(id);
    if (
      armKey(parsed?.type ?? '') !== armKey(`${TYPE}/frontendIPConfigurations`)
    )
      return undefined;
    const ownerId = id.split('/').slice(0, -2).join('/');
    const loadBalancer = this.loadBalancers.get(ownerId);
    const frontend = loadBalancer?.frontends.find(
      one => armKey(one.id) === armKey(id),
    );
    return loadBalancer && frontend && { loadBalancer, frontend };
  }

  /**
   * Says that a load balancer can be deleted.
   *
   * @throws AzureFault where a private link service stands at it.
   */
  requireUnused(loadBalancer: AzureLoadBalancer): void {
    for (const frontend of loadBalancer.frontends) {
      this.#requireUnused(frontend);
    }
  }

  /**
   * Removes a load balancer.
   *
   * @throws AzureFault where a private link service stands at it.
   */
  deleteLoadBalancer(id: string, options: { force?: boolean } = {}): void {
    const loadBalancer = this.getLoadBalancer(id);
    if (!options.force) this.requireUnused(loadBalancer);
    for (const frontend of loadBalancer.frontends) this.#release(frontend);
    this.loadBalancers.remove(id);
  }

  #putFrontend(
    loadBalancerId: string,
    input: FrontendInput,
    known: AzureLoadBalancer | undefined,
  ): LoadBalancerFrontend {
    const before = known?.frontends.find(
      ({ name }) => armKey(name) === armKey(input.name),
    );
    const id = `${loadBalancerId}/frontendIPConfigurations/${input.name}`;
    const { subnetId, publicIPAddressId, privateIPAddress: wanted } = input;
    const common = {
      name: input.name,
      id,
      etag: this.#context.newEtag(),
      allocation: wanted ? ('Static' as const) : ('Dynamic' as const),
      subnetId,
      publicIPAddressId,
    };
    if (subnetId === undefined) return common;
    const subnet = this.#networks.findSubnet(subnetId);
    if (!subnet) throw invalidReference(subnetId, loadBalancerId);
    const isSame =
      before?.subnetId === subnetId &&
      (wanted ?? before.privateIPAddress) === before.privateIPAddress;
    if (isSame) return { ...common, privateIPAddress: before.privateIPAddress };
    const privateIPAddress = this.#networks.takeAddress(subnet, id, wanted);
    if (before) this.#release(before);
    return { ...common, privateIPAddress };
  }

  #release({ subnetId, privateIPAddress }: LoadBalancerFrontend): void {
    if (subnetId && privateIPAddress) {
      this.#networks.releaseAddress(subnetId, privateIPAddress);
    }
  }

  // Azure's own code for this is not published.
  #requireUnused(frontend: LoadBalancerFrontend): void {
    const service = this.#use.find(frontend.id);
    if (service === undefined) return;
    throw new AzureFault(
      'LoadBalancerInUseByPrivateLinkService',
      `Frontend IP configuration ${frontend.id} cannot be deleted since it is in use by private link service ${service}.`,
      { details: [] },
    );
  }
}
