import { awsInTreeHealthChecks } from './awsInTreeHealthChecks';
import { kubernetesSince } from './kubernetesSince';
import { AnnotationCatalogue } from './types';

const CLASSIC_ONLY = 'Classic load balancers only.';
const NETWORK_ONLY = 'Network Load Balancers only.';
const OF_NETWORK = { key: 'aws-load-balancer-type', values: ['nlb'] } as const;
const PROVIDER =
  'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/pkg/providers/v1/aws.go';
const VALIDATIONS =
  'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/pkg/providers/v1/aws_validations.go';

/**
 * Annotations that the in-tree AWS provider reads from Services. Versions are those of Kubernetes, which the provider's
 * follow.
 *
 * @public
 */
export const awsInTreeCatalogue = {
  id: 'aws-in-tree',
  controller: 'in-tree AWS cloud provider',
  prefix: 'service.beta.kubernetes.io/',
  placement: ['Service'],
  separator: ',',
  source:
    'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/docs/service_controller.md',
  annotations: [
    {
      key: 'aws-load-balancer-access-log-emit-interval',
      type: 'integer',
      clashes: [OF_NETWORK],
      allowed: ['5', '60'],
      needs: ['aws-load-balancer-access-log-enabled'],
      ...kubernetesSince('1.4'),
      example: '60',
      note: `Minutes. ${CLASSIC_ONLY}`,
    },
    {
      key: 'aws-load-balancer-access-log-enabled',
      type: 'boolean',
      default: 'false',
      needs: ['aws-load-balancer-access-log-s3-bucket-name'],
      ...kubernetesSince('1.4'),
      example: 'true',
    },
    {
      key: 'aws-load-balancer-access-log-s3-bucket-name',
      type: 'string',
      ...kubernetesSince('1.4'),
      example: 'payments-logs',
    },
    {
      key: 'aws-load-balancer-access-log-s3-bucket-prefix',
      type: 'string',
      ...kubernetesSince('1.4'),
      example: 'payments',
    },
    {
      key: 'aws-load-balancer-additional-resource-tags',
      type: 'string-map',
      ...kubernetesSince('1.7'),
      example: 'team=payments,stage=production',
      note: 'A key without a value is a tag with an empty one; what stands behind a second = is lost.',
    },
    {
      key: 'aws-load-balancer-backend-protocol',
      type: 'string',
      default: 'tcp',
      allowed: ['http', 'https', 'ssl', 'tcp'],
      ...kubernetesSince('1.3'),
      example: 'http',
      note: 'Without a certificate only http has an effect; https is plain TCP then. A Network Load Balancer reads ssl alone.',
    },
    {
      key: 'aws-load-balancer-connection-draining-enabled',
      type: 'boolean',
      clashes: [OF_NETWORK],
      default: 'false',
      ...kubernetesSince('1.4'),
      example: 'true',
      note: CLASSIC_ONLY,
    },
    {
      key: 'aws-load-balancer-connection-draining-timeout',
      type: 'integer',
      clashes: [OF_NETWORK],
      default: '300',
      range: [1, 3600],
      needs: ['aws-load-balancer-connection-draining-enabled'],
      ...kubernetesSince('1.4'),
      example: '300',
      note: `Seconds. ${CLASSIC_ONLY}`,
    },
    {
      key: 'aws-load-balancer-connection-idle-timeout',
      type: 'integer',
      clashes: [OF_NETWORK],
      default: '60',
      range: [1, 4000],
      ...kubernetesSince('1.4'),
      example: '60',
      note: `Seconds. ${CLASSIC_ONLY}`,
    },
    {
      key: 'aws-load-balancer-cross-zone-load-balancing-enabled',
      type: 'boolean',
      default: 'false',
      ...kubernetesSince('1.4'),
      example: 'true',
    },
    {
      key: 'aws-load-balancer-extra-security-groups',
      type: 'string-list',
      excludes: ['aws-load-balancer-type'],
      ...kubernetesSince('1.7'),
      example: 'sg-0123456789abcdef0',
      note: `Added to the load balancer's own. ${CLASSIC_ONLY} A Network Load Balancer is refused with it.`,
      source: VALIDATIONS,
    },
    {
      key: 'aws-load-balancer-security-groups',
      type: 'string-list',
      ...kubernetesSince('1.13'),
      example: 'sg-0123456789abcdef0',
      note: 'Replaces the group that the controller makes. A Network Load Balancer takes it only where the cloud config says NLBSecurityGroupMode = Managed.',
    },
    {
      key: 'aws-load-balancer-internal',
      type: 'boolean',
      default: 'false',
      example: 'true',
      note: "Any value but 'false' and the empty one makes it internal.",
    },
    {
      key: 'aws-load-balancer-proxy-protocol',
      type: 'string',
      clashes: [OF_NETWORK],
      allowed: ['*'],
      ...kubernetesSince('1.3'),
      example: '*',
      note: `${CLASSIC_ONLY} A Network Load Balancer has the target group attribute proxy_protocol_v2.enabled.`,
    },
    {
      key: 'aws-load-balancer-ssl-cert',
      type: 'string',
      ...kubernetesSince('1.3'),
      example:
        'arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
      note: 'One certificate. UDP ports of a Network Load Balancer stay without it.',
    },
    {
      key: 'aws-load-balancer-ssl-negotiation-policy',
      type: 'string',
      default: 'ELBSecurityPolicy-2016-08',
      needs: ['aws-load-balancer-ssl-cert'],
      ...kubernetesSince('1.9'),
      example: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    },
    {
      key: 'aws-load-balancer-ssl-ports',
      type: 'string-list',
      default: '*',
      needs: ['aws-load-balancer-ssl-cert'],
      ...kubernetesSince('1.3'),
      example: '443,8443',
      note: 'Numbers or names of ports. Spaces count, so that "80, 443" lists a port named " 443".',
    },
    {
      key: 'aws-load-balancer-type',
      type: 'string',
      default: 'a Classic load balancer',
      allowed: ['nlb'],
      ...kubernetesSince('1.9'),
      example: 'nlb',
      note: "Without it the load balancer is a Classic one, which can't stand behind an endpoint service. Must not change after creation.",
      source: VALIDATIONS,
    },
    {
      key: 'aws-load-balancer-eip-allocations',
      type: 'string-list',
      clashes: [
        {
          key: 'aws-load-balancer-internal',
          values: ['true'],
          isRefused: true,
        },
      ],
      needs: ['aws-load-balancer-type'],
      excludes: ['aws-load-balancer-private-ipv4-addresses'],
      ...kubernetesSince('1.16'),
      example: 'eipalloc-0123456789abcdef0',
      note: `One for each subnet. ${NETWORK_ONLY}`,
    },
    {
      key: 'aws-load-balancer-subnets',
      type: 'string-list',
      default: 'found by their tags',
      since: '1.19',
      example: 'subnet-0123456789abcdef0,subnet-0fedcba9876543210',
      note: 'Ids or names. The version is that of EKS.',
      source:
        'https://github.com/kubernetes-sigs/aws-load-balancer-controller/pull/1926',
    },
    {
      key: 'aws-load-balancer-target-node-labels',
      type: 'string-map',
      default: 'all nodes',
      ...kubernetesSince('1.19'),
      example: 'node.kubernetes.io/role=ingress',
    },
    {
      key: 'aws-load-balancer-target-group-attributes',
      type: 'string-map',
      needs: ['aws-load-balancer-type'],
      since: '1.32',
      example: 'preserve_client_ip.enabled=true',
      note: `Only preserve_client_ip.enabled and proxy_protocol_v2.enabled, with true or false. ${NETWORK_ONLY} Taking it away leaves the last values. In 1.32, 1.33 and 1.34 since their patches of December 2025.`,
      source: 'https://github.com/kubernetes/cloud-provider-aws/pull/1317',
    },
    {
      key: 'aws-load-balancer-private-ipv4-addresses',
      type: 'string-list',
      clashes: [
        {
          key: 'aws-load-balancer-internal',
          values: ['false'],
          isRefused: true,
        },
      ],
      needs: ['aws-load-balancer-type', 'aws-load-balancer-internal'],
      excludes: ['aws-load-balancer-eip-allocations'],
      isUndocumented: true,
      example: '10.0.1.10,10.0.2.10',
      note: `One for each subnet. ${NETWORK_ONLY}`,
      source: PROVIDER,
    },
    {
      key: 'load-balancer-source-ranges',
      type: 'string-list',
      default: '0.0.0.0/0',
      isUndocumented: true,
      example: '10.0.0.0/8',
      note: 'Read only where spec.loadBalancerSourceRanges is empty.',
      source:
        'https://github.com/kubernetes/cloud-provider/blob/v0.36.1/service/helpers/helper.go',
    },
    ...awsInTreeHealthChecks,
  ],
} as const satisfies AnnotationCatalogue;
