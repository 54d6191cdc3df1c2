import { AwsLbcServiceFacts } from './AwsLbcServiceFacts';
import { LbcService, LbcServicePort } from './LbcService';
import { ForwardActionPlan, planForwardAction } from './planForwardAction';
import {
  planAlpnPolicy,
  planListenerAttributes,
  planListenerConfig,
  planSharesListeners,
} from './planListenerConfig';
import {
  checkSharedPort,
  ListenerProtocol,
  planListenerProtocols,
} from './planListenerProtocols';
import {
  planTargetGroup,
  TargetGroupBindingPlan,
  TargetGroupOptions,
  TargetGroupPlan,
} from './planTargetGroup';

/** A listener of a load balancer. @public */
export interface ListenerPlan {
  port: number;
  protocol: ListenerProtocol;
  /** ARNs, the default first; empty for all but TLS. */
  certificates: readonly string[];
  sslPolicy: string | undefined;
  alpnPolicy: readonly string[];
  attributes: Record<string, string>;
  defaultActions: readonly ForwardActionPlan[];
  tags: Record<string, string>;
}

/** The listeners of a load balancer, and where they send traffic. @public */
export interface ListenersPlan {
  listeners: ListenerPlan[];
  targetGroups: TargetGroupPlan[];
  targetGroupBindings: TargetGroupBindingPlan[];
}

function groupByNumber(
  ports: readonly LbcServicePort[],
): Map<number, LbcServicePort[]> {
  const groups = new Map<number, LbcServicePort[]>();
  for (const port of ports)
    groups.set(port.port, [...(groups.get(port.port) ?? []), port]);
  return groups;
}

/** The ports that get listeners, and the numbers whose listener serves TCP and UDP. */
function chooseListeners(service: LbcService, facts: AwsLbcServiceFacts) {
  if (!planSharesListeners(service, facts))
    return { ports: service.ports, shared: new Set<number>() };
  const groups = [...groupByNumber(service.ports)];
  const shared = groups.filter(([, ports]) => ports.length > 1);
  for (const [, ports] of shared) checkSharedPort(ports);
  return {
    ports: groups.map(([, [first]]) => first),
    shared: new Set(shared.map(([number]) => number)),
  };
}

/**
 * The listeners and target groups of a Service. Without listeners that serve TCP and UDP, two ports of one number end up
 * as one: the last one's listener before the first one's target group.
 *
 * @remarks `buildListeners` in `pkg/service/model_build_listener.go`, version 3.5.
 *
 * @internal
 */
export function planListeners(
  service: LbcService,
  facts: AwsLbcServiceFacts,
  options: TargetGroupOptions,
): ListenersPlan {
  const { ports, shared } = chooseListeners(service, facts);
  const config = planListenerConfig(service, facts);
  const listeners = new Map<number, ListenerPlan>();
  const targetGroups = new Map<
    string,
    { targetGroup: TargetGroupPlan; binding: TargetGroupBindingPlan }
  >();
  for (const port of ports) {
    const isShared = shared.has(port.port);
    const spoken = planListenerProtocols(service, port, config, isShared);
    const key = String(port.port);
    if (!targetGroups.has(key)) {
      const listened = { port, protocol: spoken.targetGroup };
      targetGroups.set(key, planTargetGroup(service, facts, listened, options));
    }
    const isTls = spoken.listener === 'TLS';
    listeners.set(port.port, {
      port: port.port,
      protocol: spoken.listener,
      certificates: isTls ? config.certificates : [],
      sslPolicy: isTls ? config.sslPolicy : undefined,
      alpnPolicy: planAlpnPolicy(service, spoken.listener),
      defaultActions: [planForwardAction(service, spoken.listener, port.port)],
      attributes: planListenerAttributes(service, spoken.listener, port.port),
      tags: options.tags,
    });
  }
  const groups = [...targetGroups.values()];
  return {
    listeners: [...listeners.values()],
    targetGroups: groups.map(({ targetGroup }) => targetGroup),
    targetGroupBindings: groups.map(({ binding }) => binding),
  };
}
