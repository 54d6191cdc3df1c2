import { ControllerRefusal } from '../ControllerRefusal';
import { goByteLength } from '../../values/goText';
import { trimGoSpace } from '../../values/goParsers';
import { IngressClassFacts } from './AwsLbcIngressFacts';
import { classifyIngress, matchesClassAnnotation } from './classifyIngress';
import {
  INGRESS_CLASS_ANNOTATION,
  LbcIngress,
  readClassAnnotation,
} from './LbcIngress';
import { loadIngressClass } from './loadIngressClass';
import { findConditionProblem, readConditions } from './planConditions';

/** What the webhook of the controller is set to forbid. @public */
export interface IngressAdmissionFacts extends IngressClassFacts {
  /** `--disable-ingress-class-annotation` */
  forbidsClassAnnotation: boolean;
  /** `--disable-ingress-group-name-annotation` */
  forbidsGroupNameAnnotation: boolean;
}

/** Whether the webhook leaves an Ingress alone, as it is for another controller. It looks at no parameters. @internal */
export function isSkippedByWebhook(
  ingress: LbcIngress,
  facts: IngressClassFacts,
): boolean {
  return !classifyIngress(ingress, facts, false).isOwn;
}

/** Refuses the old way to name a class where it is new. @internal */
export function checkClassAnnotation(
  ingress: LbcIngress,
  before: LbcIngress | undefined,
  facts: Pick<
    IngressAdmissionFacts,
    'controllerIngressClass' | 'forbidsClassAnnotation'
  >,
): void {
  if (!facts.forbidsClassAnnotation) return;
  const isUsed = (one: LbcIngress | undefined) => {
    const value = one && readClassAnnotation(one);
    return value !== undefined && matchesClassAnnotation(value, facts);
  };
  if (isUsed(ingress) && !isUsed(before))
    throw new ControllerRefusal(
      `new usage of \`${INGRESS_CLASS_ANNOTATION}\` annotation is forbidden`,
      [INGRESS_CLASS_ANNOTATION],
    );
}

/** Refuses a group's name where it is new or another. @internal */
export function checkGroupNameAnnotation(
  { annotations }: LbcIngress,
  before: LbcIngress | undefined,
  facts: Pick<IngressAdmissionFacts, 'forbidsGroupNameAnnotation'>,
): void {
  const name = 'group.name';
  const asked = annotations.string(name);
  if (!facts.forbidsGroupNameAnnotation || asked === undefined) return;
  if (before?.annotations.string(name) === asked) return;
  const key = annotations.keyOf(name);
  throw new ControllerRefusal(
    `new usage of \`${key}\` annotation is forbidden`,
    [key],
  );
}

/** Refuses a class that is new and invalid. @internal */
export function checkClassName(
  ingress: LbcIngress,
  before: LbcIngress | undefined,
  facts: IngressClassFacts,
): void {
  const { className } = ingress;
  if (className === undefined || className === before?.className) return;
  const loaded = loadIngressClass(ingress, facts);
  if ('problem' in loaded)
    throw new ControllerRefusal(loaded.problem, ['spec.ingressClassName']);
}

/** Refuses `conditions` of a backend that the controller can't read. @internal */
export function checkConditions({
  annotations,
  namespace,
  name,
  rules,
}: LbcIngress): void {
  for (const { backend } of rules.flatMap(({ paths }) => paths ?? [])) {
    if (!backend.service) continue;
    const key = `conditions.${backend.service.name}` as const;
    for (const condition of readConditions(annotations, key)) {
      const problem = findConditionProblem(condition);
      if (problem !== undefined)
        throw new ControllerRefusal(
          `ignoring Ingress ${namespace}/${name} since invalid ${annotations.keyOf(
            key,
          )} annotation: ${problem}`,
          [annotations.keyOf(key)],
        );
    }
  }
}

const MAX_TAGS = 50;
const MAX_TAG_KEY = 128;
const MAX_TAG_VALUE = 256;

function findTagProblem(key: string, value: string): string | undefined {
  if (goByteLength(key) > MAX_TAG_KEY)
    return `tag key exceeds maximum length of ${MAX_TAG_KEY} characters`;
  if (goByteLength(value) > MAX_TAG_VALUE)
    return `tag value exceeds maximum length of ${MAX_TAG_VALUE} characters`;
  return key.toLowerCase().startsWith('aws:')
    ? `tag key '${key}' is reserved (aws:* pattern)`
    : undefined;
}

function findTagsProblem(value: string): string | undefined {
  const tags = new Map<string, string>();
  for (const pair of value.split(',').map(trimGoSpace)) {
    if (pair === '') continue;
    const divider = pair.indexOf('=');
    if (divider < 0)
      return ` format: tag '${pair}' must be in 'key=value' format`;
    const key = trimGoSpace(pair.slice(0, divider));
    const tag = trimGoSpace(pair.slice(divider + 1));
    if (key === '') return ' format: tag key cannot be empty';
    if (tag === '') return ' format: tag value cannot be empty';
    if (tags.has(key)) return `: duplicate tag key '${key}'`;
    tags.set(key, tag);
  }
  if (tags.size > MAX_TAGS)
    return `: number of tags (${tags.size}) exceeds maximum allowed (${MAX_TAGS})`;
  const problem = [...tags]
    .map(([key, tag]) => findTagProblem(key, tag))
    .find(found => found !== undefined);
  return problem === undefined ? undefined : `: ${problem}`;
}

/** Refuses tags of the Network Load Balancer in front that AWS would refuse. @internal */
export function checkFrontendNlbTags({ annotations }: LbcIngress): void {
  const name = 'frontend-nlb-tags';
  const problem = findTagsProblem(annotations.string(name) ?? '');
  if (problem !== undefined)
    throw new ControllerRefusal(`invalid frontend NLB tags${problem}`, [
      annotations.keyOf(name),
    ]);
}

/**
 * Refuses what the controller's webhook refuses of a new or changed Ingress.
 *
 * @remarks `webhooks/networking/ingress_validator.go`, version 3.5.
 *
 * @param before - The Ingress as it was; `undefined` for a new one.
 *
 * @throws ControllerRefusal in the webhook's words.
 *
 * @internal
 */
export function checkAdmission(
  ingress: LbcIngress,
  before: LbcIngress | undefined,
  facts: IngressAdmissionFacts,
): void {
  if (isSkippedByWebhook(ingress, facts)) return;
  checkClassAnnotation(ingress, before, facts);
  checkGroupNameAnnotation(ingress, before, facts);
  checkClassName(ingress, before, facts);
  checkConditions(ingress);
  checkFrontendNlbTags(ingress);
}
