import {
  DescribeSubnetsCommand,
  type Subnet as Ec2Subnet,
} from '@aws-sdk/client-ec2';
import type { Ec2Caller } from '../clients/ScopeCallers';
import { readAll } from '../clients/readPages';
import { LISTING_KEPT_MS, type Looker } from '../clients/ScopeMemory';
import type { Subnet } from './InspectedLoadBalancer';
import type { CallableScope } from './InspectionContext';

/** Most values that EC2 takes in one filter. */
const VALUES_PER_FILTER = 200;

/**
 * Reads subnets by a filter: `subnet-id`, whose answer leaves out what does not exist, or `vpc-id`. Without values there is no call: EC2
 * would read that as no filter and list every subnet of the account.
 *
 * @internal
 */
export async function readSubnets(
  ec2: Ec2Caller,
  filter: { name: 'subnet-id' | 'vpc-id'; values: readonly string[] },
  signal: AbortSignal,
): Promise<Subnet[]> {
  const chunks = Array.from(
    { length: Math.ceil(filter.values.length / VALUES_PER_FILTER) },
    (_, index) =>
      filter.values.slice(
        index * VALUES_PER_FILTER,
        (index + 1) * VALUES_PER_FILTER,
      ),
  );
  const found: Subnet[] = [];
  for (const Values of chunks) {
    const subnets = await readAll(
      NextToken =>
        ec2.send(
          new DescribeSubnetsCommand({
            Filters: [{ Name: filter.name, Values }],
            MaxResults: 1000,
            NextToken,
          }),
          { signal },
        ),
      { items: page => page.Subnets, nextToken: page => page.NextToken },
    );
    found.push(...subnets.flatMap(subnet => toSubnet(subnet) ?? []));
  }
  return found;
}

/**
 * Reads the subnets of a network that the scope sees, once for all that stand in it.
 *
 * @internal
 */
export async function readNetwork(
  vpcId: string | undefined,
  { callers, signal, since }: Looker & CallableScope,
): Promise<Subnet[]> {
  if (!vpcId) return [];
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  const filter = { name: 'vpc-id' as const, values: [vpcId] };
  return callers.memory.remember(`subnets of ${vpcId}`, keep, () =>
    readSubnets(callers.ec2, filter, signal),
  );
}

/**
 * A subnet as the rules read it; `undefined` for an entry without an id.
 *
 * @internal
 */
export function toSubnet(subnet: Ec2Subnet): Subnet | undefined {
  if (!subnet.SubnetId) return undefined;
  return {
    id: subnet.SubnetId,
    zoneName: subnet.AvailabilityZone ?? '',
    zoneId: subnet.AvailabilityZoneId ?? '',
    vpcId: subnet.VpcId,
    cidr: subnet.CidrBlock,
    ipv6Cidrs: (subnet.Ipv6CidrBlockAssociationSet ?? [])
      // One that is being taken away stays in the answer for a while.
      .filter(({ Ipv6CidrBlockState: state }) =>
        ['associated', undefined].includes(state?.State),
      )
      .flatMap(({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? []),
    ownerId: subnet.OwnerId,
  };
}
