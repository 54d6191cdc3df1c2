import { DescribeTagsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import type { Looker } from '../../clients/ScopeMemory';
import {
  type CallableScope,
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { look } from '../../inspection/look';
import type { Seen } from '../../inspection/Seen';
import { parseLoadBalancerArn } from '../../loadBalancer/mapping/loadBalancerArns';
import { kubernetesOrigins } from '../../mapping/kubernetesOrigins';
import { toTags } from '../../mapping/tags';
import type { Successor } from './DistributionInspection';
import { parseLoadBalancerHost } from './hostNames';
import { listLoadBalancerHosts } from './listLoadBalancerHosts';

/** Most resources that one DescribeTags takes. */
const ARNS_PER_CALL = 20;

/**
 * Finds what a controller has made since for the object in a cluster that a load balancer was made for which is gone.
 *
 * @remarks
 * The AWS Load Balancer Controller calls a load balancer `k8s-<namespace>-<name>-<hash>`, namespace and name cut to eight
 * letters and digits each; the hash has the Service's uid in it, so that one made again has another
 * (`buildLoadBalancerName` in `pkg/service`, version 3.5). The tags of those that begin alike tell whose they are. Names
 * of the in-tree provider are made of the uid alone, and tell nothing.
 *
 * @param host - The host name of the one that is gone.
 * @param places - Where to look; all of them have been read.
 * @internal
 */
export async function findSuccessors(
  host: string,
  places: readonly CallableScope[],
  context: InspectionContext,
): Promise<Seen<Successor[]>> {
  const { name = '' } = parseLoadBalancerHost(host) ?? {};
  const [, stem] = /^(k8s-[a-z0-9]+-[a-z0-9]+)-[a-z0-9]{10}$/.exec(name) ?? [];
  if (!stem) return { type: 'seen', value: [] };
  return look(async () => {
    const found = await mapWithLimit(places, LOOKS_AT_ONCE, place =>
      findIn(place, stem, context),
    );
    return found.flat();
  });
}

async function findIn(
  place: CallableScope,
  stem: string,
  looker: Looker,
): Promise<Successor[]> {
  const hosts = await listLoadBalancerHosts(place, looker);
  const alike = [...hosts]
    .filter(([name]) => name.startsWith(`${stem}-`))
    .flatMap(([, found]) => found)
    // The controller makes no Classic ones.
    .filter(({ arn }) => !parseLoadBalancerArn(arn)?.classicName)
    .slice(0, ARNS_PER_CALL);
  if (alike.length === 0) return [];
  const { accountId } = place.scope;
  const { TagDescriptions } = await place.callers.elb.send(
    new DescribeTagsCommand({ ResourceArns: alike.map(({ arn }) => arn) }),
    { signal: looker.signal },
  );
  return alike.flatMap(({ arn, dnsName }) => {
    const sent = TagDescriptions?.find(one => one.ResourceArn === arn);
    const origin = kubernetesOrigins(toTags(sent?.Tags)).find(
      ({ name }) => stemOf(name) === stem,
    );
    return origin ? { arn, dnsName, accountId, madeFor: origin.title } : [];
  });
}

/** What the controller's names for a `<namespace>/<name>` begin with; AWS's host names are in lower case. */
function stemOf(identity: string): string {
  const parts = identity
    .split('/')
    .map(part => part.replace(/[^0-9A-Za-z]/g, '').slice(0, 8));
  return ['k8s', ...parts].join('-').toLowerCase();
}
