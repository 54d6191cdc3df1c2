import { parseGoBoolean } from '../../values/goParsers';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { findReconciler } from '../ServiceTarget';
import { annotationOf, attributeOf } from '../targets/ServiceTarget';

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
    const attribute = attributeOf(target, 'load_balancing.cross_zone.enabled');
    // The single annotation beats the attribute.
    const found = single ? { node: single, value: single.value } : attribute;
    if (!found || parseGoBoolean(found.value) !== false) return;
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
