import type {
  InboundRule,
  InspectedLoadBalancer,
  Listener,
} from '../inspection/AwsInspection';
import { seenOr } from '../inspection/look';

/** A listener and the inbound rules that let traffic reach it. @internal */
export interface Opening {
  /** The listener. */
  listener: Listener;
  /** Rules for its port, out of all security groups of the load balancer. */
  rules: InboundRule[];
}

/**
 * What a load balancer's security groups let through to its listeners, where they filter what comes over PrivateLink
 * and all of it was seen; else nothing.
 *
 * @internal
 */
export function openingsOf(loadBalancer: InspectedLoadBalancer): Opening[] {
  const description = seenOr(loadBalancer.description);
  const groups = seenOr(loadBalancer.securityGroups);
  const listeners = seenOr(loadBalancer.listeners);
  if (!description?.filtersPrivateLink || !groups || !listeners) return [];
  // A group that was not in the answer may hold the rule that is looked for.
  if (
    description.securityGroupIds.length === 0 ||
    groups.length < description.securityGroupIds.length
  ) {
    return [];
  }
  const rules = groups.flatMap(({ inbound }) => inbound);
  return listeners
    .filter(({ port }) => port !== undefined)
    .map(listener => ({
      listener,
      rules: rules.filter(rule => letsThrough(rule, listener)),
    }));
}

/** A listener for a people's eyes. @internal */
export function listenerTitle({ protocol, port }: Listener): string {
  return `${protocol} ${port}`;
}

// Names and IANA numbers; EC2 sends the names of these, and takes either.
const TCP = ['tcp', '6'];
const UDP = ['udp', '17'];

function letsThrough(rule: InboundRule, listener: Listener): boolean {
  if (rule.protocol === '-1') return true;
  const wanted = listenerProtocols(listener.protocol);
  if (!wanted.includes(rule.protocol.toLowerCase())) return false;
  const { fromPort, toPort } = rule;
  if (fromPort === undefined || toPort === undefined || fromPort === -1) {
    return true;
  }
  const port = listener.port ?? 0;
  return fromPort <= port && port <= toPort;
}

function listenerProtocols(protocol: string): string[] {
  if (protocol === 'TCP' || protocol === 'TLS') return TCP;
  if (protocol === 'TCP_UDP' || protocol === 'TCP_QUIC') {
    return [...TCP, ...UDP];
  }
  return UDP;
}
