import type { LoadBalancerDescription } from '@aws-sdk/client-elastic-load-balancing';
import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import type {
  SurveyedExposure,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import { readServedLoadBalancers } from '../../endpointService/survey/surveyEndpointServices';
import { forgetLoadBalancers } from '../../inspection/describeLoadBalancer';
import type { SurveyContext } from '../../kinds/AwsKind';
import { classicLoadBalancerPages } from '../../survey/classicLoadBalancerPages';
import { loadBalancerPages } from '../../survey/loadBalancerPages';
import { forgetClassicLoadBalancers } from '../inspection/readClassicLoadBalancer';
import { toClassicExposure } from '../mapping/toClassicExposure';
import { toLoadBalancerExposure } from '../mapping/toLoadBalancerExposure';
import { LoadBalancerLookups } from './LoadBalancerLookups';

/**
 * Lists the load balancers of a scope that stand behind no endpoint service, those of both APIs, page by page. Inspections
 * that follow look at nothing that was listed before.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyLoadBalancers(
  context: SurveyContext,
): AsyncGenerator<SurveyPage> {
  const { served, callers, signal } = context;
  forgetLoadBalancers(context);
  forgetClassicLoadBalancers(context);
  // Only if the endpoint services could not be surveyed to the end; then it takes this much of them.
  if (!served.isComplete) await readServedLoadBalancers(context);
  const lookups = LoadBalancerLookups.create(context);

  for await (const page of loadBalancerPages(callers.elb, signal)) {
    const alone = page.filter(
      ({ LoadBalancerArn: arn }) => arn !== undefined && !served.has(arn),
    );
    if (alone.length === 0) continue;
    yield toPage(await toExposures(alone, lookups, context));
  }
  for await (const page of classicLoadBalancerPages(
    callers.classicElb,
    signal,
  )) {
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
