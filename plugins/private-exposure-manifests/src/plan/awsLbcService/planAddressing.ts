import { ControllerRefusal } from '../ControllerRefusal';
import {
  AwsLbcServiceFacts,
  LoadBalancerAddressType,
  LoadBalancerScheme,
} from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

/**
 * Whether the load balancer is for the internet: by `scheme`, else by `internal`, else as it is, else by default.
 *
 * @internal
 */
export function planScheme(
  { annotations }: LbcService,
  facts: Pick<AwsLbcServiceFacts, 'defaultScheme' | 'existingLoadBalancer'>,
): LoadBalancerScheme {
  const key = 'aws-load-balancer-scheme';
  const asked = annotations.string(key);
  if (asked === 'internal' || asked === 'internet-facing') return asked;
  if (asked !== undefined) {
    throw new ControllerRefusal(`unknown scheme: ${asked}`, [
      annotations.keyOf(key),
    ]);
  }
  const isInternal = annotations.boolean('aws-load-balancer-internal');
  if (isInternal !== undefined)
    return isInternal ? 'internal' : 'internet-facing';
  return facts.existingLoadBalancer?.scheme ?? facts.defaultScheme;
}

/** Which addresses the load balancer has. @internal */
export function planAddressType(
  { annotations }: LbcService,
  facts: Pick<AwsLbcServiceFacts, 'defaultAddressType'>,
): LoadBalancerAddressType {
  const key = 'aws-load-balancer-ip-address-type';
  const asked = annotations.string(key);
  if (asked === undefined) return facts.defaultAddressType;
  if (asked === 'ipv4' || asked === 'dualstack') return asked;
  throw new ControllerRefusal(`unknown IPAddressType: ${asked}`, [
    annotations.keyOf(key),
  ]);
}
