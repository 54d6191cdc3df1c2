import {
  awsLbcIngressDefaults,
  AwsLbcIngressFacts,
} from '../../plan/awsLbcIngress';
import { SubnetFact } from '../../plan/awsLbcService';
import { readIngressClassParams } from '../../plan/awsLbcIngress/IngressClassParams';
import { IngressGroup } from '../../plan/awsLbcIngress/IngressGroup';
import {
  GroupMember,
  LbcIngress,
  readLbcIngress,
} from '../../plan/awsLbcIngress/LbcIngress';
import { KubernetesObject } from '../../plan/KubernetesObject';
import { objectOf } from './namedPlans';
import { OracleCase } from './oracleCases';

interface OracleSubnet {
  id: string;
  az?: string;
  cidr?: string;
}

interface OracleClass {
  name: string;
  controller?: string | null;
  parameters?: Record<string, string>;
  annotations?: Record<string, string>;
}

const named = (kind: string, name: string, rest: object): KubernetesObject => ({
  kind,
  metadata: { name },
  ...rest,
});

function readClass({
  name,
  controller,
  parameters,
  annotations,
}: OracleClass): KubernetesObject {
  return {
    kind: 'IngressClass',
    metadata: { name, annotations },
    spec: { controller: controller ?? '', parameters },
  };
}

function readNamespace(one: {
  name: string;
  labels?: Record<string, string>;
}): KubernetesObject {
  return {
    kind: 'Namespace',
    metadata: { name: one.name, labels: one.labels },
  };
}

function readSubnets({ context }: OracleCase): SubnetFact[] | undefined {
  const names = Object.entries<string>(context.subnetNameToId ?? {}).map(
    ([name, id]): SubnetFact => ({ id, name }),
  );
  const subnets: SubnetFact[] | undefined = context.subnets?.map(
    ({ id, az, cidr }: OracleSubnet) => ({
      id,
      zone: az,
      ipv4Cidrs: cidr === undefined ? [] : [cidr],
    }),
  );
  return subnets ? [...subnets, ...names] : names;
}

/** Services of a case; those that it tells nothing of but their names are empty. */
function readServices({
  context,
  metadata,
}: OracleCase): KubernetesObject[] | undefined {
  const byName: Record<
    string,
    Record<string, string>
  > = context.backendServiceAnnotations ?? {};
  const existing: string[] | undefined = context.existingServices;
  const services: KubernetesObject[] = (context.services ?? []).map(
    (service: KubernetesObject) => ({ ...service, kind: 'Service' }),
  );
  return [
    ...services,
    ...Object.entries(byName).map(([name, annotations]) => ({
      kind: 'Service',
      metadata: { name, namespace: metadata.namespace, annotations },
    })),
    ...(existing ?? []).map(key => {
      const [namespace, name] = key.split('/');
      return { kind: 'Service', metadata: { name, namespace } };
    }),
  ];
}

/** The Ingress of a case. */
export function readIngress(oracle: OracleCase): LbcIngress {
  const object = objectOf(oracle);
  const isBeingDeleted = oracle.context.deleting === true;
  return { ...readLbcIngress(object), isBeingDeleted };
}

/** The Ingress of a case as it was before a change; `undefined` for a new one. */
export function readBefore({
  metadata,
  spec,
  context,
}: OracleCase): LbcIngress | undefined {
  if (context.admission !== 'UPDATE') return undefined;
  return readLbcIngress({
    kind: 'Ingress',
    metadata: context.oldMetadata ?? metadata,
    spec: context.oldSpec ?? spec,
  });
}

/** The members of a case's group: its Ingress, with what its class sets, and the others. */
export function readMembers(oracle: OracleCase): GroupMember[] {
  const { ingressClassParams: spec, groupMembers = [] } = oracle.context;
  const params =
    spec &&
    readIngressClassParams(
      named('IngressClassParams', spec.name ?? '', { spec }),
    );
  return [
    { ...readIngress(oracle), params },
    ...groupMembers.map((member: KubernetesObject) => ({
      ...readLbcIngress({ ...member, kind: 'Ingress' }),
      params: undefined,
    })),
  ];
}

/** The group of a case; one that has left it keeps the place of none. */
export function readGroup(oracle: OracleCase): IngressGroup {
  const { ingressGroup, ingressGroupMembership } = oracle.context;
  const { name = '', namespace = '' } = oracle.metadata;
  const id = ingressGroup ?? { name, namespace };
  const members = readMembers(oracle);
  const hasLeft = ingressGroupMembership === 'inactive';
  return {
    id: { name: id.name, namespace: id.namespace ?? '' },
    members: hasLeft ? members.slice(1) : members,
    leaving: hasLeft ? [members[0]] : [],
  };
}

/** The facts of a case. What a test leaves out is empty, as in Go, not as the controller's flags have it. */
export function readFacts(oracle: OracleCase): AwsLbcIngressFacts {
  const { context } = oracle;
  const { featureGates } = awsLbcIngressDefaults;
  return {
    ...awsLbcIngressDefaults,
    clusterName: context.clusterName ?? '',
    subnets: readSubnets(oracle),
    services: readServices(oracle),
    webAcls: context.webACLsInAccount,
    existingLoadBalancer: context.existingLoadBalancer && {
      scheme: context.existingLoadBalancer.scheme ?? context.existingScheme,
      subnets:
        context.existingLoadBalancer.subnets ??
        readSubnets(oracle)?.map(({ id }) => id) ??
        [],
    },
    defaultCaArn: context.defaultCAArn ?? '',
    controllerIngressClass: context.controllerIngressClass ?? 'alb',
    managesIngressesWithoutClass: context.manageIngressesWithoutIngressClass,
    ingressClasses: (context.ingressClasses ?? []).map(readClass),
    ingressClassParams: (context.ingressClassParamsObjects ?? []).map(
      ({ name, spec }: { name: string; spec: object }) =>
        named('IngressClassParams', name, { spec }),
    ),
    namespaces: context.namespaces?.map(readNamespace),
    defaultScheme: context.defaultLoadBalancerScheme ?? 'internal',
    defaultAddressType: context.defaultIPAddressType || 'ipv4',
    defaultTargetType: context.defaultTargetType ?? 'instance',
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
      ...featureGates,
      EnableIPTargetType: context.enableIPTargetType ?? true,
      ...context.featureGates,
    },
  };
}
