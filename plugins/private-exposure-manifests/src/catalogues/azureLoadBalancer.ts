import { azureLoadBalancerAddresses } from './azureLoadBalancerAddresses';
import { azureLoadBalancerProbes } from './azureLoadBalancerProbes';
import { AnnotationCatalogue } from './types';

const BOOLEAN = {
  type: 'boolean',
  default: 'false',
  allowed: ['true', 'false'],
  ignoresCase: true,
} as const;

const WITHOUT_RULES = {
  key: 'azure-disable-load-balancer-nsg-rule',
  values: ['true'],
} as const;

/**
 * Annotations that the Azure cloud provider reads from Services for their load balancer.
 *
 * @remarks From `pkg/consts/consts.go` at 7b31c76c and the page; versions are those of Kubernetes, which the provider's
 * follow.
 *
 * @public
 */
export const azureLoadBalancerCatalogue = {
  id: 'azure-load-balancer',
  controller: 'Azure cloud provider',
  prefix: 'service.beta.kubernetes.io/',
  placement: ['Service'],
  separator: ',',
  source:
    'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/loadbalancer.md',
  annotations: [
    {
      key: 'azure-load-balancer-internal',
      type: 'boolean',
      default: 'false',
      allowed: ['true', 'false'],
      since: '1.10.0',
      example: 'true',
      note: 'Must be exactly true. True or TRUE makes a public load balancer, with the security rules of an internal one.',
      source:
        'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/azure_loadbalancer.go',
    },
    {
      key: 'azure-load-balancer-internal-subnet',
      type: 'string',
      default: 'the cluster subnet',
      since: '1.10.0',
      needs: ['azure-load-balancer-internal'],
      clashes: [{ key: 'azure-load-balancer-internal', values: ['false'] }],
      example: 'internal',
      note: "The subnet's name in the cluster's network.",
    },
    {
      key: 'azure-load-balancer-mode',
      type: 'string',
      since: '1.10.0',
      example: '__auto__',
      note: 'Basic load balancers only: __auto__ or the name of a set of machines. Ignored on standard ones.',
    },
    {
      key: 'azure-shared-securityrule',
      ...BOOLEAN,
      since: '1.10.0',
      example: 'false',
    },
    {
      key: 'azure-allowed-service-tags',
      clashes: [WITHOUT_RULES],
      type: 'string-list',
      since: '1.11.0',
      example: 'AzureFrontDoor.Backend',
      note: 'The controller checks no tag. Beside spec.loadBalancerSourceRanges it warns; use azure-allowed-ip-ranges then.',
    },
    {
      key: 'azure-allowed-ip-ranges',
      clashes: [WITHOUT_RULES],
      type: 'string-list',
      since: '1.29.0',
      example: '10.0.0.0/8,2001:db8::/32',
      note: 'Refused beside spec.loadBalancerSourceRanges. A network with bits after its prefix is invalid: it is left out, and all other traffic denied.',
    },
    {
      key: 'load-balancer-source-ranges',
      clashes: [WITHOUT_RULES],
      type: 'string-list',
      isUndocumented: true,
      example: '10.0.0.0/8',
      note: 'Read as azure-allowed-ip-ranges is, and added to it.',
      source:
        'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/loadbalancer/configuration.go',
    },
    {
      key: 'azure-deny-all-except-load-balancer-source-ranges',
      clashes: [WITHOUT_RULES],
      ...BOOLEAN,
      since: '1.21.0',
      example: 'true',
      note: 'Has an effect only where ranges are given; then traffic from within the network is denied too.',
    },
    {
      key: 'azure-load-balancer-tcp-idle-timeout',
      type: 'integer',
      default: '4',
      range: [4, 100],
      since: '1.11.4',
      example: '30',
      note: 'Minutes.',
    },
    {
      key: 'azure-load-balancer-enable-high-availability-ports',
      ...BOOLEAN,
      since: '1.20.0',
      needs: ['azure-load-balancer-internal'],
      clashes: [{ key: 'azure-load-balancer-internal', values: ['false'] }],
      example: 'true',
      note: 'Internal standard load balancers only.',
    },
    {
      key: 'azure-disable-load-balancer-floating-ip',
      ...BOOLEAN,
      since: '1.21.0',
      example: 'true',
      note: 'With it a public load balancer may have a private link service.',
    },
    {
      key: 'azure-load-balancer-disable-tcp-reset',
      ...BOOLEAN,
      since: '1.25.0',
      example: 'false',
    },
    {
      key: 'azure-load-balancer-configurations',
      type: 'string-list',
      since: '1.28.0',
      example: 'internal,spare',
      note: 'Names of load balancer configurations, read in lower case.',
    },
    {
      key: 'azure-disable-load-balancer-nsg-rule',
      ...BOOLEAN,
      since: '1.37.0',
      isUndocumented: true,
      example: 'true',
      note: 'The controller then leaves the security rules alone.',
      source:
        'https://newreleases.io/project/github/kubernetes-sigs/cloud-provider-azure/release/v1.37.0',
    },
    ...azureLoadBalancerAddresses,
    ...azureLoadBalancerProbes,
  ],
} as const satisfies AnnotationCatalogue;
