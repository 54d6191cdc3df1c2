import { changedExposure } from '../changes/changedField';
import { exposureOf } from '../changes/exposureOf';
import { createRule } from '../createRule';
import { ChangeTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

const SCHEME = `${ALB}scheme`;
const service = (scheme: string) =>
  exampleService([`${AWS}scheme: "${scheme}"`]);

/** What changes that a live load balancer can't change, from what to what. */
function whatDiffers(target: ChangeTarget) {
  if (target.subject === 'infrastructure' || !target.after) return [];
  if (target.subject === 'ingress') {
    const read = (side: typeof target.before) =>
      findAnnotation(side, SCHEME)?.value ??
      (side.isPartial ? undefined : 'internal');
    const [from, to] = [read(target.before), read(target.after)];
    return from && to && from !== to ? [{ label: 'scheme', from, to }] : [];
  }
  const { before, after } = exposureOf(target);
  if (!before || !after) return [];
  return (['kind', 'scheme'] as const).flatMap(label => {
    const [from, to] = [before[label], after[label]];
    return from && to && from !== to ? [{ label, from, to }] : [];
  });
}

/** A live load balancer gives way to a new one. @internal */
export const loadBalancerReplaced = createRule({
  id: 'change/load-balancer-replaced',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would replace a live load balancer.',
    why: 'Kind and scheme are fixed when a load balancer is made. A new one has another DNS name and another ARN: records, endpoint services, VPC origins and private link services that name the old one point to nothing, and its connections drop. Make the new one beside the old one, and switch over.',
    before: service('internet-facing'),
    bad: service('internal'),
    good: service('internet-facing'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/deploy/elbv2/load_balancer_synthesizer.go',
  },
  check(target, report) {
    const differences = whatDiffers(target);
    if (target.subject === 'infrastructure' || !target.after) return;
    if (differences.length === 0) return;
    report({
      at: changedExposure(target.before, target.after),
      message: `A merge replaces the load balancer of ${
        target.name
      }: ${differences
        .map(({ label, from, to }) => `${label} ${from} → ${to}`)
        .join(', ')}`,
      remedy:
        'Make a second one beside it, move consumers and DNS over, then remove the first.',
      evidence: differences.flatMap(({ label, from, to }) => [
        { label: `${label} before`, value: from },
        { label: `${label} after`, value: to },
      ]),
    });
  },
});
