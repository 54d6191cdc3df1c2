import { AwsFault } from './AwsFault';
import { LoadBalancerUse } from './LoadBalancerUse';
import { LoadBalancing } from './LoadBalancing';
import { defaultListenerAttributes } from './loadBalancingDefaults';
import { Network } from './Network';
import { ScopedCollection } from './ScopedCollection';
import { ListenerRules } from './ListenerRules';
import { TargetGroups } from './TargetGroups';
import { Listener, ListenerAnswer, LoadBalancer, Scope, Tags } from './types';
import { WorldContext } from './WorldContext';

/** A listener as a caller describes it. @public */
export interface ListenerInput {
  loadBalancerArn: string;
  port: number;
  /** Default `TCP`. */
  protocol?: string;
  /** This or `answer`. */
  targetGroupArn?: string;
  /** Only for application load balancers. */
  answer?: ListenerAnswer;
  certificateArn?: string;
  /** ARNs of the certificates beside the default one. */
  furtherCertificateArns?: string[];
  sslPolicy?: string;
  alpnPolicy?: string;
  /** Written over the defaults. */
  attributes?: Record<string, string>;
  tags?: Tags;
}

/** What `tcp.idle_timeout.seconds` may be, from the ELBv2 API reference. */
const IDLE_TIMEOUT = { minimum: 60, maximum: 6000 };

/**
 * Listeners: they put target groups behind load balancers.
 *
 * @public
 */
export class Listeners {
  readonly listeners = new ScopedCollection<Listener>();
  readonly #context: WorldContext;
  readonly #loadBalancing: LoadBalancing;
  readonly #targetGroups: TargetGroups;
  readonly #network: Network;
  readonly #rules: ListenerRules;

  constructor(
    context: WorldContext,
    parts: {
      loadBalancing: LoadBalancing;
      targetGroups: TargetGroups;
      network: Network;
      rules: ListenerRules;
      use: LoadBalancerUse;
    },
  ) {
    this.#context = context;
    this.#loadBalancing = parts.loadBalancing;
    this.#targetGroups = parts.targetGroups;
    this.#network = parts.network;
    this.#rules = parts.rules;
    parts.targetGroups.useListeners(this);
    parts.use.onLoadBalancerDeleted(arn => {
      for (const listener of this.listenersOf(arn)) this.#remove(listener);
    });
  }

