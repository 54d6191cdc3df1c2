import { AnnotationNode } from '../read/AnnotationNode';
import { isOfOtherController } from './IngressClasses';
import { PlaceTarget } from './readPlaces';
import { tellsAll } from './tellsAll';

const ALB = 'alb.ingress.kubernetes.io/';

/** Null, which in a patch or in values takes a key of the base away. */
const takesAway = ({ isString, value }: AnnotationNode) =>
  !isString && value === '';

/**
 * A place without annotations that say nothing to a controller of ours: those that a patch or values take away, and those
 * of an Ingress whose controller is another one that reads the same prefix.
 *
 * @internal
 */
export function withEffect<T extends PlaceTarget>(target: T): T {
  const isForeign = target.type === 'ingress' && isOfOtherController(target);
  const isOverlay = !tellsAll(target);
  const hasEffect = (node: AnnotationNode) =>
    !(isForeign && node.key.startsWith(ALB)) && !(isOverlay && takesAway(node));
  const { annotations, placeholders } = target;
  if (annotations.every(hasEffect) && placeholders.every(hasEffect))
    return target;
  return {
    ...target,
    annotations: annotations.filter(hasEffect),
    placeholders: placeholders.filter(hasEffect),
  };
}
