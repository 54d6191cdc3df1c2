import { AnnotationCatalogue } from './types';

const PROVIDER = 'https://github.com/kubernetes-sigs/cloud-provider-azure';
/** Releases 1.0 of the provider, to which the first annotations came, are for Kubernetes 1.21. */
const FIRST = { since: '1.21', source: `${PROVIDER}/pull/1683` } as const;

const OF_SERVICE = {
  needs: ['azure-pls-create'],
  clashes: [{ key: 'azure-pls-create', values: ['false'] }],
} as const;

/**
 * Annotations of a Service from which the Azure cloud provider makes a private link service.
 *
 * @remarks From `pkg/consts/consts.go` and `pkg/provider/azure_privatelinkservice.go` at 7b31c76c, and their page; versions
 * are those of Kubernetes, which the provider's follow since 1.23.
 *
 * @public
 */
export const azurePrivateLinkServiceCatalogue = {
  id: 'azure-private-link-service',
  controller: 'Azure cloud provider',
  prefix: 'service.beta.kubernetes.io/',
  placement: ['Service'],
  separator: ' ',
  source:
    'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  annotations: [
    {
      key: 'azure-pls-create',
      type: 'boolean',
      default: 'false',
      allowed: ['true', 'false'],
      ignoresCase: true,
      ...FIRST,
      example: 'true',
      note: 'Needs an internal load balancer or azure-disable-load-balancer-floating-ip. Taking it away leaves the private link service.',
    },
    {
      key: 'azure-pls-name',
      type: 'string',
      default: 'pls-<name of the frontend>',
      ...OF_SERVICE,
      ...FIRST,
      example: 'payments',
      note: "Can't change after creation.",
    },
    {
      key: 'azure-pls-resource-group',
      type: 'string',
      default: 'the resource group of the nodes',
      ...OF_SERVICE,
      since: '1.25.19',
      example: 'payments-network',
      note: 'In 1.27 since 1.27.9.',
      source: `${PROVIDER}/blob/documentation/content/en/blog/releases/v1.25.19.md`,
    },
    {
      key: 'azure-pls-ip-configuration-subnet',
      type: 'string',
      default: 'azure-load-balancer-internal-subnet, else the cluster subnet',
      ...OF_SERVICE,
      ...FIRST,
      example: 'private-link',
      note: "The subnet's name in the cluster's network, not its id. The controller switches its network policies for private link services off.",
    },
    {
      key: 'azure-pls-ip-configuration-ip-address-count',
      type: 'integer',
      default: '1',
      range: [1, 8],
      ...OF_SERVICE,
      ...FIRST,
      example: '2',
    },
    {
      key: 'azure-pls-ip-configuration-ip-address',
      type: 'string-list',
      separator: ' ',
      default: 'addresses that Azure picks',
      ...OF_SERVICE,
      ...FIRST,
      example: '10.1.0.10 10.1.0.11',
      note: 'IPv4, at most as many as the count; the first one is the primary address.',
    },
    {
      key: 'azure-pls-fqdns',
      type: 'string-list',
      separator: ' ',
      ...OF_SERVICE,
      ...FIRST,
      example: 'payments.example.com',
      note: 'The controller checks no name.',
    },
    {
      key: 'azure-pls-proxy-protocol',
      type: 'boolean',
      default: 'false',
      allowed: ['true', 'false'],
      ignoresCase: true,
      ...OF_SERVICE,
      ...FIRST,
      example: 'false',
      note: "With externalTrafficPolicy: Local the load balancer's probe fails.",
    },
    {
      key: 'azure-pls-visibility',
      type: 'string-list',
      separator: ' ',
      default: 'whoever has rights on it',
      ...OF_SERVICE,
      ...FIRST,
      example: '00000000-0000-0000-0000-000000000000',
      note: 'Ids of subscriptions. One * makes it visible to all, whatever stands beside it.',
    },
    {
      key: 'azure-pls-auto-approval',
      type: 'string-list',
      separator: ' ',
      default: 'every connection waits for approval',
      ...OF_SERVICE,
      ...FIRST,
      example: '00000000-0000-0000-0000-000000000000',
      note: 'Ids of subscriptions, which have to be visible to it.',
    },
  ],
} as const satisfies AnnotationCatalogue;
