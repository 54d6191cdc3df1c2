import type {
  InboundRule,
  InspectedLoadBalancer,
  Listener,
} from '../inspection/InspectedLoadBalancer';
import { letsThrough } from '../inspection/letsThrough';
import { seenOr } from '../inspection/look';

/** A listener and the inbound rules that let traffic reach it. @internal */
export interface Opening {
  /** The listener. */
  listener: Listener;
  /** Rules for its port, out of all security groups of the load balancer. */
  rules: InboundRule[];
}

/**
 * What a load balancer's security groups let through to its listeners, where it has any and all of it was seen; else
 * nothing.
 *
 * @internal
 */
export function openingsOf(loadBalancer: InspectedLoadBalancer): Opening[] {
  const description = seenOr(loadBalancer.description);
  const groups = seenOr(loadBalancer.securityGroups);
  const listeners = seenOr(loadBalancer.listeners);
  if (!description || !groups || !listeners) return [];
  // A group that was not in the answer may hold the rule that is looked for.
  if (
    description.securityGroupIds.length === 0 ||
    groups.length < description.securityGroupIds.length
  ) {
    return [];
  }
  const rules = groups.flatMap(({ inbound }) => inbound);
  return listeners.flatMap(listener => {
    const { port, protocol } = listener;
    if (port === undefined) return [];
    return {
      listener,
      rules: rules.filter(rule => letsThrough(rule, protocol, port)),
    };
  });
}

/** A listener for a people's eyes. @internal */
export function listenerTitle({ protocol, port }: Listener): string {
  return `${protocol} ${port}`;
}
