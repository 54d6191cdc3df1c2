import { DescribeManagedPrefixListsCommand } from '@aws-sdk/client-ec2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import {
  LISTING_KEPT_MS,
  SELDOM_CHANGES_MS,
  type Looker,
} from '../../clients/ScopeMemory';
import type {
  CallableScope,
  InspectionContext,
} from '../../inspection/InspectionContext';
import { LOOKS_AT_ONCE } from '../../inspection/InspectionContext';
import { look, lookElsewhere, seenOr } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import {
  readKubernetesServices,
  readLoadBalancer,
} from '../../loadBalancer/inspection/readLoadBalancer';
import { parseLoadBalancerArn } from '../../loadBalancer/mapping/loadBalancerArns';
import type {
  DescribedOrigin,
  FoundBackend,
  InspectedName,
  InspectedOrigin,
  OriginBackend,
} from './DistributionInspection';
import { findLoadBalancers, isCalled } from './findLoadBalancer';
import { findSuccessors } from './findSuccessors';
import {
  canonicalHost,
  isNamedByCloud,
  parseLoadBalancerHost,
} from './hostNames';
import { readNames } from './readNames';
import { readVpcOrigin } from './readVpcOrigin';

/** AWS's list of the addresses that CloudFront fetches from (CloudFront guide, "Locations and IP address ranges"). */
const CLOUDFRONT_PREFIX_LIST = 'com.amazonaws.global.cloudfront.origin-facing';

/** An origin that is no load balancer of ours. */
const nothing: Seen<undefined> = { type: 'seen', value: undefined };

/**
 * Looks at the origins of a distribution with everything behind them, in whichever of our accounts it is.
 *
 * @internal
 */
export async function readOrigins(
  origins: readonly DescribedOrigin[],
  context: InspectionContext,
): Promise<InspectedOrigin[]> {
  return mapWithLimit(origins, LOOKS_AT_ONCE, async origin => {
    const { id, host, protocolPolicy } = origin;
    if (origin.vpcOrigin) {
      const { ownerId = context.scope.accountId } = origin.vpcOrigin;
      const vpcOrigin = await readVpcOrigin(
        origin.vpcOrigin.id,
        ownerId,
        context,
      );
      const described = seenOr(vpcOrigin.description);
      return {
        id,
        host,
        protocolPolicy: described?.protocolPolicy,
        vpcOrigin,
        backend: await backendByArn(described?.targetArn, context),
      };
    }
    // A bucket is not reached by way of a load balancer.
    if (!protocolPolicy) return { id, host, backend: nothing };
    const { addsHeaders } = origin;
    const behind = await readHost(host, context);
    return { id, host, protocolPolicy, addsHeaders, ...behind };
  });
}

/** A host name is a load balancer's own, or a name of ours that records lead on from, or anybody's. */
async function readHost(
  host: string,
  context: InspectionContext,
): Promise<{ name?: InspectedName; backend: InspectedOrigin['backend'] }> {
  if (parseLoadBalancerHost(host)) {
    return { backend: await backendByHost(host, context) };
  }
  if (isNamedByCloud(host)) return { backend: nothing };
  const [name] = await readNames([host], context);
  const { records } = name;
  if (records.type === 'unseen') return { name, backend: records };
  // Of a zone that is not ours, nobody knows what the name leads to.
  if (!records.value) return { backend: nothing };
  const target = records.value.targets.find(parseLoadBalancerHost);
  return {
    name,
    backend: target ? await backendByHost(target, context) : nothing,
  };
}

async function backendByHost(
  host: string,
  context: InspectionContext,
): Promise<Seen<OriginBackend | undefined>> {
  const found = await findLoadBalancers(host, context);
  if (found.type === 'unseen') return found;
  const { places, found: namesakes } = found.value;
  const wanted = canonicalHost(host);
  const match = namesakes.find(isCalled(host));
  if (match) return readBackend(match.arn, match.place, context);
  const [other] = namesakes;
  if (!other) {
    const accountIds = places.map(({ scope }) => scope.accountId);
    const successors = await findSuccessors(host, places, context);
    return {
      type: 'seen',
      value: { type: 'missing', wanted, accountIds, successors },
    };
  }
  const { arn, dnsName, place } = other;
  const existing = { arn, dnsName, accountId: place.scope.accountId };
  return { type: 'seen', value: { type: 'recreated', wanted, existing } };
}

async function backendByArn(
  arn: string | undefined,
  context: InspectionContext,
): Promise<Seen<OriginBackend | undefined>> {
  const parts = parseLoadBalancerArn(arn ?? '');
  // A VPC origin may lead to an instance as well.
  if (!arn || !parts) return nothing;
  const { accountId, region } = parts;
  const place = context.elsewhere(accountId, region);
  if (place) return readBackend(arn, place, context);
  const message = `The load balancer is in account ${accountId} in ${region}, which is not looked into`;
  return { type: 'unseen', blind: { accountId, message } };
}

/** One load balancer may stand behind many distributions. */
function readBackend(
  arn: string,
  place: CallableScope,
  context: InspectionContext,
): Promise<Seen<FoundBackend>> {
  const { accountId } = place.scope;
  const { signal, since } = context;
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return lookElsewhere({ accountId, signal }, () =>
    place.callers.memory.remember(`origin ${arn}`, keep, () =>
      lookBehind(arn, place, context),
    ),
  );
}

async function lookBehind(
  arn: string,
  place: CallableScope,
  context: InspectionContext,
): Promise<FoundBackend> {
  const there = { ...context, ...place };
  const loadBalancer = await readLoadBalancer(arn, there);
  const description = seenOr(loadBalancer.description);
  return {
    type: 'found',
    scope: place.scope,
    loadBalancer,
    kubernetesServices: description
      ? await readKubernetesServices(arn, there)
      : [],
    cloudFrontPrefixLists:
      description?.scheme === 'internet-facing'
        ? await look(() => readPrefixLists(place, context))
        : undefined,
  };
}

function readPrefixLists(
  { callers }: CallableScope,
  { signal, since }: Looker,
): Promise<string[]> {
  const keep = { keptMs: SELDOM_CHANGES_MS, signal, since };
  return callers.memory.remember('CloudFront prefix lists', keep, async () => {
    const { PrefixLists } = await callers.ec2.send(
      new DescribeManagedPrefixListsCommand({
        Filters: [
          { Name: 'prefix-list-name', Values: [CLOUDFRONT_PREFIX_LIST] },
        ],
      }),
      { signal },
    );
    return (PrefixLists ?? []).flatMap(
      ({ PrefixListId }) => PrefixListId ?? [],
    );
  });
}
