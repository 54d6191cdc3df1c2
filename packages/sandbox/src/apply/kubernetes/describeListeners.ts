import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { describeAction } from './describeAction';
import { agreeOn, GroupMember, mergePairs } from './IngressGroup';
import { IngressTargetGroups } from './IngressTargetGroups';
import { isRecord } from './readManifests';

/**
 * A listener of an IngressGroup's load balancer.
 * @internal
 */
export type DescribedListener = Args & {
  port: number;
  protocol: 'HTTP' | 'HTTPS';
  /** Whether it sends everything to the HTTPS listener. */
  redirects: boolean;
  /** `namespace/name` of the Ingresses that listen here. */
  members: string[];
};

const NOT_FOUND = {
  type: 'fixed-response',
  status_code: '404',
  content_type: 'text/plain',
};
const DEFAULT_SSL_POLICY = 'ELBSecurityPolicy-2016-08';

/**
 * The listeners of a group, by port: all on which a member listens.
 *
 * @throws InputError in the controller's words for ports that cannot be read, or about which members disagree.
 * @internal
 */
export function describeListeners(
  members: GroupMember[],
  targets: IngressTargetGroups,
): DescribedListener[] {
  const byPort = new Map<number, Map<string, GroupMember[]>>();
  for (const member of members) {
    for (const [port, protocol] of listenPortsOf(member)) {
      const known = byPort.get(port) ?? new Map<string, GroupMember[]>();
      known.set(protocol, [...(known.get(protocol) ?? []), member]);
      byPort.set(port, known);
    }
  }
  const redirectPort = redirectPortOf(members);
  const listeners = [...byPort]
    .sort(([left], [right]) => left - right)
    .map(([port, protocols]) => {
      const [protocol, ...others] = protocols.keys();
      if (others.length > 0) {
        throw new InputError(
          `failed to merge listenPort config for port: ${port}: conflicting protocol: ${protocol} | ${others[0]}`,
        );
      }
      const listening = protocols.get(protocol) ?? [];
      return protocol === 'HTTPS'
        ? describeHttps(port, listening, targets)
        : describeHttp(port, listening, targets, redirectPort);
    });
  const redirectsTo = listeners.find(({ port }) => port === redirectPort);
  if (redirectPort !== undefined && redirectsTo?.protocol !== 'HTTPS') {
    throw new InputError(
      redirectsTo
        ? `listener protocol non-SSL for SSLRedirect port: ${redirectPort}`
        : `listener does not exist for SSLRedirect port: ${redirectPort}`,
    );
  }
  return listeners;
}

function describeHttp(
  port: number,
  members: GroupMember[],
  targets: IngressTargetGroups,
  redirectPort: number | undefined,
): DescribedListener {
  const redirects = redirectPort !== undefined;
  return {
    ...commonOf(port, 'HTTP', members),
    protocol: 'HTTP',
    redirects,
    certificates: [],
    ssl_policy: null,
    action: redirects
      ? {
          type: 'redirect',
          protocol: 'HTTPS',
          port: String(redirectPort),
          status_code: 'HTTP_301',
        }
      : defaultActionOf(members, targets),
  };
}

function describeHttps(
  port: number,
  members: GroupMember[],
  targets: IngressTargetGroups,
): DescribedListener {
  const certificates = members.flatMap(({ annotations }) =>
    annotations.list('certificate-arn'),
  );
  return {
    ...commonOf(port, 'HTTPS', members),
    protocol: 'HTTPS',
    redirects: false,
    certificates: [...new Set(certificates)],
    // Without `certificate-arn` the controller looks for certificates of these names.
    hosts: [
      ...new Set(
        members.flatMap(({ ingress }) => [
          ...ingress.tlsHosts,
          ...ingress.rules.map(({ host }) => host).filter(Boolean),
        ]),
      ),
    ],
    ssl_policy:
      agreeOn(members, 'sslPolicy', ({ annotations }) =>
        annotations.text('ssl-policy'),
      ) ?? DEFAULT_SSL_POLICY,
    action: defaultActionOf(members, targets),
  };
}

function commonOf(port: number, protocol: string, members: GroupMember[]) {
  const sources = (name: string) =>
    agreeOn(members, name, ({ annotations }) =>
      annotations.text(name) === undefined
        ? undefined
        : [...annotations.list(name)].sort().join(','),
    )?.split(',');
  const prefixLists = sources('security-group-prefix-lists') ?? [];
  return {
    port,
    members: members.map(({ key }) => key),
    prefix_lists: prefixLists,
    inbound:
      sources('inbound-cidrs') ?? (prefixLists.length > 0 ? [] : ['0.0.0.0/0']),
    attributes: mergePairs(members, 'listener attributes', ({ annotations }) =>
      annotations.map(`listener-attributes.${protocol}-${port}`),
    ),
  };
}

function defaultActionOf(
  members: GroupMember[],
  targets: IngressTargetGroups,
): Args {
  const own = members.filter(({ ingress }) => ingress.defaultBackend);
  if (own.length > 1) {
    throw new InputError(
      `multiple ingress defined default backend: [${own
        .map(({ key }) => key)
        .join(' ')}]`,
    );
  }
  const backend = own[0]?.ingress.defaultBackend;
  return backend ? describeAction(own[0], backend, targets) : NOT_FOUND;
}

function listenPortsOf({
  annotations,
}: GroupMember): [number, 'HTTP' | 'HTTPS'][] {
  const text = annotations.text('listen-ports');
  if (text === undefined) {
    return annotations.list('certificate-arn').length > 0
      ? [[443, 'HTTPS']]
      : [[80, 'HTTP']];
  }
  const entries = parseList(text);
  if (!entries?.length) {
    throw new InputError(
      entries
        ? `empty listen-ports configuration: \`${text}\``
        : `failed to parse listen-ports configuration: \`${text}\``,
    );
  }
  return entries.flatMap(entry =>
    Object.entries(entry).map(
      ([protocol, value]): [number, 'HTTP' | 'HTTPS'] => {
        const port = Number(value);
        if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) {
          throw new InputError(
            `listen port must be within [1, 65535]: ${String(value)}`,
          );
        }
        if (protocol !== 'HTTP' && protocol !== 'HTTPS') {
          throw new InputError(
            `listen protocol must be within [HTTP, HTTPS]: ${protocol}`,
          );
        }
        return [port, protocol];
      },
    ),
  );
}

function parseList(text: string): Record<string, unknown>[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(isRecord) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function redirectPortOf(members: GroupMember[]): number | undefined {
  const port = agreeOn(members, 'sslRedirect port', ({ annotations }) =>
    annotations.integer('ssl-redirect')?.toString(),
  );
  return port === undefined ? undefined : Number(port);
}
