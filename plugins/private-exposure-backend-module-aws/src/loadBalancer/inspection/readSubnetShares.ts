import { ListResourcesCommand, type Resource } from '@aws-sdk/client-ram';
import { readAll } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import type {
  CallableScope,
  InspectionContext,
} from '../../inspection/InspectionContext';
import type { SubnetShare } from './LoadBalancerInspection';

/**
 * Reads which of some subnets other accounts share with this one. What is not in the answer is not shared.
 *
 * @internal
 */
export async function readSubnetShares(
  subnetIds: readonly string[],
  context: InspectionContext,
): Promise<SubnetShare[]> {
  const shares = await listSubnetShares(context);
  return shares.filter(({ subnetId }) => subnetIds.includes(subnetId));
}

/**
 * The subnets that other accounts share with a scope, in pages: the load balancers of the scope share them.
 *
 * @internal
 */
export function listSubnetShares({
  callers,
  signal,
  since,
}: CallableScope & Looker): Promise<SubnetShare[]> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember('subnet shares', keep, async () => {
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
      {
        items: page => requireMember(page, 'resources'),
        nextToken: page => page.nextToken,
      },
    );
    return resources.flatMap(resource => toSubnetShare(resource) ?? []);
  });
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