  /** Creates a listener that forwards to a target group, or answers. */
  createListener(scope: Scope, input: ListenerInput): Listener {
    const loadBalancer = this.#loadBalancing.getLoadBalancer(
      scope,
      input.loadBalancerArn,
    );
    this.#checkAction(scope, loadBalancer.type, input);
    const isTaken = this.listenersOf(loadBalancer.id).some(
      listener => listener.port === input.port,
    );
    if (isTaken) {
      throw new AwsFault(
        'DuplicateListener',
        'A listener already exists on this port for this load balancer',
      );
    }
    const path = loadBalancer.id.replace(':loadbalancer/', ':listener/');
    const id = `${path}/${this.#context.ids.hex(16)}`;
    const listener = this.listeners.add({
      ...this.#context.newRecord(scope, id, input.tags),
      loadBalancerArn: loadBalancer.id,
      port: input.port,
      protocol: input.protocol ?? 'TCP',
      targetGroupArn: input.targetGroupArn,
      answer: input.answer,
      certificateArn: input.certificateArn,
      furtherCertificateArns: input.furtherCertificateArns,
      sslPolicy: input.sslPolicy,
      alpnPolicy: input.alpnPolicy,
      attributes: defaultListenerAttributes(input.protocol ?? 'TCP'),
    });
    if (input.attributes) writeAttributes(listener, input.attributes);
    this.#refresh(listener.targetGroupArn);
    return listener;
  }

  /** Changes port, protocol or target group. */
  modifyListener(
    scope: Scope,
    arn: string,
    change: Partial<
      Omit<ListenerInput, 'loadBalancerArn' | 'tags' | 'attributes'>
    >,
  ): Listener {
    const listener = this.getListener(scope, arn);
    const before = listener.targetGroupArn;
    if (change.targetGroupArn) {
      this.#targetGroups.getTargetGroup(scope, change.targetGroupArn);
    }
    const given = Object.entries(change).filter(
      ([, value]) => value !== undefined,
    );
    Object.assign(listener, Object.fromEntries(given));
    if (change.answer) listener.targetGroupArn = undefined;
    if (change.targetGroupArn) listener.answer = undefined;
    const defaults = defaultListenerAttributes(listener.protocol);
    listener.attributes = Object.fromEntries(
      Object.entries(defaults).map(([key, value]) => [
        key,
        listener.attributes[key] ?? value,
      ]),
    );
    if (listener.targetGroupArn !== before) {
      this.#refresh(before);
      this.#refresh(listener.targetGroupArn);
    }
    return listener;
  }

  /** Writes attributes; a key that the protocol does not have is refused. */
  modifyAttributes(
    scope: Scope,
    arn: string,
    changes: Record<string, string>,
  ): Listener {
    const listener = this.getListener(scope, arn);
    writeAttributes(listener, changes);
    return listener;
  }

  /** The listener; a foreign or unknown ARN is `ListenerNotFound`. */
  getListener(scope: Scope, arn: string): Listener {
    const listener = this.listeners.getIn(scope, arn);
    if (!listener) {
      throw new AwsFault('ListenerNotFound', `One or more listeners not found`);
    }
    return listener;
  }

  /** Deletes a listener; its targets become unused. */
  deleteListener(scope: Scope, arn: string): void {
    this.#remove(this.getListener(scope, arn));
  }

  /** The listeners of a load balancer. */
  listenersOf(loadBalancerArn: string): Listener[] {
    const [, , , region, accountId] = loadBalancerArn.split(':').slice(0, 5);
    return this.listeners
      .list({ accountId, region })
      .filter(listener => listener.loadBalancerArn === loadBalancerArn);
  }

  /** ARNs of the target groups behind a load balancer, by default or by a rule. */
  targetGroupsOf(loadBalancerArn: string): string[] {
    const arns = this.listenersOf(loadBalancerArn).flatMap(listener => [
      ...this.#rules.rulesOf(listener.id).map(rule => rule.targetGroupArn),
      listener.targetGroupArn,
    ]);
    return [...new Set(arns)].filter(arn => arn !== undefined);
  }

  /** ARNs of the load balancers that forward to a target group. */
  loadBalancersOf(targetGroupArn: string): string[] {
    const [, , , region, accountId] = targetGroupArn.split(':').slice(0, 5);
    const scope = { accountId, region };
    const byRule = this.#rules.rules
      .list(scope)
      .filter(rule => rule.targetGroupArn === targetGroupArn)
      .map(rule => rule.listenerArn);
    const arns = this.listeners
      .list(scope)
      .filter(
        listener =>
          listener.targetGroupArn === targetGroupArn ||
          byRule.includes(listener.id),
      )
      .map(listener => listener.loadBalancerArn);
    return [...new Set(arns)];
  }

  /** {@inheritDoc TargetGroupUse.zonesServing} */
  zonesServing(targetGroupArn: string): string[] | undefined {
    const arns = this.loadBalancersOf(targetGroupArn);
    if (arns.length === 0) return undefined;
    return arns.flatMap(arn =>
      (this.#loadBalancing.loadBalancers.get(arn)?.subnetIds ?? []).flatMap(
        id => this.#network.subnets.get(id)?.zoneName ?? [],
      ),
    );
  }

  #remove(listener: Listener): void {
    this.listeners.remove(listener.id);
    this.#rules.removeOf(listener.id);
    this.#refresh(listener.targetGroupArn);
  }

  #refresh(targetGroupArn: string | undefined): void {
    if (targetGroupArn) this.#targetGroups.refresh(targetGroupArn);
  }

  #checkAction(
    scope: Scope,
    type: LoadBalancer['type'],
    { targetGroupArn, answer }: ListenerInput,
  ): void {
    if (!targetGroupArn === !answer || (answer && type !== 'application')) {
      throw new AwsFault(
        'InvalidLoadBalancerAction',
        'A listener forwards to a target group; that of an application load balancer may answer instead',
      );
    }
    if (targetGroupArn)
      this.#targetGroups.getTargetGroup(scope, targetGroupArn);
  }
}

function writeAttributes(
  listener: Listener,
  changes: Record<string, string>,
): void {
  for (const [key, value] of Object.entries(changes)) {
    if (!(key in listener.attributes)) {
      throw new AwsFault(
        'ValidationError',
        `Listener attribute key '${key}' is not supported on listeners with protocol '${listener.protocol}'`,
      );
    }
    const { minimum, maximum } = IDLE_TIMEOUT;
    const seconds = /^\d+$/.test(value) ? Number(value) : NaN;
    if (!(seconds >= minimum && seconds <= maximum)) {
      throw new AwsFault(
        'InvalidConfigurationRequest',
        `The value '${value}' of '${key}' must be between ${minimum} and ${maximum}`,
      );
    }
  }
  Object.assign(listener.attributes, changes);
}
