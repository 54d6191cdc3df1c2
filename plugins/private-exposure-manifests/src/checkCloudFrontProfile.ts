import { checkCloudFrontCluster } from './checkCloudFrontCluster';
import { checkIngressGroup } from './checkIngressGroup';
import { InvalidIntentError } from './errors';
import { AwsCloudFrontIntent } from './intents/awsCloudFront';
import { ClusterProfile } from './intents/clusterProfile';

/**
 * Holds an intent against the cluster that it is for.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function checkCloudFrontProfile(
  intent: AwsCloudFrontIntent,
  clusterProfile: ClusterProfile | undefined,
): void {
  const { account, origin, service } = intent;
  if (origin.type === 'public-entrance' && 'group' in origin.route) {
    checkIngressGroup({
      ...{ clusterProfile, group: origin.route.group },
      field: 'origin.route.group',
      namespace: service.namespace,
    });
  }
  if (!clusterProfile) return;
  const refuse = (field: string, message: string): never => {
    throw new InvalidIntentError({ field, message });
  };
  checkCloudFrontCluster(intent, clusterProfile);
  const { loadBalancerAccount = account, controller } = clusterProfile;
  if (origin.type === 'vpc-origin' && loadBalancerAccount !== account)
    refuse(
      'cluster',
      `makes its load balancers in account '${loadBalancerAccount}', and a VPC origin is written for a load balancer in the cluster's own ('${account}'): take another cluster, or the public entrance`,
    );
  if (
    origin.type === 'vpc-origin' &&
    controller.type !== 'aws-load-balancer-controller'
  )
    refuse(
      'origin.type',
      'needs the AWS Load Balancer Controller in the cluster: the in-tree provider makes no load balancer that CloudFront takes as a VPC origin',
    );
}
