import { quoteGo } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { keyOf, readList } from './annotations';
import { InTreeContext } from './facts';

/** The security groups of a load balancer. @public */
export interface InTreeSecurityGroupsPlan {
  /**
   * `managed`: one that the controller makes and keeps; `custom`: those that the Service or the cluster's config name;
   * `existing`: those that the load balancer has; `none`.
   */
  securityGroupMode: 'managed' | 'custom' | 'existing' | 'none';
  securityGroups: readonly string[];
}

/** The security groups of a Classic load balancer. @public */
export interface ClassicSecurityGroupsPlan extends InTreeSecurityGroupsPlan {
  /** Those that stand beside the load balancer's own. */
  extraSecurityGroups: readonly string[];
  /** Whether the controller makes a group. */
  managedSecurityGroupAdded: boolean;
  /** Whether the controller writes rules into the group. */
  setupSecurityGroupRules: boolean;
}

const NAME = 'aws-load-balancer-security-groups';
const MANAGED = '<managed>';

/**
 * Plans the security groups of a Classic load balancer: those of the Service, else the cluster's, else one of its own;
 * and the extra ones behind them.
 *
 * @remarks `buildELBSecurityGroupList` in `pkg/providers/v1/aws.go` of cloud-provider-aws.
 *
 * @public
 */
export function planClassicSecurityGroups(
  service: KubernetesObject,
  { cloudConfig, newSecurityGroup = MANAGED }: InTreeContext = {},
): ClassicSecurityGroupsPlan {
  const shared = cloudConfig?.ElbSecurityGroup;
  const own = readList(service, NAME);
  const named = own.length > 0 || !shared ? own : [shared];
  const isManaged = named.length === 0;
  const extraSecurityGroups = readList(
    service,
    'aws-load-balancer-extra-security-groups',
  );
  return {
    securityGroupMode: isManaged ? 'managed' : 'custom',
    securityGroups: [
      ...(isManaged ? [newSecurityGroup] : named),
      ...extraSecurityGroups,
    ],
    extraSecurityGroups,
    managedSecurityGroupAdded: isManaged,
    setupSecurityGroupRules: isManaged,
  };
}

/**
 * Plans the security groups of a Network Load Balancer. One that was made without any never gets one.
 *
 * @remarks `ensureNLBSecurityGroup` of cloud-provider-aws, and `docs/nlb_security_groups.md`.
 *
 * @throws {@link ControllerRefusal} for groups of the Service in a cluster whose config doesn't say
 * `NLBSecurityGroupMode = Managed`.
 *
 * @public
 */
export function planNetworkSecurityGroups(
  service: KubernetesObject,
  {
    cloudConfig,
    existingLoadBalancer,
    newSecurityGroup = MANAGED,
  }: InTreeContext = {},
): InTreeSecurityGroupsPlan {
  const isManaged = cloudConfig?.NLBSecurityGroupMode === 'Managed';
  const own = readList(service, NAME);
  if (own.length > 0 && !isManaged)
    throw new ControllerRefusal(
      `BYO security group annotation ${quoteGo(
        keyOf(NAME),
      )} is not supported by NLB without NLBSecurityGroupMode = Managed`,
      [keyOf(NAME)],
    );
  const existing = existingLoadBalancer?.securityGroups;
  if (existing?.length === 0)
    return { securityGroupMode: 'none', securityGroups: [] };
  if (own.length > 0)
    return { securityGroupMode: 'custom', securityGroups: own };
  if (!isManaged)
    return existing
      ? { securityGroupMode: 'existing', securityGroups: existing }
      : { securityGroupMode: 'none', securityGroups: [] };
  const isKept = existing && existingLoadBalancer?.ownedByController;
  return {
    securityGroupMode: 'managed',
    securityGroups: isKept ? existing : [newSecurityGroup],
  };
}
