import { InputError } from '@backstage/errors';
import { ControllerAnnotations } from './annotations';
import { KubernetesIngress } from './KubernetesIngress';

/**
 * The prefix of the annotations by which the AWS Load Balancer Controller reads Ingresses.
 * @internal
 */
export const ALB_PREFIX = 'alb.ingress.kubernetes.io/';

/**
 * An Ingress of a group, with what it says to the controller.
 * @internal
 */
export interface GroupMember {
  ingress: KubernetesIngress;
  /** `namespace/name`. */
  key: string;
  annotations: ControllerAnnotations;
}

/**
 * Ingresses that share a load balancer.
 * @internal
 */
export interface IngressGroup {
  /** The group's name, or `namespace/name` of the only Ingress, as `ingress.k8s.aws/stack` has it. */
  id: string;
  /** Empty for a group that is named. */
  namespace: string;
  name: string;
  /** In the order of their rules. */
  members: GroupMember[];
}

const GROUP_NAME = /^(?=.{1,63}$)([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/;
const [LEAST_ORDER, MOST_ORDER] = [-1000, 1000];

/**
 * The group of an Ingress, so far without members.
 *
 * @throws InputError in the controller's words for a name that it does not take.
 * @internal
 */
export function groupOf(ingress: KubernetesIngress): IngressGroup {
  const { namespace, name, annotations } = ingress;
  const asked = annotations[`${ALB_PREFIX}group.name`];
  if (asked === undefined) {
    return { id: `${namespace}/${name}`, namespace, name, members: [] };
  }
  if (!GROUP_NAME.test(asked)) {
    throw new InputError(
      "invalid ingress group: groupName must consist of at most 63 lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
    );
  }
  return { id: asked, namespace: '', name: asked, members: [] };
}

/** An Ingress as a member of its group. @internal */
export function memberOf(ingress: KubernetesIngress): GroupMember {
  const { annotations, namespace, name } = ingress;
  return {
    ingress,
    key: `${namespace}/${name}`,
    annotations: new ControllerAnnotations(annotations, ALB_PREFIX),
  };
}

/**
 * A group's members in the order of their rules: by `group.order`, then by namespace and name, as in
 * `pkg/ingress/group_loader.go` of the controller, version 3.5.
 *
 * @throws InputError in the controller's words for an order that is none.
 * @internal
 */
export function orderMembers({ members }: IngressGroup): GroupMember[] {
  const ranked = members.map(member => ({ member, order: orderOf(member) }));
  ranked.sort(
    (left, right) =>
      left.order - right.order || (left.member.key < right.member.key ? -1 : 1),
  );
  return ranked.map(({ member }) => member);
}

function orderOf({ annotations, key }: GroupMember): number {
  const order = annotations.integer('group.order') ?? 0;
  if (order < LEAST_ORDER || order > MOST_ORDER) {
    throw new InputError(
      `explicit Ingress group order must be within [${LEAST_ORDER}:${MOST_ORDER}], Ingress: ${key}, order: ${order}`,
    );
  }
  return order;
}

/**
 * The one value that members of a group have; undefined where none has.
 *
 * @throws InputError in the controller's words where two have different ones.
 * @internal
 */
export function agreeOn(
  members: GroupMember[],
  what: string,
  read: (member: GroupMember) => string | undefined,
): string | undefined {
  const values = new Set(
    members.map(read).filter(value => value !== undefined),
  );
  if (values.size > 1) {
    throw new InputError(
      `conflicting ${what}: [${[...values].sort().join(' ')}]`,
    );
  }
  return [...values][0];
}

/**
 * The pairs of all members of a group together.
 *
 * @throws InputError in the controller's words where two say different things of one key.
 * @internal
 */
export function mergePairs(
  members: GroupMember[],
  what: string,
  read: (member: GroupMember) => Record<string, string>,
): Record<string, string> {
  const merged = new Map<string, string>();
  for (const [key, value] of members.flatMap(one =>
    Object.entries(read(one)),
  )) {
    const before = merged.get(key) ?? value;
    if (before !== value) {
      throw new InputError(`conflicting ${what} ${key}: ${before} | ${value}`);
    }
    merged.set(key, value);
  }
  return Object.fromEntries(merged);
}
