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

/** A load balancer that has been found by its name. @internal */
export interface NamedLoadBalancer extends LoadBalancerHost {
  /** Where it is. */
  place: CallableScope;
}

/**
 * Finds load balancers that have the name in a load balancer's host name, in the accounts of ours that have its region:
 * that of the exposure first, and the others only if it is not there.
 *
 * @param host - A host name that belongs to a load balancer.
 * @internal
 */
export async function findLoadBalancers(
  host: string,
  context: InspectionContext,
): Promise<Seen<NamedLoadBalancer[]>> {
  const named = parseLoadBalancerHost(host);
  if (!named) return { type: 'seen', value: [] };
  const places = context.everywhere(named.region);
  const { accountId } = context.scope;
  const isOwn = ({ scope }: CallableScope) => scope.accountId === accountId;
  const find = (place: CallableScope) =>
    lookElsewhere(
      { accountId: place.scope.accountId, signal: context.signal },
      () => findIn(place, named.name, context),
    );
  const own = await mapWithLimit(places.filter(isOwn), LOOKS_AT_ONCE, find);
  const isIt = (one: NamedLoadBalancer) =>
    canonicalHost(one.dnsName) === canonicalHost(host);
  if (valuesOf(own).some(isIt)) return { type: 'seen', value: valuesOf(own) };
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
  const isToldApart = found.some(isIt) || valuesOf(own).length > 0;
  return blind?.type === 'unseen' && !isToldApart
    ? blind
    : { type: 'seen', value: found };
}

function valuesOf(
  all: readonly Seen<NamedLoadBalancer[]>[],
): NamedLoadBalancer[] {
  return all.flatMap(one => (one.type === 'seen' ? one.value : []));
}

async function findIn(
  place: CallableScope,
  name: string,
  looker: Looker,
): Promise<NamedLoadBalancer[]> {
  const hosts = await listLoadBalancerHosts(place, looker);
  return (hosts.get(name) ?? []).map(host => ({ place, ...host }));
}
