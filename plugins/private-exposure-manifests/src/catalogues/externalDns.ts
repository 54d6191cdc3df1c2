import { changeLogSince } from './changeLogSince';
import { externalDnsAws } from './externalDnsAws';
import { AnnotationCatalogue } from './types';

const ON_ROUTES = ['Service', 'Ingress', 'Route'] as const;
const PROVIDER_DOCS =
  'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md#provider-specific-annotations';

/**
 * Annotations that external-dns reads. Its prefix is a setting (`--annotation-prefix`): version 0.22 changed the
 * default, without falling back to the former one.
 *
 * @public
 */
export const externalDnsCatalogue = {
  id: 'external-dns',
  controller: 'external-dns',
  prefix: 'external-dns.kubernetes.io/',
  placement: ['Service', 'Ingress'],
  separator: ',',
  source:
    'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  annotations: [
    {
      key: 'hostname',
      type: 'string-list',
      placement: ['Service', 'Ingress', 'Route', 'Pod'],
      // Nothing else named a record before 0.3.0 brought templates.
      ...changeLogSince('0.1.0'),
      example: 'payments.example.com',
      note: 'Added to the hosts of the spec. Must be an annotation; a label of that name is not read. Names outside --domain-filter are left out.',
    },
    {
      key: 'internal-hostname',
      type: 'string-list',
      placement: ['Service', 'Pod'],
      example: 'payments.internal.example.com',
      note: "Points at the Service's cluster address.",
    },
    {
      key: 'target',
      type: 'string-list',
      placement: ['Service', 'Ingress', 'Gateway', 'Node', 'Pod'],
      default: "the load balancer's address",
      ...changeLogSince('0.4.3'),
      example: 'vpce-0123456789abcdef0.example.com',
      note: 'IPv4 gives an A record, IPv6 an AAAA record, anything else a CNAME. With the Gateway API it stands on the Gateway, everything else on the route.',
    },
    {
      key: 'ttl',
      type: 'string',
      placement: ['Service', 'Ingress', 'Route', 'Node', 'Pod'],
      default: "the provider's",
      range: [1, 2147483647],
      ...changeLogSince('0.4.6'),
      example: '5m',
      note: 'Seconds or a duration. What is no such number is ignored.',
    },
    {
      key: 'access',
      type: 'string',
      placement: ['Service'],
      default: 'public where a node has an external address, else private',
      allowed: ['public', 'private'],
      example: 'private',
      note: 'Services of type NodePort.',
    },
    {
      key: 'endpoints-type',
      type: 'string',
      placement: ['Service'],
      default: "the pods' addresses",
      allowed: ['NodeExternalIP', 'HostIP'],
      example: 'HostIP',
      note: 'Headless Services.',
    },
    {
      key: 'controller',
      type: 'string',
      placement: ['Service', 'Ingress', 'Route', 'Node'],
      default: 'dns-controller',
      allowed: ['dns-controller'],
      example: 'dns-controller',
      note: 'Any other value, the empty one too, makes external-dns leave the object alone.',
    },
    {
      key: 'ingress-hostname-source',
      type: 'string',
      placement: ['Ingress'],
      default: 'both',
      allowed: ['defined-hosts-only', 'annotation-only'],
      example: 'annotation-only',
    },
    {
      key: 'gateway-hostname-source',
      type: 'string',
      placement: ['Route'],
      default: 'both',
      allowed: ['defined-hosts-only', 'annotation-only'],
      example: 'annotation-only',
    },
    {
      key: 'ingress',
      type: 'string',
      placement: ['Gateway'],
      example: 'istio-system/istio-ingress',
      note: 'For a gateway of Istio or Gloo without a load balancer: the Ingress whose address counts.',
    },
    {
      key: 'record-type',
      type: 'string',
      allowed: ['ptr', ''],
      placement: ON_ROUTES,
      since: '0.22.0',
      example: 'ptr',
      note: 'ptr adds a record for the reverse direction.',
    },
    {
      key: 'alias',
      type: 'string',
      placement: ON_ROUTES,
      default: 'false',
      allowed: ['true', 'A', 'AAAA'],
      ...changeLogSince('0.5.9'),
      example: 'true',
      note: 'Route 53 and PowerDNS. A alone suits what has no IPv6 address, such as a VPC endpoint.',
    },
    {
      key: 'set-identifier',
      type: 'string',
      placement: ON_ROUTES,
      ...changeLogSince('0.5.18'),
      example: 'eu-central-1',
      note: 'Needed with every routing policy.',
    },
    ...externalDnsAws,
    {
      key: 'azure-tags',
      type: 'string-map',
      placement: ON_ROUTES,
      since: '0.22.0',
      example: 'team=payments,stage=production',
      source: PROVIDER_DOCS,
    },
    {
      key: 'cloudflare-proxied',
      type: 'boolean',
      placement: ON_ROUTES,
      ...changeLogSince('0.5.10'),
      example: 'false',
      source: PROVIDER_DOCS,
    },
    {
      key: 'cloudflare-custom-hostname',
      type: 'string-list',
      placement: ON_ROUTES,
      example: 'payments.example.org',
      source: PROVIDER_DOCS,
    },
    {
      key: 'cloudflare-region-key',
      type: 'string',
      placement: ON_ROUTES,
      example: 'eu',
      source: PROVIDER_DOCS,
    },
    {
      key: 'cloudflare-record-comment',
      type: 'string',
      placement: ON_ROUTES,
      example: 'payments',
      source: PROVIDER_DOCS,
    },
    {
      key: 'cloudflare-tags',
      type: 'string-list',
      placement: ON_ROUTES,
      example: 'team:payments',
      source: PROVIDER_DOCS,
    },
    {
      key: 'coredns-<property>',
      type: 'string',
      placement: ON_ROUTES,
      example: 'payments',
      note: 'Such as coredns-group.',
      source: PROVIDER_DOCS,
    },
    {
      key: 'scw-<property>',
      type: 'string',
      placement: ON_ROUTES,
      example: 'fr-par',
      note: 'Scaleway.',
      source: PROVIDER_DOCS,
    },
    {
      key: 'webhook-<property>',
      type: 'string',
      placement: ON_ROUTES,
      example: 'value',
      note: 'Passed on to the webhook provider.',
      source: PROVIDER_DOCS,
    },
    {
      key: 'ibmcloud-proxied',
      type: 'boolean',
      placement: ON_ROUTES,
      until: '0.22.0',
      example: 'false',
      note: "external-dns no longer has IBM Cloud's provider.",
      source: PROVIDER_DOCS,
    },
  ],
} as const satisfies AnnotationCatalogue;

/** Prefix that external-dns read by default before version 0.22. @public */
export const EXTERNAL_DNS_FORMER_PREFIX = 'external-dns.alpha.kubernetes.io/';
