import { ControllerRefusal } from '../ControllerRefusal';
import { parseGoBoolean, quoteGo } from '../../values/goParsers';
import { AwsLbcServiceFacts } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

/**
 * Whether the controller takes the Service.
 *
 * @remarks `pkg/service/service_utils.go`, version 3.5.
 *
 * @internal
 */
export function planReconciled(
  { type, loadBalancerClass, annotations }: LbcService,
  facts: Pick<
    AwsLbcServiceFacts,
    'isBeingDeleted' | 'loadBalancerClass' | 'featureGates'
  >,
): boolean {
  if (facts.isBeingDeleted) return false;
  if (facts.featureGates.ServiceTypeLoadBalancerOnly && type !== 'LoadBalancer')
    return false;
  if (loadBalancerClass !== undefined)
    return loadBalancerClass === facts.loadBalancerClass;
  const asked = annotations.string('aws-load-balancer-type');
  const targetType = annotations.string('aws-load-balancer-nlb-target-type');
  return (
    asked === 'nlb-ip' ||
    (asked === 'external' && (targetType === 'ip' || targetType === 'instance'))
  );
}

/**
 * Refuses to let go of a load balancer that is protected from deletion by its Service's own annotation.
 *
 * @remarks `run` in `pkg/service/model_builder.go`, version 3.5.
 *
 * @internal
 */
export function checkDeletionProtection({ name, annotations }: LbcService) {
  const key = 'aws-load-balancer-attributes';
  const value = annotations.stringMap(key)?.['deletion_protection.enabled'];
  if (value === undefined || value === '') return;
  const isProtected = parseGoBoolean(value);
  if (isProtected === false) return;
  throw new ControllerRefusal(
    isProtected
      ? `deletion_protection is enabled, cannot delete the service: ${name}`
      : `strconv.ParseBool: parsing ${quoteGo(value)}: invalid syntax`,
    [annotations.keyOf(key)],
  );
}
