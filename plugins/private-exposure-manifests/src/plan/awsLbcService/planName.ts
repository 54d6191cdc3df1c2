import { ControllerRefusal } from '../ControllerRefusal';
import { nameLbcResource } from '../nameLbcResource';
import { AwsLbcServiceFacts, LoadBalancerScheme } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

const MAX_LENGTH = 32;

/** What the load balancer is called. @internal */
export function planLoadBalancerName(
  { annotations, namespace, name, uid }: LbcService,
  { clusterName }: Pick<AwsLbcServiceFacts, 'clusterName'>,
  scheme: LoadBalancerScheme,
): string {
  const key = 'aws-load-balancer-name';
  const asked = annotations.string(key);
  if (asked === undefined)
    return nameLbcResource({
      namespace,
      name,
      hashed: [clusterName, uid, scheme],
    });
  // Go counts bytes.
  if (new TextEncoder().encode(asked).length > MAX_LENGTH) {
    throw new ControllerRefusal(
      `load balancer name cannot be longer than ${MAX_LENGTH} characters`,
      [annotations.keyOf(key)],
    );
  }
  return asked;
}
