import { DescribeLoadBalancersCommand as DescribeClassicCommand } from '@aws-sdk/client-elastic-load-balancing';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../../clients/errors';
import {
  type CallableScope,
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { lookElsewhere } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import { toClassicArn } from '../../loadBalancer/mapping/loadBalancerArns';
import { canonicalHost, parseLoadBalancerHost } from './hostNames';

/** A load balancer that has been found by its name. @internal */
export interface NamedLoadBalancer {
  /** Where it is. */
  place: CallableScope;
  /** Its ARN. */
  arn: string;
  /** Its host name. */
  dnsName: string;
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
      () => findIn(place, named.name, context.signal),
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
  all: readonly Seen<NamedLoadBalancer | undefined>[],
): NamedLoadBalancer[] {
  return all.flatMap(one =>
    one.type === 'seen' && one.value ? [one.value] : [],
  );
}

async function findIn(
  place: CallableScope,
  name: string,
  signal: AbortSignal,
): Promise<NamedLoadBalancer | undefined> {
  const { elb, classicElb } = place.callers;
  const found = await unlessMissing(async () => {
    const { LoadBalancers } = await elb.send(
      new DescribeLoadBalancersCommand({ Names: [name] }),
      { signal },
    );
    return LoadBalancers?.[0];
  });
  if (found?.LoadBalancerArn) {
    return {
      place,
      arn: found.LoadBalancerArn,
      dnsName: found.DNSName ?? '',
    };
  }
  const classic = await unlessMissing(async () => {
    const { LoadBalancerDescriptions } = await classicElb.send(
      new DescribeClassicCommand({ LoadBalancerNames: [name] }),
      { signal },
    );
    return LoadBalancerDescriptions?.[0];
  });
  if (!classic) return undefined;
  const arn = toClassicArn(place.scope, name);
  return { place, arn, dnsName: classic.DNSName ?? '' };
}

async function unlessMissing<Value>(
  read: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
