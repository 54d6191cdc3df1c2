import { InvalidIntentError, IntentIssue } from '../errors';
import { LoadBalancerController } from '../intents/clusterProfile';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { LoadBalancerIntent } from '../intents/loadBalancer';

/** A load balancer's intent with the controller's own choices filled in. @internal */
export type ResolvedLoadBalancer = LoadBalancerIntent &
  Required<
    Pick<LoadBalancerIntent, 'targetType' | 'crossZone' | 'deletionProtection'>
  >;

/** Which controller makes the load balancer. @internal */
export function controllerOf({
  manifest,
}: AwsPrivateLinkExposureIntent): LoadBalancerController {
  if (manifest.form === 'in-tree') return 'in-tree';
  return manifest.controller ?? 'aws-load-balancer-controller';
}

// The in-tree provider has no annotation for these (cloud-provider-aws v1.36, docs/service_controller.md).
function inTreeIssues(loadBalancer: LoadBalancerIntent): IntentIssue[] {
  const { securityGroups } = loadBalancer;
  const impossible: [string, boolean][] = [
    ['name', loadBalancer.name !== undefined],
    ['targetType', loadBalancer.targetType === 'ip'],
    ['crossZone', loadBalancer.crossZone === true],
    ['deletionProtection', loadBalancer.deletionProtection === true],
    [
      'inboundRulesOnPrivateLinkTraffic',
      loadBalancer.inboundRulesOnPrivateLinkTraffic !== undefined,
    ],
    [
      'healthCheck.successCodes',
      loadBalancer.healthCheck?.successCodes !== undefined,
    ],
    [
      'securityGroups.prefixLists',
      securityGroups.type === 'managed' &&
        securityGroups.prefixLists.length > 0,
    ],
    [
      'securityGroups.manageBackendRules',
      securityGroups.type === 'explicit' && !securityGroups.manageBackendRules,
    ],
  ];
  return impossible
    .filter(([, isAsked]) => isAsked)
    .map(([field]) => ({
      field: `loadBalancer.${field}`,
      message: `can't be set with the in-tree provider; leave it out or use the AWS Load Balancer Controller`,
    }));
}

/**
 * Fills in what the intent leaves to the controller, and refuses what that controller can't do.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function resolveLoadBalancer(
  intent: AwsPrivateLinkExposureIntent,
): ResolvedLoadBalancer {
  const { loadBalancer } = intent;
  const isInTree = controllerOf(intent) === 'in-tree';
  const [first, ...others] = isInTree ? inTreeIssues(loadBalancer) : [];
  if (first) throw new InvalidIntentError(first, ...others);
  return {
    ...loadBalancer,
    targetType: loadBalancer.targetType ?? (isInTree ? 'instance' : 'ip'),
    crossZone: loadBalancer.crossZone ?? !isInTree,
    deletionProtection: loadBalancer.deletionProtection ?? !isInTree,
  };
}
