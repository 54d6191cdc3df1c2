import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { IngressClassFacts } from './AwsLbcIngressFacts';
import {
  IngressClassParams,
  LabelSelector,
  readIngressClassParams,
} from './IngressClassParams';
import { LbcIngress } from './LbcIngress';

/** What `spec.controller` of an IngressClass is for this controller. @public */
export const ALB_INGRESS_CONTROLLER = 'ingress.k8s.aws/alb';

const PARAMS_GROUP = 'elbv2.k8s.aws';
const PARAMS_KIND = 'IngressClassParams';
const DEFAULT_CLASS_ANNOTATION = 'ingressclass.kubernetes.io/is-default-class';

/** An IngressClass with its parameters. @internal */
export interface LoadedIngressClass {
  name: string;
  /** Its `spec.controller`; `undefined` where the cluster's classes are not known. */
  controller: string | undefined;
  params: IngressClassParams | undefined;
}

/** The class of an Ingress, or why it can't be told. @internal */
export type IngressClassResult =
  | { ingressClass: LoadedIngressClass | undefined }
  | {
      problem: string;
      /** Whether the class itself is invalid, and not the choice of a default one. */
      isInvalidClass: boolean;
    };

const invalid = (why: string) => ({
  problem: `invalid ingress class: ${why}`,
  isInvalidClass: true,
});

const asRecord = (value: ManifestValue | undefined) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : undefined;

function meetsExpression(
  expression: ManifestValue,
  labels: Readonly<Record<string, string>>,
): boolean {
  const { key, operator, values } = asRecord(expression) ?? {};
  const label = typeof key === 'string' ? labels[key] : undefined;
  const isListed =
    label !== undefined && Array.isArray(values) && values.includes(label);
  switch (operator) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return label !== undefined;
    default:
      return label === undefined;
  }
}

/** Whether labels meet a selector; an empty one is met by all. */
function meetsSelector(
  { matchLabels, matchExpressions }: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (
    Object.entries(asRecord(matchLabels) ?? {}).every(
      ([key, value]) => labels[key] === value,
    ) &&
    (Array.isArray(matchExpressions) ? matchExpressions : []).every(
      expression => meetsExpression(expression, labels),
    )
  );
}

function findNamespaceProblem(
  { namespace }: LbcIngress,
  { name, namespaceSelector }: IngressClassParams,
  namespaces: readonly KubernetesObject[] | undefined,
): string | undefined {
  if (!namespaceSelector || !namespaces) return undefined;
  const found = namespaces.find(({ metadata }) => metadata.name === namespace);
  if (!found) return `namespaces "${namespace}" not found`;
  return meetsSelector(namespaceSelector, found.metadata.labels ?? {})
    ? undefined
    : `namespaceSelector of IngressClassParams ${name} mismatch`;
}

function loadParams(
  ingress: LbcIngress,
  className: string,
  reference: { [key: string]: ManifestValue | undefined },
  facts: IngressClassFacts,
): { params: IngressClassParams | undefined } | { problem: string } {
  if (reference.apiGroup !== PARAMS_GROUP || reference.kind !== PARAMS_KIND)
    return {
      problem: `IngressClass ${className} references unknown parameters`,
    };
  if (!facts.ingressClassParams) return { params: undefined };
  const object = facts.ingressClassParams.find(
    ({ metadata }) => metadata.name === reference.name,
  );
  if (!object)
    return {
      problem: `ingressclassparamses.elbv2.k8s.aws "${
        reference.name ?? ''
      }" not found`,
    };
  const params = readIngressClassParams(object);
  const problem = findNamespaceProblem(ingress, params, facts.namespaces);
  return problem === undefined ? { params } : { problem };
}

function findDefaultClass(classes: readonly KubernetesObject[]) {
  return classes
    .filter(
      ({ metadata }) =>
        metadata.annotations?.[DEFAULT_CLASS_ANNOTATION] === 'true',
    )
    .map(({ metadata }) => metadata.name ?? '');
}

/**
 * The IngressClass of an Ingress: the one that `spec.ingressClassName` names, else the cluster's default one. Its
 * parameters are read where it is this controller's.
 *
 * @remarks `pkg/ingress/class_loader.go`, version 3.5.
 *
 * @param readsParams - Whether its parameters are read, and refused where they don't fit.
 *
 * @internal
 */
export function loadIngressClass(
  ingress: LbcIngress,
  facts: IngressClassFacts,
  readsParams = true,
): IngressClassResult {
  const classes = facts.ingressClasses;
  const defaults = findDefaultClass(classes ?? []);
  if (ingress.className === undefined && defaults.length > 1)
    return {
      problem: 'multiple default IngressClasses found',
      isInvalidClass: false,
    };
  const name = ingress.className ?? defaults[0];
  if (name === undefined) return { ingressClass: undefined };
  if (!classes)
    return { ingressClass: { name, controller: undefined, params: undefined } };
  const object = classes.find(({ metadata }) => metadata.name === name);
  if (!object)
    return invalid(`ingressclasses.networking.k8s.io "${name}" not found`);
  const controller =
    typeof object.spec?.controller === 'string' ? object.spec.controller : '';
  const reference = asRecord(object.spec?.parameters);
  if (controller !== ALB_INGRESS_CONTROLLER || !reference || !readsParams)
    return { ingressClass: { name, controller, params: undefined } };
  const loaded = loadParams(ingress, name, reference, facts);
  return 'problem' in loaded
    ? invalid(loaded.problem)
    : { ingressClass: { name, controller, params: loaded.params } };
}
