import { loadBalancerNameSchema } from '../../values/aws';
import { createRule } from '../createRule';
import { ALB, AWS, exampleService } from './examples';

const KEYS = [`${AWS}name`, `${ALB}load-balancer-name`];
// Longer ones have a rule of their own, and are refused before AWS sees them.
const MAX_NAME = 32;
const PLACEHOLDER = /[<>{}$]/;

/** A name that Elastic Load Balancing refuses for its characters. @internal */
export const loadBalancerName = createRule({
  id: 'aws/load-balancer-name',
  severity: 'error',
  reads: 'annotations',
  about: KEYS,
  page: {
    summary: 'The name of a load balancer has characters that AWS refuses.',
    why: 'Elastic Load Balancing takes letters, digits and -, no - at either end, and nothing that starts with internal-, which is its own. The controller passes the name on unread, and no load balancer comes.',
    bad: exampleService([`${AWS}name: "internal-payments"`]),
    good: exampleService([`${AWS}name: "payments-internal"`]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  },
  check(target, report) {
    for (const node of target.annotations) {
      if (!KEYS.includes(node.key) || node.value.length > MAX_NAME) continue;
      if (PLACEHOLDER.test(node.value)) continue;
      if (loadBalancerNameSchema.safeParse(node.value).success) continue;
      report({
        at: node,
        message: `AWS takes no load balancer with the name '${node.value}'`,
        remedy:
          "Use letters, digits and -, with no - at either end, and not beginning with 'internal-'.",
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
