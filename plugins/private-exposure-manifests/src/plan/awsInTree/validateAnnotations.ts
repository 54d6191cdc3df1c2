import { quoteGo } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { readServiceSpec } from '../readServiceSpec';
import { keyOf, read, readPairs } from './annotations';
import { planLoadBalancerType } from './planLoadBalancerType';

const CLASSIC_HOST = '.elb.amazonaws.com';
const ATTRIBUTES = 'aws-load-balancer-target-group-attributes';
const PRESERVE_CLIENT_IP = 'preserve_client_ip.enabled';
const SUPPORTED = [PRESERVE_CLIENT_IP, 'proxy_protocol_v2.enabled'];

function findAttributeProblem(
  attribute: string,
  value: string,
  hasUdp: boolean,
): string | undefined {
  if (value === '') return `attribute value is empty for ${quoteGo(attribute)}`;
  if (!SUPPORTED.includes(attribute))
    return `the attribute ${quoteGo(
      attribute,
    )} is not supported by the controller or is invalid`;
  if (value !== 'true' && value !== 'false')
    return `invalid attribute value for ${quoteGo(attribute)}: ${value}`;
  return attribute === PRESERVE_CLIENT_IP && value === 'false' && hasUdp
    ? `client IP preservation can't be disabled for UDP ports`
    : undefined;
}

/**
 * Refuses what the controller doesn't accept as attributes of target groups. Only two are known to it.
 *
 * @remarks `validateServiceAnnotationTargetGroupAttributes` in `pkg/providers/v1/aws_validations.go` of cloud-provider-aws.
 *
 * @throws {@link ControllerRefusal}
 *
 * @public
 */
export function validateTargetGroupAttributes(service: KubernetesObject): void {
  const hasUdp = readServiceSpec(service).ports.some(({ protocol }) =>
    ['UDP', 'TCP_UDP'].includes(protocol),
  );
  for (const [attribute, value] of Object.entries(
    readPairs(service, ATTRIBUTES),
  )) {
    const problem = findAttributeProblem(attribute, value, hasUdp);
    if (problem)
      throw new ControllerRefusal(
        `error validating target group attributes: ${problem}`,
        [keyOf(ATTRIBUTES)],
      );
  }
}

/** The kind of load balancer can be told from its host name, and must not change. */
function refuseOtherType(service: KubernetesObject, hostname: string) {
  const isClassicHost = hostname.endsWith(CLASSIC_HOST);
  const isNetwork = planLoadBalancerType(service) === 'nlb';
  if (isNetwork !== isClassicHost) return;
  const key = keyOf('aws-load-balancer-type');
  throw new ControllerRefusal(
    `cannot update Load Balancer Type annotation ${quoteGo(
      key,
    )} after creation for ${isNetwork ? 'NLB' : 'Classic Load Balancer'}`,
    [key],
  );
}

/**
 * Refuses annotations that don't go together, and a change of the load balancer's kind.
 *
 * @remarks `validateServiceAnnotations` in `pkg/providers/v1/aws_validations.go` of cloud-provider-aws.
 *
 * @param hostname - Host name in the Service's status; `undefined` for a Service without a load balancer.
 * @throws {@link ControllerRefusal}
 *
 * @public
 */
export function validateAnnotations(
  service: KubernetesObject,
  hostname: string | undefined,
): void {
  const isNetwork = planLoadBalancerType(service) === 'nlb';
  if (hostname !== undefined) refuseOtherType(service, hostname);
  const extra = 'aws-load-balancer-extra-security-groups';
  if (isNetwork && read(service, extra) !== undefined)
    throw new ControllerRefusal(
      `BYO extra security group annotation ${quoteGo(
        keyOf(extra),
      )} is not supported by NLB`,
      [keyOf(extra)],
    );
  if (read(service, ATTRIBUTES) === undefined) return;
  if (!isNetwork)
    throw new ControllerRefusal(
      'target group attributes annotation is only supported for NLB',
      [keyOf(ATTRIBUTES)],
    );
  validateTargetGroupAttributes(service);
}
