import { AllowedPrincipals } from './AllowedPrincipals';
import { AwsFault } from './AwsFault';
import { DomainVerification } from './DomainVerification';
import { LoadBalancerUse } from './LoadBalancerUse';
import { LoadBalancing } from './LoadBalancing';
import { Network } from './Network';
import { ScopedCollection } from './ScopedCollection';
import { EndpointService, Scope, Tags } from './types';
import { WorldContext } from './WorldContext';

/** An endpoint service as a caller describes it. @public */
export interface EndpointServiceInput {
  loadBalancerArns: string[];
  /** Default true. */
  acceptanceRequired?: boolean;
  privateDnsName?: string;
  /** Default `['ipv4']`. */
  supportedIpAddressTypes?: string[];
  /** Regions besides its own. */
  supportedRegions?: string[];
  allowedPrincipals?: string[];
  tags?: Tags;
  /** `Available` skips the wait. */
  state?: 'Pending' | 'Available';
  /** For seeds whose ids are written down elsewhere. */
  id?: string;
}

/** Changes to an endpoint service. @public */
export interface EndpointServiceChange {
  acceptanceRequired?: boolean;
  addLoadBalancerArns?: string[];
  removeLoadBalancerArns?: string[];
  /** A new private name, with a new token; null takes the name away. */
  privateDnsName?: string | null;
  addIpAddressTypes?: string[];
  removeIpAddressTypes?: string[];
  addRegions?: string[];
  removeRegions?: string[];
}

/**
 * Endpoint service configurations: what providers offer.
 *
 * @public
 */
export class EndpointServices {
  readonly services = new ScopedCollection<EndpointService>();
  readonly principals: AllowedPrincipals;
  readonly domains: DomainVerification;
  readonly #byName = new Map<string, EndpointService>();
  readonly #context: WorldContext;
  readonly #loadBalancing: LoadBalancing;
  readonly #network: Network;
  readonly #use: LoadBalancerUse;

  constructor(
    context: WorldContext,
    parts: {
      loadBalancing: LoadBalancing;
      network: Network;
      use: LoadBalancerUse;
      domains: DomainVerification;
    },
  ) {
    this.#context = context;
    this.#loadBalancing = parts.loadBalancing;
    this.#network = parts.network;
    this.#use = parts.use;
    this.domains = parts.domains;
    this.principals = new AllowedPrincipals(context);
  }

