import { SurplusAccess } from '../builders/SurplusAccess';
import {
  controllerOf,
  resolveLoadBalancer,
} from '../builders/resolveLoadBalancer';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { LoadBalancerIntent } from '../intents/loadBalancer';
import { codeMarkdown as code } from './escapeMarkdown';
import { table } from './sections';
import { ServedPort } from './servedPorts';

function describeGroups(
  { securityGroups }: LoadBalancerIntent,
  kept: readonly string[],
): string {
  switch (securityGroups.type) {
    case 'explicit':
      return securityGroups.ids.map(code).join(', ');
    case 'none':
      return 'none, and none can be added later';
    default: {
      const { sourceRanges, prefixLists } = securityGroups;
      const networks = [
        ...[...sourceRanges, ...prefixLists].map(code),
        ...kept.map(network => `${code(network)} (already in the file)`),
      ];
      return networks.length
        ? `made by the controller, open to ${networks.join(', ')}`
        : 'made by the controller';
    }
  }
}

function describePorts(ports: ServedPort[]): string {
  if (ports.length === 0) return 'on the ports that its Service has already';
  return ports
    .map(({ port, protocol }) => `${protocol} port ${code(String(port))}`)
    .join(', ');
}

/** Principals and topics as a form names them: a whole account by its id. */
function shortName(arn: string): string {
  return /^arn:[^:]+:iam::(\d{12}):root$/.exec(arn)?.[1] ?? arn;
}

// What stays in the file has its effect, whoever asked for it.
function describeAccess(
  asked: readonly string[],
  surplus: readonly SurplusAccess[],
  kind: SurplusAccess['kind'],
): string {
  const kept = surplus.filter(item => item.kind === kind && !item.isOurs);
  return [
    ...(asked.length ? [asked.map(code).join(', ')] : []),
    ...kept.map(({ value, address }) =>
      value === undefined
        ? `whoever ${code(address)} names, already in the file`
        : `${code(shortName(value))}, already in the file`,
    ),
  ].join('; ');
}

function describeWay(intent: AwsPrivateLinkExposureIntent): string {
  const { internal, targetType } = resolveLoadBalancer(intent);
  const kind = internal ? 'internal' : '**internet-facing**';
  const maker =
    controllerOf(intent) === 'in-tree'
      ? 'in-tree provider'
      : 'AWS Load Balancer Controller';
  return `an ${kind} Network Load Balancer (${maker}, ${targetType} targets) and the endpoint service ${code(
    intent.endpointService.name,
  )}`;
}

function describePlace({
  account,
  region,
  endpointService: { supportedRegions },
}: AwsPrivateLinkExposureIntent): string {
  const others = supportedRegions.map(code).join(', ');
  return `account ${code(account)}, region ${code(region)}${
    others && `, also reachable from ${others}`
  }`;
}

/** Who gets where by an exposure, and through what, as a table for the reviewer. @internal */
export function describeReach(options: {
  intent: AwsPrivateLinkExposureIntent;
  /** What the Service is reached on. */
  ports: ServedPort[];
  /** Networks and prefix lists that are let in by what was there before. */
  keptNetworks: readonly string[];
  /** Who has access by the file before, beside the intent. */
  surplus: readonly SurplusAccess[];
}): string {
  const { intent, ports, surplus } = options;
  const { service, endpointService, loadBalancer } = intent;
  const grants = describeAccess(
    endpointService.grants.map(({ principal }) => principal),
    surplus,
    'grant',
  );
  const topics = describeAccess(
    endpointService.notification ? [endpointService.notification.topicArn] : [],
    surplus,
    'notification',
  );
  const rules =
    loadBalancer.inboundRulesOnPrivateLinkTraffic ??
    'on (what AWS does by itself)';
  return table(
    ['property', 'value'],
    [
      [
        'what',
        `${code(`${service.namespace}/${service.name}`)} in cluster ${code(
          intent.cluster,
        )}, ${describePorts(ports)}`,
      ],
      ['owner', code(intent.entityRef)],
      ['who may ask to connect', grants || 'nobody yet'],
      [
        'each connection',
        endpointService.acceptanceRequired
          ? 'waits for approval'
          : '**is accepted without asking anybody**',
      ],
      ['through', describeWay(intent)],
      ['where', describePlace(intent)],
      ['security groups', describeGroups(loadBalancer, options.keptNetworks)],
      ['their rules on PrivateLink traffic', rules],
      ...(endpointService.privateDns
        ? [['private DNS name', code(endpointService.privateDns.name)]]
        : []),
      ...(topics ? [['who hears of connections', topics]] : []),
    ],
  );
}
