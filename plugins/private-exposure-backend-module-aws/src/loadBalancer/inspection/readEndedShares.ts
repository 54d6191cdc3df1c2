import {
  GetResourceShareAssociationsCommand,
  type ResourceShareAssociation,
  type ResourceShareAssociationType,
} from '@aws-sdk/client-ram';
import { readAll } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import { cidrContains } from '../../inspection/cidr';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import type {
  CallableScope,
  InspectionContext,
} from '../../inspection/InspectionContext';
import { seenOr } from '../../inspection/look';
import { readNetwork } from '../../inspection/readSubnets';
import type { EndedShare } from './LoadBalancerInspection';

/** Most that one GetResourceShareAssociations returns. */
const PAGE_SIZE = 500;

/**
 * Reads which subnets of the account's own that a load balancer stands in, or has targets in, were shared with others and
 * are no more. RAM tells of an association that has ended for some hours (RAM guide, "Delete a resource share").
 *
 * @internal
 */
export async function readEndedShares(
  { description, targetGroups }: InspectedLoadBalancer,
  context: InspectionContext,
): Promise<EndedShare[]> {
  const ended = await listEndedShares(context);
  if (ended.length === 0) return [];
  const { subnetIds = [], vpcId } = seenOr(description) ?? {};
  const targets = (seenOr(targetGroups) ?? [])
    .flatMap(group => seenOr(group.targets) ?? [])
    .map(({ id }) => id);
  // The owner of a subnet sees it, shared or not.
  const used = (await readNetwork(vpcId, context))
    .filter(
      ({ id, cidr = '' }) =>
        subnetIds.includes(id) ||
        targets.some(target => cidrContains(cidr, target)),
    )
    .map(({ id }) => id);
  return ended.filter(({ subnetId }) => used.includes(subnetId));
}

/**
 * The subnets of a scope's own that were shared with others and are no more, in pages: the load balancers of the scope
 * share them.
 *
 * @internal
 */
export function listEndedShares(
  context: CallableScope & Looker,
): Promise<EndedShare[]> {
  const { callers, signal, since } = context;
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember('ended subnet shares', keep, async () => {
    const all = await listAssociations('RESOURCE', context);
    const subnets = all.filter(one => subnetIdOf(one) !== undefined);
    if (subnets.length === 0) return [];
    return toEndedShares(subnets, await listAssociations('PRINCIPAL', context));
  });
}

function listAssociations(
  associationType: ResourceShareAssociationType,
  { callers, signal }: CallableScope & Looker,
): Promise<ResourceShareAssociation[]> {
  return readAll(
    nextToken =>
      callers.ram.send(
        new GetResourceShareAssociationsCommand({
          associationType,
          maxResults: PAGE_SIZE,
          nextToken,
        }),
        { signal },
      ),
    {
      items: page => requireMember(page, 'resourceShareAssociations'),
      nextToken: page => page.nextToken,
    },
  );
}

/** A subnet is shared with whoever is in one share with it, both still associated. */
function toEndedShares(
  subnets: readonly ResourceShareAssociation[],
  principals: readonly ResourceShareAssociation[],
): EndedShare[] {
  const pairs = subnets.flatMap(subnet =>
    principals
      .filter(one => one.resourceShareArn === subnet.resourceShareArn)
      .map(principal => ({
        subnetId: subnetIdOf(subnet) ?? '',
        principal: principal.associatedEntity ?? '',
        isShared: isAssociated(subnet) && isAssociated(principal),
      })),
  );
  return [...new Set(pairs.map(({ subnetId }) => subnetId))].flatMap(
    subnetId => {
      const own = pairs.filter(pair => pair.subnetId === subnetId);
      const shared = own.filter(({ isShared }) => isShared);
      const lost = own.filter(
        ({ principal }) => !shared.some(one => one.principal === principal),
      );
      const left = [...new Set(lost.map(({ principal }) => principal))];
      return left.length > 0 ? [{ subnetId, principals: left }] : [];
    },
  );
}

function isAssociated({ status }: ResourceShareAssociation): boolean {
  return /^(ASSOCIAT(ED|ING)|RESTORING)$/.test(status ?? '');
}

function subnetIdOf({
  associatedEntity,
}: ResourceShareAssociation): string | undefined {
  return /:subnet\/(subnet-\w+)$/.exec(associatedEntity ?? '')?.[1];
}
