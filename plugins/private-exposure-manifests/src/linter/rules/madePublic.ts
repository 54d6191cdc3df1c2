import { changedExposure } from '../changes/changedField';
import { exposureOf } from '../changes/exposureOf';
import { createRule } from '../createRule';
import { ChangeTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

const service = (scheme: string) =>
  exampleService([`${AWS}scheme: "${scheme}"`]);

function schemesOf(target: ChangeTarget) {
  if (target.subject === 'infrastructure' || !target.after) return undefined;
  if (target.subject === 'service') {
    const { before, after } = exposureOf(target);
    return { from: before?.scheme, to: after?.scheme };
  }
  const { before, after } = target;
  const said = findAnnotation(before, `${ALB}scheme`)?.value;
  return {
    from: said ?? (before.isPartial ? undefined : 'internal'),
    to: findAnnotation(after, `${ALB}scheme`)?.value,
  };
}

/** What was inside is reachable from the Internet. @internal */
export const madePublic = createRule({
  id: 'change/made-public',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would open something to the Internet that was internal.',
    why: 'The new load balancer has public addresses. Whatever relied on the network for protection is reachable by everybody from that moment on.',
    before: service('internal'),
    bad: service('internet-facing'),
    good: service('internal'),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme',
  },
  check(target, report) {
    const schemes = schemesOf(target);
    if (target.subject === 'infrastructure' || !target.after) return;
    if (schemes?.from !== 'internal' || schemes.to !== 'internet-facing')
      return;
    report({
      at: changedExposure(target.before, target.after),
      message: `A merge opens ${target.name} to the Internet`,
      remedy:
        'Keep it internal, or have the exposure agreed and limited first.',
      evidence: [
        { label: 'scheme before', value: schemes.from },
        { label: 'scheme after', value: schemes.to },
      ],
    });
  },
});
