import { KubernetesObject } from '../KubernetesObject';
import { ControllerRefusal } from '../ControllerRefusal';
import { goByteLength } from '../../values/goText';
import { IngressClassFacts } from './AwsLbcIngressFacts';
import { findClassification } from './classifyIngress';
import { IngressClassParams } from './IngressClassParams';
import {
  GroupMember,
  INGRESS_ANNOTATION_PREFIX,
  INGRESS_CLASS_ANNOTATION,
  LbcIngress,
  readLbcIngress,
} from './LbcIngress';
import { within } from './within';

/** What tells groups of Ingresses apart: a name, or namespace and name of the only Ingress. @public */
export interface IngressGroupId {
  /** Empty for a group that is named. */
  namespace: string;
  name: string;
}

/** Ingresses that share a load balancer. @internal */
export interface IngressGroup {
  id: IngressGroupId;
  /** In the order in which their rules are read. */
  members: readonly GroupMember[];
  /** Those that leave the group, being deleted or else. */
  leaving: readonly LbcIngress[];
}

/** Whether an Ingress belongs to a group, has to be cleaned up after, or neither. @internal */
export type GroupMembership =
  | { type: 'active'; member: GroupMember }
  | { type: 'inactive' }
  | { type: 'none' };

const ORDER = [-1000, 1000] as const;
const MAX_NAME_LENGTH = 63;
const GROUP_NAME_KEY = `${INGRESS_ANNOTATION_PREFIX}/group.name`;

/** The id as it goes into names: `namespace/name`, or the name of the group. @internal */
export function formatGroupId({ namespace, name }: IngressGroupId): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

/** Why the controller doesn't take a group's name; `undefined` where it does. @internal */
export function findGroupNameProblem(name: string): string | undefined {
  if (!/^([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/.test(name))
    return "groupName must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
  return goByteLength(name) > MAX_NAME_LENGTH
    ? `groupName must be no more than ${MAX_NAME_LENGTH} characters`
    : undefined;
}

/**
 * The group of an Ingress: the one of its class, else the one that it names, else one of its own.
 *
 * @remarks `loadGroupID` in `pkg/ingress/group_loader.go`, version 3.5.
 *
 * @throws ControllerRefusal for a name that the controller doesn't take.
 *
 * @internal
 */
export function planGroupId(
  ingress: LbcIngress,
  params: IngressClassParams | undefined,
): IngressGroupId {
  const asked = params?.groupName ?? ingress.annotations.string('group.name');
  if (asked === undefined)
    return { namespace: ingress.namespace, name: ingress.name };
  const problem = findGroupNameProblem(asked);
  if (problem === undefined) return { namespace: '', name: asked };
  throw new ControllerRefusal(`invalid ingress group: ${problem}`, [
    GROUP_NAME_KEY,
  ]);
}

function hasFinalizerOf(ingress: LbcIngress, id: IngressGroupId): boolean {
  if (id.namespace === '')
    return ingress.finalizers.includes(`group.ingress.k8s.aws/${id.name}`);
  return (
    ingress.key === formatGroupId(id) &&
    ingress.finalizers.includes('ingress.k8s.aws/resources')
  );
}

const isSameGroup = (a: IngressGroupId, b: IngressGroupId) =>
  a.namespace === b.namespace && a.name === b.name;

/**
 * Whether an Ingress belongs to a group. One whose class is invalid stops the group that it has been in, and no other.
 *
 * @remarks `checkGroupMembershipType` in `pkg/ingress/group_loader.go`, version 3.5.
 *
 * @internal
 */
export function planGroupMembership(
  ingress: LbcIngress,
  id: IngressGroupId,
  facts: IngressClassFacts,
): GroupMembership {
  const wasMember = hasFinalizerOf(ingress, id);
  const left: GroupMembership = { type: wasMember ? 'inactive' : 'none' };
  if (ingress.isBeingDeleted) return left;
  const found = findClassification(ingress, facts);
  if ('problem' in found) {
    if (found.isInvalidClass && !wasMember) return { type: 'none' };
    throw new ControllerRefusal(
      found.isInvalidClass
        ? `Ingress has invalid IngressClass configuration: ${found.problem}`
        : found.problem,
      [INGRESS_CLASS_ANNOTATION, 'spec.ingressClassName'],
    );
  }
  if (!found.isOwn) return left;
  try {
    return isSameGroup(planGroupId(ingress, found.params), id)
      ? { type: 'active', member: { ...ingress, params: found.params } }
      : left;
  } catch (error) {
    // Whose group has no valid name is in none.
    if (error instanceof ControllerRefusal) return left;
    throw error;
  }
}

function readOrder({ annotations, key }: LbcIngress): number {
  const name = 'group.order';
  const order =
    within(`failed to load Ingress group order for ingress: ${key}`, () =>
      annotations.int32(name),
    ) ?? 0;
  if (order >= ORDER[0] && order <= ORDER[1]) return order;
  throw new ControllerRefusal(
    `explicit Ingress group order must be within [${ORDER.join(
      ':',
    )}], Ingress: ${key}, order: ${order}`,
    [annotations.keyOf(name)],
  );
}

/**
 * The members in the order of their rules: by `group.order`, then by namespace and name.
 *
 * @remarks `sortGroupMembers` in `pkg/ingress/group_loader.go`, version 3.5.
 *
 * @internal
 */
export function sortGroupMembers<Member extends LbcIngress>(
  members: readonly Member[],
): Member[] {
  return members
    .map(member => ({ member, order: readOrder(member) }))
    .sort((a, b) => a.order - b.order || (a.member.key < b.member.key ? -1 : 1))
    .map(({ member }) => member);
}

/**
 * The group that an id stands for.
 *
 * @remarks `Load` in `pkg/ingress/group_loader.go`, version 3.5.
 *
 * @internal
 */
export function loadIngressGroup(
  id: IngressGroupId,
  ingresses: readonly KubernetesObject[],
  facts: IngressClassFacts,
): IngressGroup {
  const members: GroupMember[] = [];
  const leaving: LbcIngress[] = [];
  for (const ingress of ingresses.map(readLbcIngress)) {
    const membership = within(`Ingress: ${ingress.key}`, () =>
      planGroupMembership(ingress, id, facts),
    );
    if (membership.type === 'active') members.push(membership.member);
    if (membership.type === 'inactive') leaving.push(ingress);
  }
  return { id, members: sortGroupMembers(members), leaving };
}
