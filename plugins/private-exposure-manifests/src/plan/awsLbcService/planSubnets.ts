import { ControllerRefusal } from '../ControllerRefusal';
import {
  AwsLbcServiceFacts,
  LoadBalancerScheme,
  SubnetFact,
} from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

/** The subnets of a load balancer, and how the controller comes to them. @public */
export interface SubnetPlan {
  /** Whether they are named, by the Service or by what exists, or looked for by their tags. */
  resolution: 'by-name-or-id' | 'auto-discovery';
  /** `undefined` where they are not known. */
  subnets: readonly SubnetFact[] | undefined;
}

// What the facts don't know may exist all the same: they may be incomplete.
/** The subnets of ids and names; what the facts don't know is taken for an id. @internal */
export function resolveSubnets(
  wanted: readonly string[],
  known: readonly SubnetFact[],
): SubnetFact[] {
  const taken = new Set<SubnetFact>();
  return wanted.map(nameOrId => {
    const found = known.find(
      subnet =>
        !taken.has(subnet) &&
        (nameOrId.startsWith('subnet-') ? subnet.id : subnet.name) === nameOrId,
    );
    if (!found) return { id: nameOrId };
    taken.add(found);
    return found;
  });
}

/** Refuses named subnets that a load balancer can't stand in together. @internal */
export function checkNamedSubnets(
  subnets: readonly SubnetFact[],
  about: readonly string[],
): void {
  if (subnets.length === 0)
    throw new ControllerRefusal('unable to resolve at least one subnet', about);
  const ids = subnets.map(({ id }) => id);
  const different = [...new Set(ids)];
  if (different.length < ids.length) {
    throw new ControllerRefusal(
      `couldn't find all subnets, want: [${ids.join(
        ' ',
      )}], found: [${different.join(' ')}]`,
      about,
    );
  }
  for (const { zone } of subnets) {
    const sharing = subnets.filter(
      subnet => zone !== undefined && subnet.zone === zone,
    );
    if (sharing.length < 2) continue;
    throw new ControllerRefusal(
      `multiple subnets in same Availability Zone ${zone}: [${sharing
        .map(({ id }) => id)
        .join(' ')}]`,
      about,
    );
  }
}

/** One subnet a zone, the first by its id, as the look-up by tags chooses them. @internal */
export function chooseOnePerZone(subnets: readonly SubnetFact[]): SubnetFact[] {
  const sorted = [...subnets].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.filter(
    ({ zone }, index) =>
      zone === undefined ||
      sorted.findIndex(subnet => subnet.zone === zone) === index,
  );
}

/**
 * Where the load balancer stands: in the subnets that the Service names, else where it stands already, else in those that
 * bear the tags.
 *
 * @remarks `buildLoadBalancerSubnets` and `pkg/networking/subnet_resolver.go`, version 3.5.
 *
 * @internal
 */
export function planSubnets(
  { annotations }: LbcService,
  facts: Pick<AwsLbcServiceFacts, 'subnets' | 'existingLoadBalancer'>,
  scheme: LoadBalancerScheme,
): SubnetPlan {
  const key = 'aws-load-balancer-subnets';
  const { existingLoadBalancer: existing, subnets: known } = facts;
  const named = annotations.stringList(key);
  const wanted =
    named ?? (existing?.scheme === scheme ? existing.subnets : undefined);
  if (!wanted) {
    return {
      resolution: 'auto-discovery',
      subnets: known && chooseOnePerZone(known),
    };
  }
  const subnets = resolveSubnets(wanted, known ?? []);
  checkNamedSubnets(subnets, [annotations.keyOf(key)]);
  return { resolution: 'by-name-or-id', subnets };
}
