import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { tellsAll } from '../tellsAll';
import { AWS, exampleService } from './examples';

const KEYS = [
  `${AWS}eip-allocations`,
  `${AWS}private-ipv4-addresses`,
  `${AWS}ipv6-addresses`,
];
const service = (allocations: string) =>
  exampleService([
    `${AWS}scheme: "internet-facing"`,
    `${AWS}eip-allocations: "${allocations}"`,
  ]);
const [ONE, TWO] = ['eipalloc-0000000000000000a', 'eipalloc-0000000000000000b'];

/** Addresses that a live load balancer would give up for others. @internal */
export const addressesExchanged = createRule({
  id: 'change/addresses-exchanged',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would exchange addresses of a live load balancer.',
    why: 'The addresses of a Network Load Balancer are given to its zones when these are enabled, and stay. Others take a zone that is disabled first, or a new load balancer; either way connections drop, and firewalls that name the old addresses let nobody through.',
    before: service(`${ONE},${TWO}`),
    bad: service(`${ONE},eipalloc-0000000000000000c`),
    good: service(`${TWO},${ONE}`),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const { before, after, name } = target;
    for (const key of KEYS) {
      const [from, to] = [
        findAnnotation(before, key),
        findAnnotation(after, key),
      ];
      if (!from || (!to && !tellsAll(after))) continue;
      const kept = parseStringList(to?.value ?? '');
      const gone = parseStringList(from.value).filter(
        address => !kept.includes(address),
      );
      if (gone.length === 0) continue;
      report({
        at: to,
        message: `The live load balancer of ${name} does not give ${gone.join(
          ', ',
        )} up for another address`,
        remedy:
          'Keep its addresses, or make a second load balancer beside it and move clients over.',
        evidence: [
          { label: `${key} before`, value: from.value },
          { label: `${key} after`, value: to?.value ?? 'missing' },
        ],
      });
    }
  },
});
