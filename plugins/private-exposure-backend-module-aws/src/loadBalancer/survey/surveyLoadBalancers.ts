import {
  DescribeLoadBalancersCommand as DescribeClassicCommand,
  type LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing';
import {
  DescribeLoadBalancersCommand,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type {
  SurveyedExposure,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import { readPages } from '../../clients/readPages';
import { readServedLoadBalancers } from '../../endpointService/survey/surveyEndpointServices';
import type { SurveyContext } from '../../kinds/AwsKind';
import { toClassicExposure } from '../mapping/toClassicExposure';
import { toLoadBalancerExposure } from '../mapping/toLoadBalancerExposure';
import { LoadBalancerLookups } from './LoadBalancerLookups';

/** Most that one page of either listing holds. */
const PAGE_SIZE = 400;

/**
 * Lists the load balancers of a scope that stand behind no endpoint service, those of both APIs, page by page.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyLoadBalancers(
  context: SurveyContext,
): AsyncGenerator<SurveyPage> {
  const { served } = context;
  // Only if the endpoint services could not be surveyed to the end; then it takes this much of them.
  if (!served.isComplete) await readServedLoadBalancers(context);
  const lookups = LoadBalancerLookups.create(context);

  for await (const page of loadBalancerPages(context)) {
    const alone = page.filter(
      ({ LoadBalancerArn: arn }) => arn !== undefined && !served.has(arn),
    );
    if (alone.length === 0) continue;
    yield toPage(await toExposures(alone, lookups, context));
  }
  for await (const page of classicPages(context)) {
    if (page.length === 0) continue;
    yield toPage(await toClassicExposures(page, lookups, context));
  }
}

function toPage(exposures: SurveyedExposure[]): SurveyPage {
  return { exposures, connections: [] };
}

async function toExposures(
  loadBalancers: readonly LoadBalancer[],
  lookups: LoadBalancerLookups,
  { states }: SurveyContext,
): Promise<SurveyedExposure[]> {
  const tags = await lookups.tags();
  const owners = await lookups.subnetOwners();
  return loadBalancers.flatMap(
    loadBalancer =>
      toLoadBalancerExposure(loadBalancer, {
        states,
        tags: tags.get(loadBalancer.LoadBalancerArn ?? '') ?? {},
        subnetOwners: ownersOf(
          (loadBalancer.AvailabilityZones ?? []).map(zone => zone.SubnetId),
          owners,
        ),
      }) ?? [],
  );
}

async function toClassicExposures(
  loadBalancers: readonly LoadBalancerDescription[],
  lookups: LoadBalancerLookups,
  { scope }: SurveyContext,
): Promise<SurveyedExposure[]> {
  const tags = await lookups.tags();
  const owners = await lookups.subnetOwners();
  return loadBalancers.flatMap(
    loadBalancer =>
      toClassicExposure(loadBalancer, {
        scope,
        tags,
        subnetOwners: ownersOf(loadBalancer.Subnets ?? [], owners),
      }) ?? [],
  );
}

function ownersOf(
  subnetIds: ReadonlyArray<string | undefined>,
  owners: ReadonlyMap<string, string>,
): string[] {
  return [...new Set(subnetIds.flatMap(id => owners.get(id ?? '') ?? []))];
}

function loadBalancerPages({
  callers,
  signal,
}: SurveyContext): AsyncGenerator<LoadBalancer[]> {
  return readPages(async Marker => {
    const answer = await callers.elb.send(
      new DescribeLoadBalancersCommand({ PageSize: PAGE_SIZE, Marker }),
      { signal },
    );
    return { items: answer.LoadBalancers ?? [], nextToken: answer.NextMarker };
  });
}

function classicPages({
  callers,
  signal,
}: SurveyContext): AsyncGenerator<LoadBalancerDescription[]> {
  return readPages(async Marker => {
    const answer = await callers.classicElb.send(
      new DescribeClassicCommand({ PageSize: PAGE_SIZE, Marker }),
      { signal },
    );
    return {
      items: answer.LoadBalancerDescriptions ?? [],
      nextToken: answer.NextMarker,
    };
  });
}
