import { PlannedChange } from '../edit/planEdit';
import { valueAt } from '../edit/valueAt';
import { AwsLoadBalancerIntent } from '../intents/awsLoadBalancer';
import { parseStringMap } from '../values/goParsers';
import { albAnnotations, supersededAlbAnnotations } from './albAnnotations';
import { ALB_PREFIX } from './routeObjects';

const annotationsAt = ['metadata', 'annotations'];

/** A list of keys and values with those of another list that it does not have: what people set besides stays. */
function mergeMap(wanted: string, found: unknown): string {
  const before = (typeof found === 'string' && parseStringMap(found)) || {};
  const kept = Object.entries(before)
    .filter(
      ([key]) => !wanted.split(',').some(each => each.startsWith(`${key}=`)),
    )
    .map(([key, value]) => `${key}=${value.replaceAll(',', '\\,')}`);
  return [wanted, ...kept].join(',');
}

/** Annotations that hold settings of several people. */
const MAPS = [`${ALB_PREFIX}load-balancer-attributes`, `${ALB_PREFIX}tags`];

/**
 * What an edit sets in an Ingress that is there besides its rules, and takes out because it would say something else.
 *
 * @param plain - the Ingress
 * @internal
 */
export function planIngressEdit(
  plain: unknown,
  intent: AwsLoadBalancerIntent,
): PlannedChange[] {
  const wanted = albAnnotations(intent);
  const present = Object.keys(Object(valueAt(plain, annotationsAt)));
  return [
    ...Object.entries(wanted).map(([key, value]) => ({
      path: [...annotationsAt, key],
      value: MAPS.includes(key)
        ? mergeMap(value, valueAt(plain, [...annotationsAt, key]))
        : value,
    })),
    ...present
      .filter(key => supersededAlbAnnotations.includes(key) && !(key in wanted))
      .map(key => ({ path: [...annotationsAt, key] })),
    {
      path: ['spec', 'ingressClassName'],
      value: intent.ingress.ingressClassName,
    },
  ];
}
