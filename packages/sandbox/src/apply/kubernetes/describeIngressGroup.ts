import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { DeploymentTarget } from '../types';
import { ClusterBackend } from './ClusterBackend';
import { hashOf } from './hashOf';
import { describeListeners } from './describeListeners';
import { describeRules } from './describeRules';
import { IngressTargetGroups } from './IngressTargetGroups';
import {
  agreeOn,
  GroupMember,
  IngressGroup,
  mergePairs,
  orderMembers,
} from './IngressGroup';

// What the real controller does with these is not played here, and left out it would widen or change a route.
const NOT_PLAYED =
  /^(auth-type|conditions\.|transforms\.|mutual-authentication|jwt-validation|use-regex-path-match|enable-frontend-nlb|create-acm-cert|waf-acl-id|web-acl-id)/;

/**
 * The arguments of the application load balancer that the AWS Load Balancer Controller makes for a group of Ingresses. What
 * it refuses of one of them stops the whole group.
 *
 * @throws InputError in the controller's words if the Ingresses cannot be read, or contradict each other.
 * @internal
 */
export function describeIngressGroup(
  group: IngressGroup,
  backends: ClusterBackend[],
  target: DeploymentTarget,
): Args {
  const members = orderMembers(group);
  members.forEach(requirePlayed);
  const scheme = schemeOf(members);
  const tags = {
    ...mergePairs(members, 'tag', one => one.annotations.map('tags')),
    'elbv2.k8s.aws/cluster': target.cluster,
    'ingress.k8s.aws/stack': group.id,
  };
  const targets = new IngressTargetGroups({ group, backends, target, tags });
  const listeners = describeListeners(members, targets);
  const rules = listeners.flatMap(listener =>
    describeRules(members, listener, targets),
  );
  const groups = commaListOf(members, 'security-groups', 'securityGroups');
  const subnets = commaListOf(members, 'subnets', 'subnets', true);
  return {
    stack: group.id,
    name: nameOf(group, members, scheme, target),
    scheme,
    ip_address_type:
      agreeOn(members, 'IPAddressType', ({ annotations }) =>
        annotations.text('ip-address-type'),
      ) ?? 'ipv4',
    subnets: subnets.length > 0 ? subnets : target.subnetIds,
    security_groups: groups,
    // The group by which targets are reached, which load balancers share, is left out: nothing looks at pods' groups.
    managed_security_group:
      groups.length > 0 ? null : nameFor(group, `${target.cluster}${group.id}`),
    attributes: mergePairs(members, 'load balancer attributes', one =>
      one.annotations.map('load-balancer-attributes'),
    ),
    web_acl_arn:
      agreeOn(members, 'WAFv2 WebACL ARN', ({ annotations }) =>
        annotations.text('wafv2-acl-arn'),
      ) ?? null,
    tags,
    listeners,
    rules,
    target_groups: targets.described(),
  };
}

function requirePlayed({ annotations, key }: GroupMember) {
  const unknown = annotations.names().find(name => NOT_PLAYED.test(name));
  if (unknown !== undefined) {
    throw new InputError(
      `The sandbox does not play the annotation '${unknown}' of the Ingress ${key}`,
    );
  }
}

function schemeOf(members: GroupMember[]): string {
  const scheme = agreeOn(members, 'scheme', ({ annotations }) =>
    annotations.text('scheme'),
  );
  if (
    scheme !== undefined &&
    !['internal', 'internet-facing'].includes(scheme)
  ) {
    throw new InputError(`unknown scheme: ${scheme}`);
  }
  return scheme ?? 'internal';
}

function commaListOf(
  members: GroupMember[],
  name: string,
  what: string,
  ignoresOrder = false,
): string[] {
  const first = members.find(({ annotations }) => annotations.text(name));
  agreeOn(members, what, ({ annotations, key }) => {
    const value = annotations.text(name);
    if (value === undefined) return undefined;
    const list = annotations.list(name);
    if (list.length === 0) {
      throw new InputError(
        `cannot use empty value for ${name} annotation, ingress: ${key}`,
      );
    }
    return (ignoresOrder ? [...list].sort() : list).join(' ');
  });
  return first?.annotations.list(name) ?? [];
}

function nameOf(
  group: IngressGroup,
  members: GroupMember[],
  scheme: string,
  { cluster }: DeploymentTarget,
): string {
  const asked = agreeOn(members, 'load balancer name', ({ annotations }) =>
    annotations.text('load-balancer-name'),
  );
  if (asked !== undefined && asked.length > 32) {
    throw new InputError(
      'load balancer name cannot be longer than 32 characters',
    );
  }
  return asked ?? nameFor(group, `${cluster}${group.id}${scheme}`);
}

// As in `buildLoadBalancerName` of `pkg/ingress/model_build_load_balancer.go`, version 3.5.
function nameFor({ namespace, name }: IngressGroup, hashed: string): string {
  const short = (text: string, length: number) =>
    text.replace(/[^0-9A-Za-z]/g, '').slice(0, length);
  const hash = hashOf(hashed, 10);
  return namespace
    ? `k8s-${short(namespace, 8)}-${short(name, 8)}-${hash}`
    : `k8s-${short(name, 17)}-${hash}`;
}
