import { parseGoInteger } from '../../values/goParsers';
import { formatGoMap } from '../../values/goText';
import { ControllerRefusal } from '../ControllerRefusal';
import { IngressGroupId } from './IngressGroup';
import { GroupMember, IngressAnnotations } from './LbcIngress';
import {
  FrontendHealthCheck,
  mergeFrontendHealthChecks,
  readFrontendHealthCheck,
} from './planFrontendHealthCheck';
import { AlbHealthCheckPlan } from './planHealthCheck';
import { nameGroupResource } from './planName';
import { within } from './within';

/** One listener of the Network Load Balancer in front, which leads to one of the Ingresses'. @public */
export interface FrontendListenerPlan {
  port: number;
  protocol: 'TCP';
  /** The port of the Application Load Balancer. */
  targetPort: number;
  targetGroupName: string;
  healthCheck: AlbHealthCheckPlan;
}

const NAME = 'frontend-nlb-listener-port-mapping';

/** Which port leads to which, as an Ingress says; empty for each to its own. */
function readPortMapping(annotations: IngressAnnotations): [number, number][] {
  const pairs =
    within(`failed to parse ${NAME} for ingress ${formatGoMap({})}`, () =>
      annotations.stringMap(NAME),
    ) ?? {};
  const parse = (text: string, which: string) => {
    const port = parseGoInteger(text, 32);
    if (port !== undefined) return port;
    throw new ControllerRefusal(`invalid ${which} listener port: ${text}`, [
      annotations.keyOf(NAME),
    ]);
  };
  return Object.entries(pairs).map(([nlb, alb]) => [
    parse(nlb, 'NLB'),
    parse(alb, 'ALB'),
  ]);
}

function planOfMember(
  { annotations }: GroupMember,
  albPorts: readonly number[],
): [number, FrontendHealthCheck][] {
  const mapping = readPortMapping(annotations);
  const pairs = mapping.length
    ? // A port that the Ingress doesn't listen on is left out without a word.
      mapping.filter(([, albPort]) => albPorts.includes(albPort))
    : albPorts.map((port): [number, number] => [port, port]);
  return pairs.map(([port, targetPort]) => [
    port,
    { named: readFrontendHealthCheck(annotations), targetPort },
  ]);
}

function nameTargetGroup(
  id: IngressGroupId,
  clusterName: string,
  port: number,
  { port: checked, protocol }: AlbHealthCheckPlan,
): string {
  const hashed = [String(port), 'alb', 'TCP', String(checked), protocol];
  return nameGroupResource(id, clusterName, hashed);
}

/**
 * The listeners of the Network Load Balancer in front of a group.
 *
 * @remarks `buildFrontendNlbListeners` in `pkg/ingress/model_build_frontend_nlb.go`, version 3.5.
 *
 * @param albPortsOf - The ports that a member listens on.
 *
 * @internal
 */
export function planFrontendListeners(
  { id, members }: { id: IngressGroupId; members: readonly GroupMember[] },
  albPortsOf: (member: GroupMember) => readonly number[],
  { clusterName }: { clusterName: string },
): FrontendListenerPlan[] {
  const byPort = new Map<number, FrontendHealthCheck[]>();
  for (const member of members) {
    const ofMember = within(
      `failed to compute listenPort config for ingress: ${member.key}`,
      () => planOfMember(member, albPortsOf(member)),
    );
    for (const [port, config] of ofMember)
      byPort.set(port, [...(byPort.get(port) ?? []), config]);
  }
  return [...byPort]
    .sort(([a], [b]) => a - b)
    .map(([port, configs]) => {
      const healthCheck = within(
        `failed to merge NLB listenPort config for port: ${port}`,
        () => mergeFrontendHealthChecks(configs),
      );
      return {
        port,
        protocol: 'TCP',
        targetPort: configs[0].targetPort,
        targetGroupName: nameTargetGroup(id, clusterName, port, healthCheck),
        healthCheck,
      };
    });
}
