import { DescribeTagsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { readLoadBalancers } from '../../inspection/readLoadBalancers';
import { kubernetesServices } from '../../mapping/kubernetesServices';
import { toTags } from '../../mapping/tags';
import { parseLoadBalancerArn } from '../mapping/loadBalancerArns';
import { readClassicLoadBalancer } from './readClassicLoadBalancer';

/**
 * Looks at one load balancer of either API with everything behind it.
 *
 * @internal
 */
export async function readLoadBalancer(
  arn: string,
  context: InspectionContext,
): Promise<InspectedLoadBalancer> {
  const { classicName } = parseLoadBalancerArn(arn) ?? {};
  if (classicName) return readClassicLoadBalancer(arn, classicName, context);
  const [loadBalancer] = await readLoadBalancers(
    { arns: [arn], withIdleTimeouts: false, withGroupZones: false },
    context,
  );
  return loadBalancer;
}

/**
 * The identities that a controller wrote into the tags of one load balancer that exists. A Classic one's tags are not
 * asked for.
 *
 * @internal
 */
export async function readKubernetesServices(
  arn: string,
  { callers, signal }: InspectionContext,
): Promise<string[]> {
  if (parseLoadBalancerArn(arn)?.classicName) return [];
  const { TagDescriptions } = await callers.elb.send(
    new DescribeTagsCommand({ ResourceArns: [arn] }),
    { signal },
  );
  return kubernetesServices(toTags(TagDescriptions?.[0]?.Tags));
}
