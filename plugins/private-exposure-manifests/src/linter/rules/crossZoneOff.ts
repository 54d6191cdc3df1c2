import { parseGoBoolean, parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { findReconciler } from '../ServiceTarget';
import { ServiceTarget } from '../targets';
import { annotationOf, attributeOf } from '../targets/ServiceTarget';

const ATTRIBUTE = 'load_balancing.cross_zone.enabled';

/** Target groups may have it otherwise than their load balancer. */
function isOnForTargets(target: ServiceTarget): boolean {
  const node = annotationOf(
    target,
    'aws-load-balancer-target-group-attributes',
  );
  const value = node && parseStringMap(node.value)?.[ATTRIBUTE];
  return value !== undefined && parseGoBoolean(value) === true;
}

/** Without cross-zone balancing a consumer whose zone has no healthy target gets no answer. @internal */
export const crossZoneOff = createRule({
  id: 'aws/cross-zone-off',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}cross-zone-load-balancing-enabled`, `${AWS}attributes`],
  page: {
    summary: 'Cross-zone load balancing is switched off.',
    why: 'A consumer reaches the load balancer in its own zone. Without cross-zone balancing it gets no answer while that zone has no healthy target.',
    bad: exampleService([
      `${AWS}attributes: "load_balancing.cross_zone.enabled=false"`,
    ]),
    good: exampleService([
      `${AWS}attributes: "load_balancing.cross_zone.enabled=true"`,
    ]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  },
  check(target, report) {
    if (findReconciler(target) !== 'aws-load-balancer-controller') return;
    const single = annotationOf(
      target,
      'aws-load-balancer-cross-zone-load-balancing-enabled',
    );
    const attribute = attributeOf(target, ATTRIBUTE);
    // The single annotation beats the attribute.
    const found = single ? { node: single, value: single.value } : attribute;
    if (!found || parseGoBoolean(found.value) !== false) return;
    if (isOnForTargets(target)) return;
    report({
      at: found.node,
      message:
        'Cross-zone load balancing is off: consumers in a zone without a healthy target get no answer',
      remedy:
        'Set load_balancing.cross_zone.enabled=true, or keep targets in every zone.',
      evidence: [{ label: found.node.key, value: found.node.value }],
    });
  },
});
