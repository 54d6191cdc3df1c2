import type { InboundRule } from './InspectedLoadBalancer';

// Names and IANA numbers; EC2 sends the names of these, and takes either.
const TCP = ['tcp', '6'];
const UDP = ['udp', '17'];

/**
 * Whether an inbound rule is about a port, whoever it lets in.
 *
 * @param protocol - Of a listener or of a target group, as Elastic Load Balancing spells it.
 * @internal
 */
export function letsThrough(
  rule: InboundRule,
  protocol: string,
  port: number,
): boolean {
  if (rule.protocol === '-1') return true;
  if (!ipProtocols(protocol).includes(rule.protocol.toLowerCase())) {
    return false;
  }
  const { fromPort, toPort } = rule;
  if (fromPort === undefined || toPort === undefined || fromPort === -1) {
    return true;
  }
  return fromPort <= port && port <= toPort;
}

function ipProtocols(protocol: string): string[] {
  if (/^(TCP|TLS|SSL|HTTPS?)$/.test(protocol)) return TCP;
  return /^TCP_/.test(protocol) ? [...TCP, ...UDP] : UDP;
}
