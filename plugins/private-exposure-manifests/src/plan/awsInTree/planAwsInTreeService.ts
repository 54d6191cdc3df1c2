import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { readServiceSpec } from '../readServiceSpec';
import { readPairs } from './annotations';
import { InTreeContext } from './facts';
import {
  ClassicHealthCheck,
  planClassicHealthCheck,
} from './planClassicHealthCheck';
import {
  planClassicAttributes,
  planClassicProxyProtocol,
  planNetworkAttributes,
} from './planInTreeAttributes';
import {
  InTreeSecurityGroupsPlan,
  planClassicSecurityGroups,
  planNetworkSecurityGroups,
} from './planInTreeSecurityGroups';
import { planInTreeSubnets } from './planInTreeSubnets';
import { InTreeListener, planListeners } from './planListeners';
import {
  InTreeLoadBalancerType,
  isLeftToOthers,
  planInTreeScheme,
  planLoadBalancerType,
} from './planLoadBalancerType';
import {
  NetworkHealthCheck,
  planNetworkHealthCheck,
} from './planNetworkHealthCheck';
import { planSourceRanges } from './planSourceRanges';
import { planTargetGroupAttributes } from './planTargetGroupAttributes';
import { validateAnnotations } from './validateAnnotations';
import { validateMixedProtocols } from './validatePorts';

/** The load balancer that the in-tree AWS provider makes of a Service. @public */
export interface InTreeLoadBalancerPlan extends InTreeSecurityGroupsPlan {
  reconciled: true;
  loadBalancerType: InTreeLoadBalancerType;
  scheme: 'internal' | 'internet-facing';
  listeners: InTreeListener[];
  healthCheck: ClassicHealthCheck | NetworkHealthCheck;
  /** Networks whose clients may connect. */
  sourceRanges: string[];
  /** `undefined` where the controller looks for them. */
  subnets: readonly string[] | undefined;
  /** Attributes of the load balancer, by AWS's names. */
  attributes: Record<string, string>;
  /** Attributes of the target groups that are written; none for a Classic load balancer. */
  targetGroupAttributes: Record<string, string>;
  /** Whether a Classic load balancer speaks the proxy protocol to the nodes. */
  proxyProtocol: boolean;
  /** Tags besides the controller's own. */
  tags: Record<string, string>;
}

/** What the in-tree AWS provider makes of a Service; `reconciled: false` means that it leaves it to another controller. @public */
export type InTreeServicePlan = InTreeLoadBalancerPlan | { reconciled: false };

function refuseUnsupportedSpec(service: KubernetesObject) {
  const { sessionAffinity, ports } = readServiceSpec(service);
  if (sessionAffinity !== 'None')
    throw new ControllerRefusal(
      `unsupported load balancer affinity: ${sessionAffinity}`,
      ['spec.sessionAffinity'],
    );
  if (ports.length === 0)
    throw new ControllerRefusal('requested load balancer with no ports', [
      'spec.ports',
    ]);
  validateMixedProtocols(service);
}

/** A Classic load balancer checks its first port, or the one that kube-proxy answers on for Local. */
function classicDefaults(
  service: KubernetesObject,
  [first]: readonly InTreeListener[],
) {
  const { type, externalTrafficPolicy, healthCheckNodePort } =
    readServiceSpec(service);
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local'
    ? { protocol: 'HTTP', port: healthCheckNodePort, path: '/healthz' }
    : { protocol: 'TCP', port: first?.instancePort ?? 0, path: '' };
}

/**
 * Says what the in-tree AWS provider makes of a Service of type LoadBalancer.
 *
 * @remarks `EnsureLoadBalancer` in `pkg/providers/v1/aws.go` of cloud-provider-aws at 63ec440c.
 *
 * @throws {@link ControllerRefusal} with the controller's words for what it doesn't accept.
 *
 * @public
 */
export function planAwsInTreeService(
  service: KubernetesObject,
  context: InTreeContext = {},
): InTreeServicePlan {
  if (isLeftToOthers(service)) return { reconciled: false };
  validateAnnotations(service, context.hostname);
  refuseUnsupportedSpec(service);
  const loadBalancerType = planLoadBalancerType(service);
  const isNetwork = loadBalancerType === 'nlb';
  const listeners = planListeners(service);
  if (readServiceSpec(service).loadBalancerIP !== '')
    throw new ControllerRefusal(
      'LoadBalancerIP cannot be specified for AWS ELB',
      ['spec.loadBalancerIP'],
    );
  return {
    reconciled: true,
    loadBalancerType,
    scheme: planInTreeScheme(service),
    listeners,
    sourceRanges: planSourceRanges(service),
    subnets: planInTreeSubnets(service, context),
    tags: readPairs(service, 'aws-load-balancer-additional-resource-tags'),
    ...(isNetwork
      ? {
          ...planNetworkSecurityGroups(service, context),
          healthCheck: planNetworkHealthCheck(service, context.cloudConfig),
          attributes: planNetworkAttributes(service),
          targetGroupAttributes: planTargetGroupAttributes(
            service,
            context.targetGroupAttributes,
          ),
          proxyProtocol: false,
        }
      : {
          ...planClassicSecurityGroups(service, context),
          healthCheck: planClassicHealthCheck(
            service,
            classicDefaults(service, listeners),
          ),
          attributes: planClassicAttributes(service),
          targetGroupAttributes: {},
          proxyProtocol: planClassicProxyProtocol(service),
        }),
  };
}
