import { HclBlock, HclValue } from '../hcl/values';
import {
  AwsPrivateLinkConsumerIntent,
  TrafficSource,
  regionOfService,
} from '../intents/consumer';
import { ownerTagOf } from './ownerTagOf';
import { tagsValue, toLabel } from './terraformExposure';

/** What the endpoint's security group says of itself. @internal */
export function groupDescription({
  name,
  securityGroup,
}: AwsPrivateLinkConsumerIntent): string {
  return securityGroup.description ?? `Who may use the endpoint ${name}`;
}

/** What a rule says of itself; reviews of a group ask for it (Checkov CKV_AWS_23). @internal */
export function ruleDescription(port: number, source: TrafficSource): string {
  return `Port ${port} from ${
    source.type === 'cidr' ? source.cidr : source.id
  }`;
}

function sourceAttributes(source: TrafficSource): Record<string, HclValue> {
  switch (source.type) {
    case 'cidr':
      return {
        [source.cidr.includes(':') ? 'cidr_ipv6' : 'cidr_ipv4']: source.cidr,
      };
    case 'security-group':
      return { referenced_security_group_id: source.id };
    default:
      return { prefix_list_id: source.id };
  }
}

function sourceLabel(source: TrafficSource): string {
  const text = source.type === 'cidr' ? source.cidr : source.id;
  return text.toLowerCase().replace(/[^a-z0-9]/g, '_');
}

function rules(
  intent: AwsPrivateLinkConsumerIntent,
  label: string,
): HclBlock[] {
  const { ports, sources, allowSourceEgress } = intent.securityGroup;
  const group = { reference: `aws_security_group.${label}.id` };
  return sources.flatMap(source =>
    ports.flatMap((port): HclBlock[] => {
      const name = `${label}_${port}_${sourceLabel(source)}`;
      const common = { from_port: port, ip_protocol: 'tcp', to_port: port };
      const ingress: HclBlock = {
        type: 'resource',
        labels: ['aws_vpc_security_group_ingress_rule', name],
        attributes: {
          description: ruleDescription(port, source),
          ...common,
          ...sourceAttributes(source),
          security_group_id: group,
        },
      };
      if (!allowSourceEgress || source.type !== 'security-group')
        return [ingress];
      const egress: HclBlock = {
        type: 'resource',
        labels: ['aws_vpc_security_group_egress_rule', name],
        attributes: {
          description: `To the endpoint ${intent.name}`,
          ...common,
          referenced_security_group_id: group,
          security_group_id: source.id,
        },
      };
      return [ingress, egress];
    }),
  );
}

/**
 * The consumer's endpoint as Terraform. Its group gets no outbound rule, for an endpoint opens no connections.
 *
 * @internal
 */
export function terraformConsumer(
  intent: AwsPrivateLinkConsumerIntent,
): HclBlock[] {
  const label = toLabel(intent.name);
  const tags = tagsValue(intent.name, ownerTagOf(intent), intent.tags);
  const serviceRegion = regionOfService(intent.serviceName);
  return [
    {
      type: 'resource',
      labels: ['aws_security_group', label],
      attributes: {
        description: groupDescription(intent),
        name: `${intent.name}-endpoint`,
        vpc_id: intent.vpc,
        tags,
      },
    },
    ...rules(intent, label),
    {
      type: 'resource',
      labels: ['aws_vpc_endpoint', label],
      attributes: {
        private_dns_enabled: intent.privateDns.enabled,
        security_group_ids: [{ reference: `aws_security_group.${label}.id` }],
        service_name: intent.serviceName,
        ...(serviceRegion === intent.region
          ? {}
          : { service_region: serviceRegion }),
        subnet_ids: intent.subnets,
        vpc_endpoint_type: 'Interface',
        vpc_id: intent.vpc,
        tags,
      },
    },
  ];
}
