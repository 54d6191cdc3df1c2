import { IngressTarget } from './targets';
import { findAnnotation } from './targets/Placed';

const GROUP = 'alb.ingress.kubernetes.io/group.name';

/** Whether the class of an Ingress sets one of some fields for it, as far as the input tells. @internal */
export function classSets(
  { ingressClass }: IngressTarget,
  ...fields: readonly string[]
): boolean {
  const params = ingressClass?.params;
  return params !== undefined && fields.some(field => isSet(params[field]));
}

function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

/** Whether others share the load balancer of an Ingress, and stand in no file of the input. @internal */
export function othersAreElsewhere(target: IngressTarget): boolean {
  const isInGroup =
    Boolean(findAnnotation(target, GROUP)?.value.trim()) ||
    classSets(target, 'group');
  return isInGroup && target.group.length === 0;
}

/** Whether the class of an Ingress may set more for it than the input tells. @internal */
export function classIsElsewhere({ ingressClass }: IngressTarget): boolean {
  return ingressClass?.params === undefined;
}