  /**
   * Creates an endpoint service, `Pending` at first.
   *
   * @remarks
   * Whether AWS takes a load balancer that is still provisioning is not
   * documented; the sandbox does.
   */
  createEndpointService(
    scope: Scope,
    input: EndpointServiceInput,
  ): EndpointService {
    if (input.loadBalancerArns.length === 0) {
      throw new AwsFault(
        'MissingParameter',
        'The request must contain NetworkLoadBalancerArns or GatewayLoadBalancerArns',
      );
    }
    this.#checkFree(scope, input.loadBalancerArns);
    const id = input.id ?? this.#context.ids.resourceId('vpce-svc');
    const service = this.#store({
      ...this.#context.newRecord(scope, id, input.tags),
      serviceName: `com.amazonaws.vpce.${scope.region}.${id}`,
      state: 'Pending',
      acceptanceRequired: input.acceptanceRequired ?? true,
      loadBalancerArns: [],
      zoneNames: [],
      zoneIds: [],
      supportedIpAddressTypes: input.supportedIpAddressTypes ?? ['ipv4'],
      supportedRegions: [
        ...new Set([scope.region, ...(input.supportedRegions ?? [])]),
      ],
      allowedPrincipals: new Map(),
      privateDns: input.privateDnsName
        ? this.domains.newConfiguration(input.privateDnsName)
        : undefined,
    });
    this.#setLoadBalancers(service, input.loadBalancerArns);
    this.principals.add(service, input.allowedPrincipals ?? []);
    const delay =
      input.state === 'Available' ? 0 : this.#context.timings.serviceAvailable;
    this.#context.announce('endpoint-service', id, 'Pending');
    this.#context.clock.schedule(delay, () => {
      if (service.state !== 'Pending') return;
      service.state = 'Available';
      this.#context.announce('endpoint-service', id, 'Available');
    });
    return service;
  }

  /** Changes an endpoint service: all of the change or, on a fault, nothing. */
  modifyEndpointService(
    scope: Scope,
    serviceId: string,
    change: EndpointServiceChange,
  ): EndpointService {
    const service = this.getEndpointService(scope, serviceId);
    const removed = change.removeLoadBalancerArns ?? [];
    const added = (change.addLoadBalancerArns ?? []).filter(
      arn => !service.loadBalancerArns.includes(arn),
    );
    this.#checkFree(scope, added);
    const arns = [
      ...service.loadBalancerArns.filter(arn => !removed.includes(arn)),
      ...added,
    ];
    if (arns.length === 0) {
      throw new AwsFault(
        'InvalidParameter',
        `The VPC endpoint service ${serviceId} must keep at least one load balancer`,
      );
    }
    if ((change.removeRegions ?? []).includes(service.region)) {
      throw new AwsFault(
        'InvalidParameter',
        `The host region ${service.region} cannot be removed from ${serviceId}`,
      );
    }
    if (change.privateDnsName === null) service.privateDns = undefined;
    else if (change.privateDnsName !== undefined) {
      service.privateDns = this.domains.newConfiguration(change.privateDnsName);
    }
    this.#setLoadBalancers(service, arns);
    service.acceptanceRequired =
      change.acceptanceRequired ?? service.acceptanceRequired;
    service.supportedIpAddressTypes = merge(
      service.supportedIpAddressTypes,
      change.addIpAddressTypes,
      change.removeIpAddressTypes,
    );
    service.supportedRegions = merge(
      service.supportedRegions,
      change.addRegions,
      change.removeRegions,
    );
    this.#context.announce('endpoint-service', service.id, service.state);
    return service;
  }

  /** The service; a foreign or unknown id is `InvalidVpcEndpointServiceId.NotFound`. */
  getEndpointService(scope: Scope, serviceId: string): EndpointService {
    const service = this.services.getIn(scope, serviceId);
    if (!service) {
      throw new AwsFault(
        'InvalidVpcEndpointServiceId.NotFound',
        `The VpcEndpointService Id '${serviceId}' does not exist`,
      );
    }
    return service;
  }

  /** The service of a name, whoever owns it. */
  findByName(serviceName: string): EndpointService | undefined {
    return this.#byName.get(serviceName);
  }

  /** Asks AWS to look at the TXT record; the result comes later. */
  startDomainVerification(scope: Scope, serviceId: string): void {
    this.domains.start(this.getEndpointService(scope, serviceId));
  }

  /** Removes a service; the caller has made sure that nobody needs it. */
  remove(service: EndpointService): void {
    for (const arn of service.loadBalancerArns) this.#use.detach(arn);
    service.state = 'Deleted';
    this.services.remove(service.id);
    this.#byName.delete(service.serviceName);
    this.#context.announce('endpoint-service', service.id, 'gone');
  }

  #store(service: EndpointService): EndpointService {
    this.#byName.set(service.serviceName, service);
    return this.services.add(service);
  }

  #checkFree(scope: Scope, arns: string[]): void {
    for (const arn of arns) {
      const known = this.#loadBalancing.loadBalancers.getIn(scope, arn);
      if (known?.type !== 'network') {
        throw new AwsFault(
          'InvalidParameter',
          `The load balancer ARN ${arn} is not a network load balancer of account ${scope.accountId} in ${scope.region}`,
        );
      }
      const serviceId = this.#use.endpointServiceOf(arn);
      if (serviceId) {
        throw new AwsFault(
          'InvalidParameter',
          `The load balancer ${arn} is already associated with the VPC endpoint service ${serviceId}`,
        );
      }
    }
  }

  #setLoadBalancers(service: EndpointService, arns: string[]): void {
    for (const arn of service.loadBalancerArns) this.#use.detach(arn);
    for (const arn of arns) this.#use.attach(arn, service.id);
    service.loadBalancerArns = [...arns];
    const subnets = arns
      .flatMap(
        arn => this.#loadBalancing.loadBalancers.get(arn)?.subnetIds ?? [],
      )
      .flatMap(id => this.#network.subnets.get(id) ?? []);
    // A service whose load balancer was deleted keeps the zones it had.
    if (subnets.length === 0) return;
    service.zoneNames = [...new Set(subnets.map(one => one.zoneName))].sort();
    service.zoneIds = [...new Set(subnets.map(one => one.zoneId))].sort();
  }
}

function merge(
  current: string[],
  added: string[] = [],
  removed: string[] = [],
): string[] {
  return [...new Set([...current, ...added])].filter(
    value => !removed.includes(value),
  );
}
