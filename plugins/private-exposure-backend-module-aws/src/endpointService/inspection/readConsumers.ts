import {
  type AttributeBooleanValue,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  type VpcEndpoint,
} from '@aws-sdk/client-ec2';
import {
  mapWithLimit,
  type SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';
import type { Ec2Caller } from '../../clients/ScopeCallers';
import { isNotFound } from '../../clients/errors';
import { readAll } from '../../clients/readPages';
import type { Subnet } from '../../inspection/InspectedLoadBalancer';
import type { Seen } from '../../inspection/Seen';
import type {
  ConsumerEndpoint,
  InspectedConsumer,
  VpcDns,
} from './ServiceInspection';
import {
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { lookElsewhere, mapSeen } from '../../inspection/look';
import { readSubnets } from '../../inspection/readSubnets';

/** Another account of ours, in one region. */
interface OtherAccount {
  ec2: Ec2Caller;
  accountId: string;
  signal: AbortSignal;
}

/**
 * Looks at the consumers in accounts of ours: a handful of calls for each account and region, not for each consumer.
 * Consumers whose account is not ours are left out.
 *
 * @param withDns - Whether to look at the networks' DNS settings, which costs two calls for each network.
 * @internal
 */
export async function readConsumers(
  connections: readonly SurveyedConnection[],
  withDns: boolean,
  context: InspectionContext,
): Promise<InspectedConsumer[]> {
  const groups = new Map<string, SurveyedConnection[]>();
  for (const connection of connections) {
    const { account, region = context.scope.region } = connection.consumer;
    const key = `${account}/${region}`;
    groups.set(key, [...(groups.get(key) ?? []), connection]);
  }
  const inspected = await mapWithLimit(
    [...groups],
    LOOKS_AT_ONCE,
    async ([key, group]) => {
      const [account, region] = key.split('/');
      const other = context.elsewhere(account, region);
      if (!other) return [];
      const { ec2 } = other.callers;
      return readGroup(group, withDns, {
        ec2,
        accountId: account,
        signal: context.signal,
      });
    },
  );
  return inspected.flat();
}

async function readGroup(
  connections: readonly SurveyedConnection[],
  withDns: boolean,
  other: OtherAccount,
): Promise<InspectedConsumer[]> {
  const { ec2, signal } = other;
  const endpoints = await lookElsewhere(other, () =>
    readEndpoints(
      ec2,
      connections.map(({ nativeId }) => nativeId),
      signal,
    ),
  );
  if (endpoints.type === 'unseen') {
    return connections.map(connection => ({ connection, endpoint: endpoints }));
  }
  const subnets = await lookElsewhere(other, () =>
    readSubnets(
      ec2,
      {
        name: 'vpc-id',
        values: distinct(endpoints.value.flatMap(({ VpcId }) => VpcId ?? [])),
      },
      signal,
    ),
  );
  const dns = withDns
    ? await readNetworksDns(endpoints.value, other)
    : new Map<string, Seen<VpcDns>>();
  return connections.map(connection => {
    const found = endpoints.value.find(
      ({ VpcEndpointId }) => VpcEndpointId === connection.nativeId,
    );
    return {
      connection,
      endpoint: {
        type: 'seen',
        value: found && {
          ...toConsumerEndpoint(found, subnets),
          vpcDns: dns.get(found.VpcId ?? ''),
        },
      },
    };
  });
}

async function readEndpoints(
  ec2: Ec2Caller,
  endpointIds: readonly string[],
  signal: AbortSignal,
): Promise<VpcEndpoint[]> {
  return readAll(
    NextToken =>
      ec2.send(
        new DescribeVpcEndpointsCommand({
          Filters: [{ Name: 'vpc-endpoint-id', Values: [...endpointIds] }],
          MaxResults: 1000,
          NextToken,
        }),
        { signal },
      ),
    { items: page => page.VpcEndpoints, nextToken: page => page.NextToken },
  );
}

/**
 * A VPC endpoint as the rules read it.
 *
 * @param subnets - All that can be seen of its network.
 * @internal
 */
export function toConsumerEndpoint(
  endpoint: VpcEndpoint,
  subnets: Seen<Subnet[]>,
): ConsumerEndpoint {
  const { LastError: error, FailureReason } = endpoint;
  return {
    state: endpoint.State ?? '',
    lastError:
      [error?.Code, error?.Message ?? FailureReason]
        .filter(Boolean)
        .join(': ') || undefined,
    privateDnsEnabled: endpoint.PrivateDnsEnabled ?? false,
    vpcId: endpoint.VpcId,
    subnets: mapSeen(subnets, all =>
      all.filter(({ id }) => endpoint.SubnetIds?.includes(id)),
    ),
    clientRanges: mapSeen(subnets, all =>
      all
        .filter(({ vpcId }) => vpcId === endpoint.VpcId)
        .flatMap(subnet => rangesOf(subnet, endpoint)),
    ),
  };
}

/** A client reaches an endpoint in a version of IP that the endpoint has; it has IPv4 unless it says otherwise. */
function rangesOf(
  { cidr, ipv6Cidrs = [] }: Subnet,
  { IpAddressType: type }: VpcEndpoint,
): string[] {
  return [
    ...(type === 'ipv6' || !cidr ? [] : [cidr]),
    ...(type === 'ipv6' || type === 'dualstack' ? ipv6Cidrs : []),
  ];
}

async function readNetworksDns(
  endpoints: readonly VpcEndpoint[],
  other: OtherAccount,
): Promise<Map<string, Seen<VpcDns>>> {
  const vpcIds = distinct(endpoints.flatMap(({ VpcId }) => VpcId ?? []));
  const entries = await mapWithLimit(vpcIds, LOOKS_AT_ONCE, async vpcId => {
    const dns = await lookElsewhere(other, () =>
      readVpcDns(other.ec2, vpcId, other.signal),
    );
    return [vpcId, dns] as const;
  });
  const networks = new Map<string, Seen<VpcDns>>();
  for (const [vpcId, dns] of entries) {
    if (dns.type === 'unseen') networks.set(vpcId, dns);
    // Without a value, the network went away with its endpoint since.
    else if (dns.value) {
      networks.set(vpcId, { type: 'seen', value: dns.value });
    }
  }
  return networks;
}

async function readVpcDns(
  ec2: Ec2Caller,
  vpcId: string,
  signal: AbortSignal,
): Promise<VpcDns | undefined> {
  const ask = (Attribute: 'enableDnsSupport' | 'enableDnsHostnames') =>
    ec2.send(new DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute }), {
      signal,
    });
  try {
    const [support, hostnames] = await Promise.all([
      ask('enableDnsSupport'),
      ask('enableDnsHostnames'),
    ]);
    return {
      support: isOn(support.EnableDnsSupport),
      hostnames: isOn(hostnames.EnableDnsHostnames),
    };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * Whether an attribute of a VPC is on.
 *
 * @internal
 */
export function isOn(attribute: AttributeBooleanValue | undefined): boolean {
  return attribute?.Value ?? false;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
