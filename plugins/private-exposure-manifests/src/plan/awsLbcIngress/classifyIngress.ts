import { ControllerRefusal } from '../ControllerRefusal';
import { IngressClassFacts } from './AwsLbcIngressFacts';
import { IngressClassParams } from './IngressClassParams';
import {
  INGRESS_CLASS_ANNOTATION,
  LbcIngress,
  readClassAnnotation,
} from './LbcIngress';
import { ALB_INGRESS_CONTROLLER, loadIngressClass } from './loadIngressClass';

const CONVENTIONAL_CLASS = 'alb';

/** Whether an Ingress is this controller's, and what its class sets. @internal */
export type Classification =
  | { isOwn: boolean; params: IngressClassParams | undefined }
  | { problem: string; isInvalidClass: boolean };

/**
 * Whether the controller answers to a value of `kubernetes.io/ingress.class`. One that is started without a class answers
 * to `alb`, and to an empty value.
 *
 * @remarks `pkg/ingress/class_annotation_matcher.go`, version 3.5.
 *
 * @internal
 */
export function matchesClassAnnotation(
  value: string,
  { controllerIngressClass }: Pick<IngressClassFacts, 'controllerIngressClass'>,
): boolean {
  return (
    value === controllerIngressClass ||
    (controllerIngressClass === '' && value === CONVENTIONAL_CLASS)
  );
}

/**
 * Whether an Ingress is this controller's: by its annotation where it has one, else by its class, else by the controller's
 * flag. Where the cluster's classes are not known, a class that is named counts as the controller's.
 *
 * @remarks `classifyIngress` in `pkg/ingress/group_loader.go`, version 3.5.
 *
 * @internal
 */
export function findClassification(
  ingress: LbcIngress,
  facts: IngressClassFacts,
  readsParams = true,
): Classification {
  const annotation = readClassAnnotation(ingress);
  if (annotation !== undefined)
    return {
      isOwn: matchesClassAnnotation(annotation, facts),
      params: undefined,
    };
  const loaded = loadIngressClass(ingress, facts, readsParams);
  if ('problem' in loaded) return loaded;
  const { ingressClass } = loaded;
  if (!ingressClass)
    return {
      isOwn:
        facts.managesIngressesWithoutClass ??
        facts.controllerIngressClass === '',
      params: undefined,
    };
  const { controller = ALB_INGRESS_CONTROLLER, params } = ingressClass;
  return { isOwn: controller === ALB_INGRESS_CONTROLLER, params };
}

/**
 * As {@link findClassification}.
 *
 * @throws ControllerRefusal where the class can't be told.
 *
 * @internal
 */
export function classifyIngress(
  ingress: LbcIngress,
  facts: IngressClassFacts,
  readsParams = true,
) {
  const found = findClassification(ingress, facts, readsParams);
  if ('problem' in found)
    throw new ControllerRefusal(found.problem, [
      INGRESS_CLASS_ANNOTATION,
      'spec.ingressClassName',
    ]);
  return found;
}
