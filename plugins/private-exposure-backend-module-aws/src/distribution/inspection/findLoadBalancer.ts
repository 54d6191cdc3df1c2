import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import type { Looker } from '../../clients/ScopeMemory';
import {
  type CallableScope,
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { lookElsewhere } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import { canonicalHost, parseLoadBalancerHost } from './hostNames';
import {
  listLoadBalancerHosts,
  type LoadBalancerHost,
} from './listLoadBalancerHosts';

/**
 * How old a listing may be that a load balancer is said to be missing from, in milliseconds. Records are pointed at one
 * later than that after it was made.
 */
const MISSED_MS = 5_000;

/** A load balancer that has been found by its name. @internal */
export interface NamedLoadBalancer extends LoadBalancerHost {
  /** Where it is. */
  place: CallableScope;
}

/** What came of looking for a host name. @internal */
export interface LoadBalancerSearch {
  /** Load balancers that have the name in the host name; one of them may have the host name too. */
  found: NamedLoadBalancer[];
  /** Where it was looked, unless it was found before. */
  places: CallableScope[];
}

/**
 * Finds load balancers that have the name in a load balancer's host name, in the accounts of ours that have its region:
 * that of the exposure first, and the others only if it is not there. Where nobody looks into the region, it is not seen.
 *
 * @param host - A host name that belongs to a load balancer.
 * @internal
 */
export async function findLoadBalancers(
  host: string,
  context: InspectionContext,
): Promise<Seen<LoadBalancerSearch>> {
  const began = performance.now();
  const named = parseLoadBalancerHost(host);
  const places = named ? context.everywhere(named.region) : [];
  if (!named || places.length === 0) {
    const { accountId } = context.scope;
    const message = `'${host}' is in ${named?.region}, which is looked into in no account: add the region under 'privateExposure.aws.accounts'`;
    return { type: 'unseen', blind: { accountId, message } };
  }
  const search = await searchIn(places, host, context);
  if (search.type === 'unseen' || search.value.found.some(isCalled(host))) {
    return search;
  }
  const since = Math.max(context.since, began - MISSED_MS);
  return searchIn(places, host, { ...context, since });
}

/**
 * Whether a load balancer has a host name.
 *
 * @internal
 */
export function isCalled(host: string) {
  const wanted = canonicalHost(host);
  return ({ dnsName }: LoadBalancerHost) => canonicalHost(dnsName) === wanted;
}

async function searchIn(
  places: CallableScope[],
  host: string,
  context: InspectionContext,
): Promise<Seen<LoadBalancerSearch>> {
  const { accountId } = context.scope;
  const isOwn = ({ scope }: CallableScope) => scope.accountId === accountId;
  const find = (place: CallableScope) =>
    lookElsewhere(
      { accountId: place.scope.accountId, signal: context.signal },
      () => findIn(place, host, context),
    );
  const own = await mapWithLimit(places.filter(isOwn), LOOKS_AT_ONCE, find);
  const ownFound = valuesOf(own);
  if (ownFound.some(isCalled(host))) {
    return { type: 'seen', value: { found: ownFound, places } };
  }
  const others = await mapWithLimit(
    places.filter(place => !isOwn(place)),
    LOOKS_AT_ONCE,
    find,
  );
  const all = [...own, ...others];
  const found = valuesOf(all);
  const blind = all.find(({ type }) => type === 'unseen');
  // In an account that nobody let us look into, it may well be; but one of the same name beside the distribution is what
  // became of it.
  const isToldApart = found.some(isCalled(host)) || ownFound.length > 0;
  return blind?.type === 'unseen' && !isToldApart
    ? blind
    : { type: 'seen', value: { found, places } };
}

function valuesOf(
  all: readonly Seen<NamedLoadBalancer[]>[],
): NamedLoadBalancer[] {
  return all.flatMap(one => (one.type === 'seen' ? one.value : []));
}

async function findIn(
  place: CallableScope,
  host: string,
  looker: Looker,
): Promise<NamedLoadBalancer[]> {
  const { name = '' } = parseLoadBalancerHost(host) ?? {};
  const hosts = await listLoadBalancerHosts(place, looker);
  return (hosts.get(name) ?? []).map(one => ({ place, ...one }));
}
