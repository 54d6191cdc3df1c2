import { AnnotationSpec } from './types';

// What is inside has no public address.
const INSIDE = {
  key: 'azure-load-balancer-internal',
  values: ['true'],
} as const;

/** The annotations of an Azure load balancer that concern its addresses. @internal */
export const azureLoadBalancerAddresses = [
  {
    key: 'azure-load-balancer-ipv4',
    type: 'string',
    default: 'spec.loadBalancerIP, else an address that Azure picks',
    since: '1.21.0',
    example: '10.1.0.20',
    note: 'A Service with the address of another one shares its frontend, and its private link service.',
  },
  {
    key: 'azure-load-balancer-ipv6',
    type: 'string',
    default: 'spec.loadBalancerIP, else an address that Azure picks',
    since: '1.21.0',
    example: '2001:db8::20',
    note: 'A private link service is not possible with it.',
  },
  {
    key: 'azure-additional-public-ips',
    type: 'string-list',
    since: '1.20.0',
    example: '203.0.113.10',
    note: 'Addresses that reach the nodes some other way; they are not made.',
  },
  {
    key: 'azure-load-balancer-resource-group',
    clashes: [INSIDE],
    type: 'string',
    default: "the cluster's",
    since: '1.10.0',
    example: 'payments-network',
    note: 'Resource group of the public address.',
  },
  {
    key: 'azure-dns-label-name',
    clashes: [INSIDE],
    type: 'string',
    since: '1.15.0',
    example: 'payments',
    note: 'Public load balancers only; unique in its region. Empty takes the label away.',
  },
  {
    key: 'azure-pip-name',
    clashes: [INSIDE],
    type: 'string',
    since: '1.16.0',
    example: 'payments',
    note: 'An existing public address; for IPv6 alone where azure-pip-name-ipv6 is missing.',
  },
  {
    key: 'azure-pip-name-ipv6',
    clashes: [INSIDE],
    type: 'string',
    since: '1.27.0',
    example: 'payments-ipv6',
    note: 'Read for Services with IPv6.',
  },
  {
    key: 'azure-pip-prefix-id',
    clashes: [INSIDE],
    type: 'string',
    since: '1.21.0',
    example:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network/providers/Microsoft.Network/publicIPPrefixes/payments',
  },
  {
    key: 'azure-pip-prefix-id-ipv6',
    clashes: [INSIDE],
    type: 'string',
    since: '1.27.0',
    example:
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network/providers/Microsoft.Network/publicIPPrefixes/payments-ipv6',
  },
  {
    key: 'azure-pip-tags',
    clashes: [INSIDE],
    type: 'string-map',
    since: '1.20.0',
    example: 'team=payments,stage=production',
  },
  {
    key: 'azure-pip-ip-tags',
    clashes: [INSIDE],
    type: 'string-map',
    since: '1.21.0',
    example: 'RoutingPreference=Internet',
  },
] as const satisfies readonly AnnotationSpec[];
