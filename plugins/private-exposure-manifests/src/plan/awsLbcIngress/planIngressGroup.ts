import { LoadBalancerScheme, ManagedIngressRule } from '../awsLbcService';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { BackendServices } from './BackendServices';
import { IngressGroup, IngressGroupId } from './IngressGroup';
import { GroupMember } from './LbcIngress';
import {
  AlbAddressType,
  planAddressType,
  planCustomerOwnedPool,
  planIpamPool,
  planScheme,
} from './planAddressing';
import {
  planClassicWebAcl,
  planShieldProtection,
  planWebAcl,
} from './planAddOns';
import {
  checkDeletionProtection,
  planLoadBalancerAttributes,
  planMinimumCapacity,
} from './planAttributes';
import {
  CertificateRequestPlan,
  planCertificateRequest,
} from './planCertificates';
import { FrontendNlbPlan, planFrontendNlb } from './planFrontendNlb';
import { AlbTargetType } from './planHealthCheck';
import {
  ListenConfig,
  mergeListenConfigs,
  planListenConfigs,
} from './planListenConfigs';
import {
  AlbListenerPlan,
  AlbListenerRulePlan,
  ListenedPort,
  planListener,
  planListenerRules,
} from './planListeners';
import { nameGroupResource, planLoadBalancerName } from './planName';
import {
  AlbSecurityGroupPlan,
  planManagedIngress,
  planSecurityGroups,
} from './planSecurityGroups';
import { planSslRedirect, SslRedirectPlan } from './planSslRedirect';
import { AlbSubnetPlan, planSubnets } from './planSubnets';
import { planGroupTags, withDefaultTags } from './planTags';
import {
  AlbTargetGroupBindingPlan,
  AlbTargetGroupPlan,
} from './planTargetGroup';
import { TargetGroups } from './TargetGroups';
import { within } from './within';

/** What the AWS Load Balancer Controller builds from a group of Ingresses. @public */
export interface ApplicationLoadBalancerPlan {
  reconciled: true;
  ingressGroup: IngressGroupId;
  /** The Ingresses that share the load balancer, `namespace/name`, in the order of their rules. */
  members: readonly string[];
  loadBalancerName: string;
  loadBalancerType: 'application';
  scheme: LoadBalancerScheme;
  ipAddressType: AlbAddressType;
  subnetResolution: AlbSubnetPlan['resolution'];
  /** Ids; `undefined` where they are not known. */
  subnets: readonly string[] | undefined;
  securityGroupMode: AlbSecurityGroupPlan['mode'];
  /** Ids; names where they are not known. */
  securityGroups: readonly string[];
  /** Rules of the security group that the controller makes; `undefined` where it makes none. */
  managedSecurityGroupIngress: readonly ManagedIngressRule[] | undefined;
  /** Name of that group. */
  managedSecurityGroupName: string | undefined;
  customerOwnedIPv4Pool: string | undefined;
  ipv4IpamPoolId: string | undefined;
  loadBalancerAttributes: Record<string, string>;
  /** `undefined` where nothing is said of it. */
  minimumLoadBalancerCapacity: { capacityUnits: number } | undefined;
  tags: Record<string, string>;
  sslRedirect: SslRedirectPlan | undefined;
  listeners: readonly AlbListenerPlan[];
  listenerRules: readonly AlbListenerRulePlan[];
  targetGroups: readonly AlbTargetGroupPlan[];
  targetGroupBindings: readonly AlbTargetGroupBindingPlan[];
  /** Of the first target group. */
  targetType: AlbTargetType | undefined;
  certificateRequests: readonly CertificateRequestPlan[];
  /** ARN of the web ACL; empty where one is to be detached, `undefined` where nothing is said of it. */
  wafv2WebACLARN: string | undefined;
  /** As `wafv2WebACLARN`, of AWS WAF Classic. */
  wafRegionalWebACLID: string | undefined;
  /** `undefined` where nothing is said of it. */
  shieldAdvancedProtection: boolean | undefined;
  frontendNlb: FrontendNlbPlan | undefined;
}

/** What the AWS Load Balancer Controller makes of an Ingress and those that share its load balancer. @public */
export type AwsLbcIngressPlan =
  /** It leaves the Ingress alone. */
  { reconciled: false } | ApplicationLoadBalancerPlan;

/** What a member listens on. */
interface Listening {
  member: GroupMember;
  configs: ReadonlyMap<number, ListenConfig>;
}

function planListening(
  members: readonly GroupMember[],
  facts: AwsLbcIngressFacts,
  requests: CertificateRequestPlan[],
): Listening[] {
  return members.map(member => {
    // One that can't be parsed counts as false.
    const asksForCertificate =
      facts.featureGates.EnableCertificateManagement &&
      /^(1|t|T|TRUE|true|True)$/.test(
        member.annotations.string('create-acm-cert') ?? '',
      );
    const request = asksForCertificate
      ? planCertificateRequest(member, facts)
      : undefined;
    if (request) requests.push(request);
    return {
      member,
      configs: within(`ingress: ${member.key}`, () =>
        planListenConfigs(member, facts, request?.reference),
      ),
    };
  });
}

