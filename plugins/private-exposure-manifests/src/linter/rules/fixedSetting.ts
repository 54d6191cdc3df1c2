import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

/** What is read when a load balancer is made, and never again; and whether another value is refused. */
const FIXED: Record<string, { what: string; isRefused: boolean }> = {
  [`${AWS}name`]: { what: 'name', isRefused: false },
  [`${ALB}load-balancer-name`]: { what: 'name', isRefused: false },
  [`${ALB}customer-owned-ipv4-pool`]: { what: 'pool', isRefused: true },
};
const service = (name: string) => exampleService([`${AWS}name: "${name}"`]);

/** A setting that a live load balancer no longer takes. @internal */
export const fixedSetting = createRule({
  id: 'change/fixed-setting',
  severity: 'warning',
  reads: 'change',
  page: {
    summary:
      'A merge would change what is fixed once a load balancer is there.',
    why: 'Its name and its pool of customer-owned addresses are set when it is made. Another name is ignored, so that the file says what is not; another pool is refused.',
    before: service('payments'),
    bad: service('payments-2'),
    good: service('payments'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    if (target.subject === 'infrastructure' || !target.after) return;
    const { before, after, name } = target;
    for (const [key, { what, isRefused }] of Object.entries(FIXED)) {
      const [from, to] = [before, after].map(side => findAnnotation(side, key));
      if (from?.value === to?.value) continue;
      if ((!from && before.isPartial) || (!to && after.isPartial)) continue;
      // What the controller made up is not known; taken away, it stays.
      if (!from || !to) continue;
      report({
        at: to,
        severity: isRefused ? 'error' : 'warning',
        message: isRefused
          ? `The controller refuses another ${what} for the load balancer of ${name}`
          : `The load balancer of ${name} keeps its ${what} '${from.value}'`,
        remedy: `Keep the ${what}, or make a second one beside it and move over.`,
        evidence: [
          { label: `${key} before`, value: from.value },
          { label: `${key} after`, value: to.value },
        ],
      });
    }
  },
});
