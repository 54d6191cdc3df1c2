import { parseGoBoolean } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

const KEYS = [
  `${AWS}multi-cluster-target-group`,
  `${ALB}multi-cluster-target-group`,
];
const service = (value: string) => exampleService([`${KEYS[0]}: "${value}"`]);

/** Live target groups that start or stop being shared. @internal */
export const multiClusterSwitched = createRule({
  id: 'change/multi-cluster-switched',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would start or end the sharing of live target groups.',
    why: 'The controller keeps lists of the targets of each cluster for shared groups alone. Switched on or off while targets are registered, it deregisters those of others, or leaves its own behind, unless the documented migration is followed.',
    before: service('false'),
    bad: service('true'),
    good: service('false'),
    source:
      'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/use_cases/multi_cluster/',
  },
  check(target, report) {
    if (target.subject === 'infrastructure' || !target.after) return;
    const { before, after, name } = target;
    if (before.isPartial || after.isPartial) return;
    for (const key of KEYS) {
      const [from, to] = [before, after].map(
        side => parseGoBoolean(findAnnotation(side, key)?.value ?? '') === true,
      );
      if (from === to) continue;
      report({
        at: findAnnotation(after, key),
        message: `A merge ${
          to ? 'starts' : 'ends'
        } the sharing of ${name}'s target groups with other clusters`,
        remedy:
          'Follow the controller’s migration: switch it on a new Service or Ingress, and move traffic over.',
        evidence: [
          { label: `${key} before`, value: String(from) },
          { label: `${key} after`, value: String(to) },
        ],
      });
    }
  },
});
