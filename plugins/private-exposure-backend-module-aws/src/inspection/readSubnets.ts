import {
  DescribeSubnetsCommand,
  type Subnet as Ec2Subnet,
} from '@aws-sdk/client-ec2';
import type { Ec2Caller } from '../clients/AwsClients';
import { readAll } from '../clients/readPages';
import type { Subnet } from './AwsInspection';

/**
 * Reads subnets by a filter: `subnet-id`, whose answer leaves out what does not exist, or `vpc-id`.
 *
 * @internal
 */
export async function readSubnets(
  ec2: Ec2Caller,
  filter: { name: 'subnet-id' | 'vpc-id'; values: readonly string[] },
  signal: AbortSignal,
): Promise<Subnet[]> {
  // EC2 reads a filter without values as no filter: it would list every subnet of the account.
  if (filter.values.length === 0) return [];
  const subnets = await readAll(
    NextToken =>
      ec2.send(
        new DescribeSubnetsCommand({
          Filters: [{ Name: filter.name, Values: [...filter.values] }],
          MaxResults: 1000,
          NextToken,
        }),
        { signal },
      ),
    { items: page => page.Subnets, nextToken: page => page.NextToken },
  );
  return subnets.flatMap(subnet => toSubnet(subnet) ?? []);
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
    cidr: subnet.CidrBlock,
  };
}
