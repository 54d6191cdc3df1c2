import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}inbound-cidrs`;
const TYPE = `${ALB}ip-address-type`;
const RANGES = `${KEY}: "2001:db8::/32"`;

/** IPv6 networks that are to be let in where there is no IPv6. @internal */
export const ipv6Ranges = createRule({
  id: 'alb/ipv6-ranges',
  severity: 'warning',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'IPv6 networks are let in to a load balancer without IPv6.',
    why: 'The controller writes them into the security group of a dual-stack load balancer alone. Where they are all that is named, nobody gets in.',
    bad: exampleIngress([RANGES]),
    good: exampleIngress([RANGES, `${TYPE}: "dualstack"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const type = findAnnotation(target, TYPE)?.value.trim();
    // Another Ingress of a group may say the type.
    const isElsewhere =
      target.isPartial || findAnnotation(target, `${ALB}group.name`);
    if (!node || type?.startsWith('dualstack') || (!type && isElsewhere))
      return;
    const ipv6 = parseStringList(node.value).filter(range =>
      range.includes(':'),
    );
    if (ipv6.length === 0) return;
    report({
      at: node,
      message: `The load balancer has no IPv6, so that ${ipv6.join(
        ', ',
      )} has no effect`,
      remedy: `Set ${TYPE}: "dualstack", or remove the IPv6 networks.`,
      evidence: [
        { label: KEY, value: node.value },
        { label: TYPE, value: type ?? 'missing' },
      ],
    });
  },
});
