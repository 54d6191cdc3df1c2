import {
  awsLbcServiceDefaults,
  AwsLbcServiceFacts,
  SubnetFact,
} from '../../plan/awsLbcService';
import { KubernetesObject } from '../../plan/KubernetesObject';
import { OracleCase } from './oracleCases';

interface OracleSubnet {
  id: string;
  az?: string;
  cidr?: string;
  ipv6Cidrs?: string[];
}

/** A subnet of which the case tells everything that its test's subnet has. */
const toSubnet = ({ id, az, cidr, ipv6Cidrs }: OracleSubnet): SubnetFact => ({
  id,
  zone: az,
  ipv4Cidrs: cidr === undefined ? [] : [cidr],
  ipv6Cidrs: ipv6Cidrs ?? [],
});

/** What the test's look-up answers, in the order in which the Service asks; the field's name says how it was asked. */
function readSubnets({ context, metadata }: OracleCase): SubnetFact[] {
  const [, subnets = []] =
    Object.entries(context).find(
      (entry): entry is [string, OracleSubnet[]] =>
        entry[0].startsWith('subnets') && Array.isArray(entry[1]),
    ) ?? [];
  const wanted = (
    metadata.annotations?.[
      'service.beta.kubernetes.io/aws-load-balancer-subnets'
    ] ?? ''
  ).split(',');
  return subnets.map((subnet, index) => ({
    ...toSubnet(subnet),
    name: wanted[index]?.trim(),
  }));
}

/** The Service of a case. */
export function readObject({ metadata, spec }: OracleCase): KubernetesObject {
  return { kind: 'Service', metadata, spec };
}

/** The facts of a case. What a test leaves out is empty, as in Go, not as the controller's flags have it. */
export function readFacts(oracle: OracleCase): AwsLbcServiceFacts {
  const { context } = oracle;
  const subnets = readSubnets(oracle);
  const { existingLoadBalancer: existing } = context;
  const vpcCidrs: string[] | undefined = context.vpcCidrs;
  return {
    ...awsLbcServiceDefaults,
    clusterName: context.clusterName ?? '',
    subnets,
    ...(existing
      ? {
          existingLoadBalancer: {
            scheme: existing.scheme ?? context.existingScheme,
            securityGroups: existing.securityGroups ?? [],
            subnets: existing.subnets ?? subnets.map(({ id }) => id),
          },
        }
      : {}),
    vpcIpv4Cidrs: vpcCidrs?.filter(cidr => !cidr.includes(':')) ?? [],
    vpcIpv6Cidrs:
      context.vpcIpv6Cidrs ??
      vpcCidrs?.filter(cidr => cidr.includes(':')) ??
      [],
    isBeingDeleted: context.deleting === true,
    loadBalancerClass:
      context.loadBalancerClass ?? awsLbcServiceDefaults.loadBalancerClass,
    defaultScheme: context.defaultLoadBalancerScheme ?? 'internal',
    defaultAddressType: context.defaultIPAddressType ?? 'ipv4',
    defaultTargetType: context.defaultTargetType ?? '',
    defaultSslPolicy: context.defaultSSLPolicy ?? '',
    defaultTags: context.defaultTags ?? {},
    externalManagedTags: context.externalManagedTags ?? [],
    hasBackendSecurityGroup: context.enableBackendSG === true,
    backendSecurityGroup: context.backendSecurityGroup,
    managesBackendSecurityGroupRules:
      context.enableManageBackendSGRulesFlag === true,
    hasUnrestrictedSecurityGroupRules:
      context.disableRestrictedSGRules === true,
    featureGates: {
      ...awsLbcServiceDefaults.featureGates,
      EnableIPTargetType: context.enableIPTargetType ?? true,
      EnableTCPUDPListener:
        (context.enableTCPUDPListener ??
          context.enableTCPUDPListenerDefault) === true,
      ...context.featureGates,
    },
  };
}
