import { ListResourcesCommand, type Resource } from '@aws-sdk/client-ram';
import { readAll } from '../../clients/readPages';
import type { InspectionContext } from '../../inspection/InspectionContext';
import type { SubnetShare } from './LoadBalancerInspection';

/**
 * Reads which of some subnets other accounts share with this one. What is not in the answer is not shared.
 *
 * @internal
 */
export async function readSubnetShares(
  subnetIds: readonly string[],
  { callers, signal }: InspectionContext,
): Promise<SubnetShare[]> {
  const resources = await readAll(
    nextToken =>
      callers.ram.send(
        new ListResourcesCommand({
          resourceOwner: 'OTHER-ACCOUNTS',
          resourceType: 'ec2:Subnet',
          maxResults: 500,
          nextToken,
        }),
        { signal },
      ),
    { items: page => page.resources, nextToken: page => page.nextToken },
  );
  return resources
    .flatMap(resource => toSubnetShare(resource) ?? [])
    .filter(({ subnetId }) => subnetIds.includes(subnetId));
}

/**
 * A shared resource as the rules read it; `undefined` for one that is no subnet.
 *
 * @internal
 */
export function toSubnetShare(resource: Resource): SubnetShare | undefined {
  const [, subnetId] = /:subnet\/(subnet-\w+)$/.exec(resource.arn ?? '') ?? [];
  return subnetId
    ? {
        subnetId,
        shareArn: resource.resourceShareArn,
        // Left out where all is well (RAM API, Resource).
        status: resource.status ?? 'AVAILABLE',
      }
    : undefined;
}
