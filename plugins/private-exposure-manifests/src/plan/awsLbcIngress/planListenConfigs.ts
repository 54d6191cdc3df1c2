import { formatGoList } from '../../values/goText';
import { ControllerRefusal } from '../ControllerRefusal';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';
import {
  planInferredCertificates,
  planNamedCertificates,
} from './planCertificates';
import { InboundCidrs, planInboundCidrs } from './planInboundCidrs';
import { AlbProtocol, planListenPorts } from './planListenPorts';
import {
  MutualAuthenticationPlan,
  planMutualAuthentication,
} from './planMutualAuthentication';

/** What is said of one port. @internal */
export interface ListenConfig {
  protocol: AlbProtocol;
  inbound: InboundCidrs;
  prefixLists: readonly string[];
  /** `undefined` where nothing is said of it. */
  sslPolicy: string | undefined;
  /** ARNs, the default one first; `undefined` where they are not known. */
  certificates: readonly string[] | undefined;
  mutualAuthentication: MutualAuthenticationPlan | undefined;
}

const NOBODY: InboundCidrs = { ipv4: [], ipv6: [] };
const EVERYBODY: InboundCidrs = { ipv4: ['0.0.0.0/0'], ipv6: ['::/0'] };

/**
 * What one Ingress says of each of its ports.
 *
 * @remarks `computeIngressListenPortConfigByPort` in `pkg/ingress/model_build_listener.go`, version 3.5.
 *
 * @param requested - The certificate that the controller requests for the Ingress; `undefined` for none.
 *
 * @internal
 */
export function planListenConfigs(
  member: GroupMember,
  facts: Pick<AwsLbcIngressFacts, 'trustStores' | 'certificates'>,
  requested?: string,
): Map<number, ListenConfig> {
  const { annotations, params } = member;
  const named = planNamedCertificates(member);
  const own = named.length || requested === undefined ? named : [requested];
  const sslPolicy = params?.sslPolicy || annotations.string('ssl-policy');
  const prefixLists = params?.prefixLists.length
    ? params.prefixLists
    : annotations.stringList('security-group-prefix-lists') ?? [];
  const inbound = planInboundCidrs(member);
  const mutualAuthentication = planMutualAuthentication(member, facts);
  const ports = planListenPorts(member, own.length > 0);
  const hasHttps = ports.some(([, protocol]) => protocol === 'HTTPS');
  const certificates =
    hasHttps && own.length === 0
      ? planInferredCertificates(member, facts)
      : own;
  return new Map(
    ports.map(([port, protocol]): [number, ListenConfig] => [
      port,
      protocol === 'HTTPS'
        ? {
            protocol,
            inbound,
            prefixLists,
            sslPolicy,
            certificates,
            mutualAuthentication: mutualAuthentication.get(port),
          }
        : {
            protocol,
            inbound,
            prefixLists,
            sslPolicy: undefined,
            certificates: [],
            mutualAuthentication: undefined,
          },
    ]),
  );
}

/** What a member says of a port. @internal */
export interface MemberConfig {
  member: GroupMember;
  config: ListenConfig;
}

const sorted = (values: readonly string[]) => [...new Set(values)].sort();

/** The first that is said of something, where nobody says something else. */
function agreeFirst<T>(
  configs: readonly MemberConfig[],
  read: (config: ListenConfig) => T | undefined,
  what: string,
  format: (value: T) => string,
): T | undefined {
  const said = configs.flatMap(({ member, config }) => {
    const value = read(config);
    return value === undefined ? [] : [{ key: member.key, value }];
  });
  const [first] = said;
  const other = said.find(({ value }) => format(value) !== format(first.value));
  if (other)
    throw new ControllerRefusal(
      `conflicting ${what}, ${first.key}: ${format(first.value)} | ${
        other.key
      }: ${format(other.value)}`,
      [`${INGRESS_ANNOTATION_PREFIX}/listen-ports`],
    );
  return first?.value;
}

function mergeCertificates(
  configs: readonly MemberConfig[],
): readonly string[] | undefined {
  const lists = configs.map(({ config }) => config.certificates);
  if (lists.includes(undefined)) return undefined;
  const [first, ...others] = lists.flatMap(list => list ?? []);
  // The default certificate may stand once more among the others.
  return first === undefined ? [] : [first, ...new Set(others)];
}

/**
 * What all members of a group together say of one port.
 *
 * @remarks `mergeListenPortConfigs` in `pkg/ingress/model_builder.go`, version 3.5.
 *
 * @internal
 */
export function mergeListenConfigs(
  configs: readonly MemberConfig[],
  { defaultSslPolicy }: Pick<AwsLbcIngressFacts, 'defaultSslPolicy'>,
): ListenConfig {
  const protocol =
    agreeFirst(
      configs,
      config => config.protocol,
      'protocol',
      value => value,
    ) ?? 'HTTP';
  const inbound =
    agreeFirst(
      configs,
      ({ inbound: { ipv4, ipv6 } }) =>
        ipv4.length || ipv6.length
          ? { ipv4: sorted(ipv4), ipv6: sorted(ipv6) }
          : undefined,
      'inbound-cidrs',
      ({ ipv4, ipv6 }) => `${formatGoList(ipv4)}, ${formatGoList(ipv6)}`,
    ) ?? NOBODY;
  const prefixLists =
    agreeFirst(
      configs,
      config =>
        config.prefixLists.length ? sorted(config.prefixLists) : undefined,
      'inbound-prefix-lists',
      formatGoList,
    ) ?? [];
  const sslPolicy = agreeFirst(
    configs,
    config => config.sslPolicy,
    'sslPolicy',
    value => value,
  );
  const certificates = mergeCertificates(configs);
  const mutualAuthentication = agreeFirst(
    configs,
    config => config.mutualAuthentication,
    'mTLS Attributes',
    value => JSON.stringify(value),
  );
  const isOpen = inbound === NOBODY && prefixLists.length === 0;
  return {
    protocol,
    inbound: isOpen ? EVERYBODY : inbound,
    prefixLists,
    sslPolicy: protocol === 'HTTPS' ? sslPolicy ?? defaultSslPolicy : sslPolicy,
    certificates,
    mutualAuthentication,
  };
}
