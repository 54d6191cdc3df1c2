import { parseGoBoolean } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { IngressTarget } from '../targets';
import { ALB, exampleIngress } from './examples';

const SWITCH = `${ALB}enable-frontend-nlb`;
const SCHEME = `${ALB}frontend-nlb-scheme`;
const ingress = (scheme: string) =>
  exampleIngress([`${SWITCH}: "true"`, `${SCHEME}: "${scheme}"`]);

const isOn = (side: IngressTarget) =>
  parseGoBoolean(findAnnotation(side, SWITCH)?.value ?? '') === true;
const schemeOf = (side: IngressTarget) =>
  findAnnotation(side, SCHEME)?.value ?? 'internal';

/** The load balancer in front of an Ingress goes, or is to change its scheme. @internal */
export const frontendNlbChanged = createRule({
  id: 'change/frontend-nlb-changed',
  severity: 'error',
  reads: 'change',
  page: {
    summary:
      'A merge would remove the Network Load Balancer before an Ingress, or change its scheme.',
    why: 'Endpoint services stand on it, not on the Ingress’s own load balancer. Switched off, it is deleted with its address. Its scheme changes only where it is switched off first, and comes back as another load balancer.',
    before: ingress('internal'),
    bad: ingress('internet-facing'),
    good: ingress('internal'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    if (target.subject !== 'ingress' || !target.after) return;
    const { before, after, name } = target;
    // Another Ingress of a group may say it.
    const isElsewhere =
      before.isPartial ||
      after.isPartial ||
      findAnnotation(after, `${ALB}group.name`);
    if (isElsewhere || !isOn(before)) return;
    const [from, to] = [before, after].map(schemeOf);
    if (isOn(after) && from === to) return;
    const isGone = !isOn(after);
    report({
      at: findAnnotation(after, isGone ? SWITCH : SCHEME),
      message: isGone
        ? `A merge removes the Network Load Balancer in front of ${name}`
        : `The Network Load Balancer in front of ${name} can't change its scheme: ${from} → ${to}`,
      remedy: isGone
        ? 'Reject the connections of its endpoint service and remove that first.'
        : `Switch ${SWITCH} off in a change before, or keep the scheme.`,
      evidence: isGone
        ? [
            { label: `${SWITCH} before`, value: 'true' },
            { label: `${SWITCH} after`, value: 'false' },
          ]
        : [
            { label: `${SCHEME} before`, value: from },
            { label: `${SCHEME} after`, value: to },
          ],
    });
  },
});