function mergeListening(
  listening: readonly Listening[],
  facts: AwsLbcIngressFacts,
): ListenedPort[] {
  const ports = new Set(
    listening.flatMap(({ configs }) => [...configs.keys()]),
  );
  return [...ports]
    .sort((a, b) => a - b)
    .map(port => {
      const ofPort = listening.flatMap(({ member, configs }) => {
        const config = configs.get(port);
        return config ? [{ member, config }] : [];
      });
      return {
        port,
        config: within(
          `failed to merge listenPort config for port: ${port}`,
          () => mergeListenConfigs(ofPort, facts),
        ),
        members: ofPort.map(({ member }) => member),
      };
    });
}

/** The settings of the load balancer itself, in the order in which the controller refuses them. */
function planLoadBalancer(
  group: IngressGroup,
  listened: readonly ListenedPort[],
  facts: AwsLbcIngressFacts,
) {
  const { members } = group;
  const scheme = planScheme(members, facts);
  const ipAddressType = planAddressType(members, facts);
  const { resolution, subnets } = planSubnets(members, facts, scheme);
  const securityGroups = planSecurityGroups(members, facts);
  const customerOwnedIPv4Pool = planCustomerOwnedPool(members);
  const loadBalancerAttributes = planLoadBalancerAttributes(members);
  const minimumLoadBalancerCapacity = planMinimumCapacity(members, facts);
  const ipv4IpamPoolId = planIpamPool(members);
  const tags = withDefaultTags(planGroupTags(members, facts), facts);
  const loadBalancerName = planLoadBalancerName(group, facts, scheme);
  const isManaged = securityGroups.mode === 'managed';
  return {
    loadBalancerName,
    loadBalancerType: 'application' as const,
    scheme,
    ipAddressType,
    subnetResolution: resolution,
    subnets: subnets?.map(({ id }) => id),
    securityGroupMode: securityGroups.mode,
    securityGroups: securityGroups.groups,
    backendSecurityGroup: securityGroups.backend,
    managedSecurityGroupIngress: isManaged
      ? planManagedIngress(listened, ipAddressType)
      : undefined,
    managedSecurityGroupName: isManaged
      ? nameGroupResource(group.id, facts.clusterName)
      : undefined,
    customerOwnedIPv4Pool,
    ipv4IpamPoolId,
    loadBalancerAttributes,
    minimumLoadBalancerCapacity,
    tags,
  };
}

/**
 * Says what the AWS Load Balancer Controller builds from a group of Ingresses.
 *
 * @remarks `run` in `pkg/ingress/model_builder.go`, version 3.5. What it refuses of one Ingress stops the whole group.
 *
 * @throws ControllerRefusal where the controller refuses one of them.
 *
 * @internal
 */
export function planIngressGroup(
  group: IngressGroup,
  facts: AwsLbcIngressFacts,
): AwsLbcIngressPlan {
  const { id, members, leaving } = group;
  leaving
    .filter(({ isBeingDeleted }) => isBeingDeleted)
    .forEach(checkDeletionProtection);
  if (members.length === 0) return { reconciled: false };
  const certificateRequests: CertificateRequestPlan[] = [];
  const listening = planListening(members, facts, certificateRequests);
  const listened = mergeListening(listening, facts);
  const { backendSecurityGroup, ...loadBalancer } = planLoadBalancer(
    group,
    listened,
    facts,
  );
  const { ipAddressType } = loadBalancer;
  const byPort = new Map(listened.map(({ port, config }) => [port, config]));
  const sslRedirect = planSslRedirect(members, byPort);
  const services = new BackendServices(facts.services);
  const targets = new TargetGroups(services, facts, {
    groupId: id,
    addressType: ipAddressType,
    backendSecurityGroup,
  });
  const { add: addTargetGroup } = targets;
  const options = { facts, services, sslRedirect, addTargetGroup };
  const planned = listened.map(port => ({
    listener: planListener(port, options),
    rules: planListenerRules(port, options),
  }));
  const wafv2WebACLARN = planWebAcl(members, facts);
  const wafRegionalWebACLID = planClassicWebAcl(members);
  const shieldAdvancedProtection = planShieldProtection(members);
  const frontendNlb = planFrontendNlb(group, facts, {
    ...loadBalancer,
    albPortsOf: member => [
      ...(listening.find(one => one.member === member)?.configs.keys() ?? []),
    ],
  });
  return {
    reconciled: true,
    ingressGroup: id,
    members: members.map(({ key }) => key),
    ...loadBalancer,
    sslRedirect,
    listeners: planned.map(({ listener }) => listener),
    listenerRules: planned.flatMap(({ rules }) => rules),
    targetGroups: targets.groups,
    targetGroupBindings: targets.bindings,
    targetType: targets.groups[0]?.targetType,
    certificateRequests,
    wafv2WebACLARN,
    wafRegionalWebACLID,
    shieldAdvancedProtection,
    frontendNlb,
  };
}
