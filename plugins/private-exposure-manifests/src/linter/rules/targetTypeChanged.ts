import { exposureOf } from '../changes/exposureOf';
import { mayHaveLoadBalancer } from '../changes/mayHaveLoadBalancer';
import { createRule } from '../createRule';
import { ServiceTarget, IngressTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { tellsAll } from '../tellsAll';
import { ALB, AWS, exampleService } from './examples';

const KEYS = [`${AWS}nlb-target-type`, `${ALB}target-type`];
const service = (type: string) =>
  exampleService([`${AWS}nlb-target-type: "${type}"`]);

/** What it is, as far as the file tells. Without a word it depends on the controller, which mostly says instance. */
function typeOf(side: ServiceTarget | IngressTarget, key: string) {
  const value = findAnnotation(side, key)?.value.trim();
  return value ?? (tellsAll(side) ? 'the default' : undefined);
}

/** Targets that are registered in another way, in a target group of its own. @internal */
export const targetTypeChanged = createRule({
  id: 'change/target-type-changed',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would change the target type of a live load balancer.',
    why: 'The type of a target group is fixed, so the controller makes new ones. Connections to the old targets end with them, and until the new ones are healthy nobody answers.',
    before: service('instance'),
    bad: service('ip'),
    good: service('instance'),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-type',
  },
  check(target, report) {
    if (target.subject === 'infrastructure' || !target.after) return;
    const { before, after, name } = target;
    // A new load balancer has new target groups anyway.
    if (target.subject === 'service') {
      if (!mayHaveLoadBalancer(target.before)) return;
      const kinds = exposureOf(target);
      if (kinds.before?.kind !== kinds.after?.kind) return;
    }
    for (const key of KEYS) {
      if (![before, after].some(side => findAnnotation(side, key))) continue;
      const [from, to] = [typeOf(before, key), typeOf(after, key)];
      if (!from || !to || from === to) continue;
      // The default is instance unless the controller was told otherwise.
      if ([from, to].every(type => /^(instance|the default)$/.test(type)))
        continue;
      report({
        at: findAnnotation(after, key),
        message: `A merge gives ${name} new target groups: ${from} → ${to}; connections to the old ones drop`,
        remedy:
          'Keep the type, or make a second load balancer beside it and move over.',
        evidence: [
          { label: `${key} before`, value: from },
          { label: `${key} after`, value: to },
        ],
      });
    }
  },
});
