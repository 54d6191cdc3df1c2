import { changeLogSince } from './changeLogSince';
import { AnnotationSpec } from './types';

const ROUTE_53 = {
  placement: ['Service', 'Ingress', 'Route'],
  source:
    'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/tutorials/aws.md',
} as const;
/** Pull request 1008 brought the policies that Route 53 had then; geoproximity came later. */
const ROUTING_POLICIES = changeLogSince('0.5.18');
const POLICY = { ...ROUTE_53, needs: ['set-identifier'] } as const;

/** The annotations of external-dns that only its Route 53 provider reads. @internal */
export const externalDnsAws = [
  {
    key: 'aws-weight',
    type: 'integer',
    range: [0, 255],
    ...ROUTING_POLICIES,
    example: '100',
    ...POLICY,
  },
  {
    key: 'aws-region',
    type: 'string',
    ...ROUTING_POLICIES,
    example: 'eu-central-1',
    ...POLICY,
  },
  {
    key: 'aws-failover',
    type: 'string',
    allowed: ['PRIMARY', 'SECONDARY'],
    ...ROUTING_POLICIES,
    example: 'PRIMARY',
    ...POLICY,
  },
  {
    key: 'aws-geolocation-continent-code',
    type: 'string',
    allowed: ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'],
    ...ROUTING_POLICIES,
    example: 'EU',
    ...POLICY,
  },
  {
    key: 'aws-geolocation-country-code',
    type: 'string',
    ...ROUTING_POLICIES,
    example: 'DE',
    note: 'Two letters, or * for the default.',
    ...POLICY,
  },
  {
    key: 'aws-geolocation-subdivision-code',
    type: 'string',
    ...ROUTING_POLICIES,
    example: 'CA',
    ...POLICY,
    needs: ['set-identifier', 'aws-geolocation-country-code'],
  },
  {
    key: 'aws-geoproximity-region',
    type: 'string',
    example: 'eu-central-1',
    excludes: [
      'aws-geoproximity-local-zone-group',
      'aws-geoproximity-coordinates',
    ],
    ...POLICY,
  },
  {
    key: 'aws-geoproximity-local-zone-group',
    type: 'string',
    example: 'us-west-2-lax-1',
    excludes: ['aws-geoproximity-region', 'aws-geoproximity-coordinates'],
    ...POLICY,
  },
  {
    key: 'aws-geoproximity-coordinates',
    type: 'string',
    example: '52.52,13.41',
    note: 'Latitude and longitude.',
    excludes: ['aws-geoproximity-region', 'aws-geoproximity-local-zone-group'],
    ...POLICY,
  },
  {
    key: 'aws-geoproximity-bias',
    type: 'integer',
    range: [-99, 99],
    example: '10',
    ...POLICY,
  },
  {
    key: 'aws-multi-value-answer',
    type: 'string',
    ...ROUTING_POLICIES,
    example: 'true',
    note: 'Any value switches it on.',
    ...POLICY,
  },
  {
    key: 'aws-health-check-id',
    type: 'string',
    example: '12345678-1234-1234-1234-123456789012',
    ...ROUTE_53,
  },
  {
    key: 'aws-evaluate-target-health',
    type: 'boolean',
    example: 'true',
    ...ROUTE_53,
  },
  {
    key: 'aws-hosted-zone-id',
    type: 'string',
    example: 'Z0123456789ABCDEFGHIJ',
    ...ROUTE_53,
  },
  {
    key: 'aws-target-hosted-zone',
    type: 'string',
    example: 'Z0123456789ABCDEFGHIJ',
    note: 'Zone that an alias points into, such as that of an interface endpoint.',
    ...ROUTE_53,
  },
] as const satisfies readonly AnnotationSpec[];
