import type { LoadBalancerDescription } from '@aws-sdk/client-elastic-load-balancing';
import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  mapWithLimit,
  type SurveyedExposure,
  type SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import { readServedLoadBalancers } from '../../endpointService/survey/surveyEndpointServices';
import { forgetLoadBalancers } from '../../inspection/describeLoadBalancer';
import { LOOKS_AT_ONCE } from '../../inspection/InspectionContext';
import type { SurveyContext } from '../../kinds/AwsKind';
import { wasMadeByController } from '../../mapping/wasMadeByController';
import { classicLoadBalancerPages } from '../../survey/classicLoadBalancerPages';
import { loadBalancerPages } from '../../survey/loadBalancerPages';
import { forgetClassicLoadBalancers } from '../inspection/readClassicLoadBalancer';
import { toClassicArn } from '../mapping/loadBalancerArns';
import { toClassicExposure } from '../mapping/toClassicExposure';
import { toLoadBalancerExposure } from '../mapping/toLoadBalancerExposure';
import { LoadBalancerLookups } from './LoadBalancerLookups';

/**
 * Lists the load balancers of a scope that stand behind no endpoint service, those of both APIs, page by page, and in bulk
 * their tags and what they depend on: subnets and their shares, web ACLs, certificates of Classic ones. Inspections that
 * follow look at nothing that was listed before, and share what was listed.
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
  const lookups = await LoadBalancerLookups.create(context);

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
  const allTags = await lookups.tags();
  const exposures = await mapWithLimit(
    loadBalancers,
    LOOKS_AT_ONCE,
    async loadBalancer => {
      const { LoadBalancerArn: arn = '', AvailabilityZones = [] } =
        loadBalancer;
      const tags = allTags.get(arn) ?? {};
      const surroundings = await lookups.surroundingsOf({
        arn,
        isApplication: loadBalancer.Type === 'application',
        wasMadeByController: wasMadeByController(tags),
        vpcId: loadBalancer.VpcId,
        subnetIds: AvailabilityZones.flatMap(({ SubnetId }) => SubnetId ?? []),
        // Only its listeners tell, a call for each load balancer.
        certificateArns: [],
      });
      return toLoadBalancerExposure(loadBalancer, {
        states,
        tags,
        surroundings,
      });
    },
  );
  return exposures.flatMap(one => one ?? []);
}

async function toClassicExposures(
  loadBalancers: readonly LoadBalancerDescription[],
  lookups: LoadBalancerLookups,
  { scope }: SurveyContext,
): Promise<SurveyedExposure[]> {
  const tags = await lookups.tags();
  const exposures = await mapWithLimit(
    loadBalancers,
    LOOKS_AT_ONCE,
    async loadBalancer => {
      const arn = toClassicArn(scope, loadBalancer.LoadBalancerName ?? '');
      const surroundings = await lookups.surroundingsOf({
        arn,
        isApplication: false,
        wasMadeByController: wasMadeByController(tags.get(arn) ?? {}),
        vpcId: loadBalancer.VPCId,
        subnetIds: loadBalancer.Subnets ?? [],
        certificateArns: (loadBalancer.ListenerDescriptions ?? []).flatMap(
          ({ Listener }) => Listener?.SSLCertificateId ?? [],
        ),
      });
      return toClassicExposure(loadBalancer, { scope, tags, surroundings });
    },
  );
  return exposures.flatMap(one => one ?? []);
}
