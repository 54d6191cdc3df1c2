import { Place } from '../../read/SourceText';
import { Placed } from '../targets';
import { changedNode, EXPOSURE_KEYS } from './changedNode';

/** Fields of a spec that say who makes a load balancer, and whether anybody does. */
const FIELDS = ['type', 'loadBalancerClass', 'ingressClassName'];

/**
 * Where a change sets such a field otherwise, or where it took one away; `undefined` where it leaves them alone, or the
 * files don't hold the whole object.
 *
 * @internal
 */
export function changedField(before: Placed, after: Placed): Place | undefined {
  const [was, is] = [before, after].map(({ object }) => object?.spec);
  if (!was || !is) return undefined;
  const field = FIELDS.find(name => was[name] !== is[name]);
  return field === undefined ? undefined : after.placeOfField('spec', field);
}

/** What decides on a load balancer and is set otherwise: an annotation, or else a field. @internal */
export function changedExposure(
  before: Placed,
  after: Placed,
): Place | undefined {
  return (
    changedNode(before, after, EXPOSURE_KEYS) ?? changedField(before, after)
  );
}
