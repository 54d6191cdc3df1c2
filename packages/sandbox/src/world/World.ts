import { SandboxClock } from '../clock';
import { createWorldParts, WorldParts } from './createWorldParts';
import { EndpointServiceInput } from './EndpointServices';
import { IdSource } from './IdSource';
import { ListenerInput } from './Listeners';
import { LoadBalancerInput } from './LoadBalancing';
import { TargetGroupInput, TargetInput } from './TargetGroups';
import {
  Endpoint,
  EndpointService,
  Listener,
  LoadBalancer,
  Scope,
  ScopedRecord,
  Tags,
  TargetGroup,
  TargetHealth,
  WorldTimings,
} from './types';
import { WorldAccess } from './WorldAccess';
import { WorldContext, WorldEvent } from './WorldContext';

/** A consumer's wish to connect. @public */
export interface ConnectInput {
  consumerAccount: string;
  /** Region of the consumer; the service's own region is taken from its name. */
  region: string;
  serviceName: string;
  /** Default: the account's default VPC, which is made when it is missing. */
  vpcId?: string;
  subnetIds?: string[];
  securityGroupIds?: string[];
  privateDnsEnabled?: boolean;
  tags?: Tags;
}

/**
 * The state of the whole cloud that the sandbox plays.
 *
 * @remarks
 * Its parts hold the rules of one topic each. The methods here are the steps
 * that a seed, a manifest or a test takes. All of them throw `AwsFault` with
 * the real service's code where the real service would refuse.
 *
 * @public
 */
export class World extends WorldAccess {
  /** Moves everything that happens by itself. */
  readonly clock: SandboxClock;
  readonly #timings?: Partial<WorldTimings>;
  readonly #listeners = new Set<(event: WorldEvent) => void>();
  #parts: WorldParts;

  constructor(
    options: { clock?: SandboxClock; timings?: Partial<WorldTimings> } = {},
  ) {
    super();
    this.clock = options.clock ?? new SandboxClock();
    this.#timings = options.timings;
    this.#parts = this.#build();
  }

  /** Forgets everything, waiting transitions included. */
  reset(): void {
    this.clock.clear();
    this.#parts = this.#build();
  }

  /** {@inheritDoc LoadBalancing.createLoadBalancer} */
  createLoadBalancer(scope: Scope, input: LoadBalancerInput): LoadBalancer {
    return this.loadBalancing.createLoadBalancer(scope, input);
  }

  /** {@inheritDoc TargetGroups.createTargetGroup} */
  createTargetGroup(scope: Scope, input: TargetGroupInput): TargetGroup {
    return this.targetGroups.createTargetGroup(scope, input);
  }

  /** {@inheritDoc Listeners.createListener} */
  createListener(scope: Scope, input: ListenerInput): Listener {
    return this.listeners.createListener(scope, input);
  }

  /** {@inheritDoc TargetGroups.registerTargets} */
  registerTargets(scope: Scope, arn: string, targets: TargetInput[]): void {
    this.targetGroups.registerTargets(scope, arn, targets);
  }

  /** {@inheritDoc TargetGroups.setTargetHealth} */
  setTargetHealth(arn: string, health: TargetHealth, targetId?: string): void {
    this.targetGroups.setTargetHealth(arn, health, targetId);
  }

  /** {@inheritDoc EndpointServices.createEndpointService} */
  createEndpointService(
    scope: Scope,
    input: EndpointServiceInput,
  ): EndpointService {
    return this.endpointServices.createEndpointService(scope, input);
  }

  /** {@inheritDoc DnsRecords.publishTxt} */
  publishTxtRecord(name: string, value: string): void {
    this.dns.publishTxt(name, value);
  }

  /** {@inheritDoc DnsRecords.removeTxt} */
  removeTxtRecord(name: string, value?: string): boolean {
    return this.dns.removeTxt(name, value);
  }

  /** Creates an endpoint for a consumer, with a network of its own if need be. */
  connect(input: ConnectInput): Endpoint {
    const scope = { accountId: input.consumerAccount, region: input.region };
    const service = this.endpointServices.findByName(input.serviceName);
    return this.endpoints.createEndpoint(scope, {
      serviceName: input.serviceName,
      serviceRegion: service?.region,
      vpcId: input.vpcId ?? this.network.ensureDefaultVpc(scope).id,
      subnetIds: input.subnetIds,
      securityGroupIds: input.securityGroupIds,
      privateDnsEnabled: input.privateDnsEnabled,
      tags: input.tags,
    });
  }

  /** Deletes a consumer's endpoint, found by its id alone. */
  disconnect(endpointId: string): void {
    const endpoint = this.findEndpoint(endpointId);
    this.endpoints.deleteEndpoints(endpoint, [endpointId]);
  }

  /** The endpoint of this id, whoever owns it; an unknown id is a fault. */
  findEndpoint(endpointId: string): Endpoint {
    const owner = this.endpoints.endpoints.get(endpointId);
    const nobody = { accountId: '', region: '' };
    return this.endpoints.getEndpoint(owner ?? nobody, endpointId);
  }

  /**
   * Puts a new endpoint of the same consumer in the place of another, which is
   * gone at once: what a decision must notice.
   */
  replace(endpointId: string): Endpoint {
    const old = this.findEndpoint(endpointId);
    this.endpoints.removeNow(old);
    this.notifications.publish('Delete', old);
    return this.connect({
      consumerAccount: old.accountId,
      region: old.region,
      serviceName: old.serviceName,
      vpcId: old.vpcId,
      subnetIds: old.subnetIds,
      securityGroupIds: old.securityGroupIds,
      tags: old.tags,
    });
  }

  /** The load balancer of this ARN, whoever owns it; an unknown ARN is a fault. */
  findLoadBalancer(arn: string): LoadBalancer {
    const [, , , region = '', accountId = ''] = arn.split(':');
    return this.loadBalancing.getLoadBalancer({ accountId, region }, arn);
  }

  /** The tagged resource with an EC2 id or a load balancing ARN. */
  findTagged(scope: Scope, id: string): ScopedRecord | undefined {
    return this.#collections()
      .map(collection => collection.getIn(scope, id))
      .find(Boolean);
  }

  /** All resources of an account and region that can have tags. */
  listTagged(scope: Scope): ScopedRecord[] {
    return this.#collections().flatMap(collection => collection.list(scope));
  }

  /** Calls `listener` on every change of state; the answer ends that. */
  onEvent(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected get parts(): WorldParts {
    return this.#parts;
  }

  #build(): WorldParts {
    const context = new WorldContext({
      clock: this.clock,
      ids: new IdSource(),
      timings: this.#timings,
      announce: event => {
        for (const listener of this.#listeners) listener(event);
      },
    });
    return createWorldParts(context);
  }

  #collections(): {
    list(scope: Scope): ScopedRecord[];
    getIn(scope: Scope, id: string): ScopedRecord | undefined;
  }[] {
    return [
      this.endpointServices.services,
      this.endpoints.endpoints,
      this.network.vpcs,
      this.network.subnets,
      this.network.networkInterfaces,
      this.securityGroups.groups,
      this.loadBalancing.loadBalancers,
      this.listeners.listeners,
      this.listenerRules.rules,
      this.targetGroups.targetGroups,
      this.notifications.notifications,
    ];
  }
}
