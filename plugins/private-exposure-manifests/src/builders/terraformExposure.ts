import { HclBlock, HclValue, hclAddress } from '../hcl/values';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { toPrincipalArn } from '../values/principal';
import { observedServiceName } from './manifestPlan';
import { ownerTagOf } from './ownerTagOf';
import { controllerOf } from './resolveLoadBalancer';

/** A resource's label: the name with `_` for `-`, which is unique, for names have no `_`. @internal */
export function toLabel(name: string): string {
  return name.replaceAll('-', '_');
}

/** Short stable hash (FNV-1a, 32 bit) that tells apart labels which would read alike. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) {
    value =
      Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}

/** Label of a grant: the account for a whole account, else its kind and a hash of the ARN. @internal */
export function grantLabel(serviceLabel: string, arn: string): string {
  if (arn === '*') return `${serviceLabel}_everyone`;
  const root = /^arn:[^:]+:iam::(\d{12}):root$/.exec(arn);
  if (root) return `${serviceLabel}_${root[1]}`;
  const [, , service, , account, resource] = arn.split(':');
  const kind = service === 'iam' ? resource.split('/')[0] : service;
  return `${serviceLabel}_${account}_${kind}_${hash(arn)}`;
}

// The tags with which each controller marks what it makes: the only stable way to find the load balancer.
function lookupTags(
  intent: AwsPrivateLinkExposureIntent,
): Record<string, HclValue> {
  const service = `${intent.service.namespace}/${observedServiceName(intent)}`;
  return controllerOf(intent) === 'in-tree'
    ? {
        [`kubernetes.io/cluster/${intent.cluster}`]: 'owned',
        'kubernetes.io/service-name': service,
      }
    : {
        'elbv2.k8s.aws/cluster': intent.cluster,
        'service.k8s.aws/stack': service,
      };
}

/** Tags as an attribute: name and owner first. @internal */
export function tagsValue(
  name: string,
  owner: Record<string, string>,
  tags: Record<string, string>,
): HclValue {
  return { object: { Name: name, ...owner, ...tags } };
}

function serviceBlock(
  intent: AwsPrivateLinkExposureIntent,
  label: string,
): HclBlock {
  const { endpointService: service } = intent;
  return {
    type: 'resource',
    labels: ['aws_vpc_endpoint_service', label],
    attributes: {
      acceptance_required: service.acceptanceRequired,
      network_load_balancer_arns: [{ reference: `data.aws_lb.${label}.arn` }],
      ...(service.privateDns
        ? { private_dns_name: service.privateDns.name }
        : {}),
      ...(service.supportedRegions.length
        ? { supported_regions: [intent.region, ...service.supportedRegions] }
        : {}),
      tags: tagsValue(service.name, ownerTagOf(intent), service.tags),
    },
  };
}

/** The block that lets a principal ask to connect. @internal */
export function grantBlock(serviceLabel: string, arn: string): HclBlock {
  return {
    type: 'resource',
    labels: [
      'aws_vpc_endpoint_service_allowed_principal',
      grantLabel(serviceLabel, arn),
    ],
    attributes: {
      principal_arn: arn,
      vpc_endpoint_service_id: {
        reference: `aws_vpc_endpoint_service.${serviceLabel}.id`,
      },
    },
  };
}

/** The block that tells a topic of connections. @internal */
export function notificationBlock(
  serviceLabel: string,
  { topicArn, events }: { topicArn: string; events: string[] },
): HclBlock {
  return {
    type: 'resource',
    labels: ['aws_vpc_endpoint_connection_notification', serviceLabel],
    attributes: {
      connection_events: events,
      connection_notification_arn: topicArn,
      vpc_endpoint_service_id: {
        reference: `aws_vpc_endpoint_service.${serviceLabel}.id`,
      },
    },
  };
}

/**
 * The endpoint service of an exposure as Terraform. The load balancer is looked up, for a controller makes it; no
 * accepter is ever written, for destroying one rejects a live connection.
 *
 * @internal
 */
export function terraformExposure(
  intent: AwsPrivateLinkExposureIntent,
): HclBlock[] {
  const { endpointService: service, partition } = intent;
  const label = toLabel(service.name);
  const id = { reference: `${hclAddress(serviceBlock(intent, label))}.id` };
  const { notification } = service;
  return [
    {
      type: 'data',
      labels: ['aws_lb', label],
      attributes: { tags: { object: lookupTags(intent) } },
    },
    serviceBlock(intent, label),
    ...service.grants.map(({ principal }) =>
      grantBlock(label, toPrincipalArn(principal, partition)),
    ),
    ...(service.privateDns?.verify
      ? [
          {
            type: 'resource',
            labels: [
              'aws_vpc_endpoint_service_private_dns_verification',
              label,
            ],
            attributes: { service_id: id },
          },
        ]
      : []),
    ...(notification ? [notificationBlock(label, notification)] : []),
  ];
}
