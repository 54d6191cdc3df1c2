import { parseStringMap } from '../../values/goParsers';
import { changedField } from '../changes/changedField';
import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

const ATTRIBUTE = 'deletion_protection.enabled';
const HOLDERS = [`${AWS}attributes`, `${ALB}load-balancer-attributes`];
const PROTECTED = `${AWS}attributes: "${ATTRIBUTE}=true"`;
const asClusterIp = (text: string) =>
  text
    .replace('LoadBalancer', 'ClusterIP')
    .replace(/ *loadBalancerClass.*\n/, '');

/** A load balancer is to go that is protected from it. @internal */
export const deletionProtected = createRule({
  id: 'change/deletion-protected',
  severity: 'error',
  reads: 'change',
  page: {
    summary:
      'A merge would remove a load balancer that is protected from deletion.',
    why: 'The controller cannot delete it: the object stays, waiting, until the protection is switched off. Switch it off in a change before.',
    before: exampleService([PROTECTED]),
    bad: asClusterIp(exampleService([PROTECTED])),
    good: exampleService([`${AWS}attributes: "${ATTRIBUTE}=false"`]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#deletion-protection',
  },
  check(target, report) {
    if (target.subject === 'infrastructure') return;
    const { before, after } = target;
    const goes =
      !after || (target.subject === 'service' && isGone(target.after));
    if (!goes) return;
    for (const key of HOLDERS) {
      const node = findAnnotation(before, key);
      if (!node || parseStringMap(node.value)?.[ATTRIBUTE] !== 'true') continue;
      report({
        at: after && changedField(before, after),
        message: `The load balancer of ${target.name} is protected from deletion, so removing it hangs`,
        remedy: `Set ${ATTRIBUTE}=false in a change of its own, merge it, then remove the object.`,
        evidence: [
          { label: `${key} before`, value: node.value },
          { label: 'after', value: 'no load balancer' },
        ],
      });
    }
  },
});

/** Whether a Service no longer asks for a load balancer. */
function isGone(
  after: { object?: { spec?: { type?: unknown } } } | undefined,
): boolean {
  const type = after?.object?.spec?.type;
  return after?.object !== undefined && type !== 'LoadBalancer';
}
