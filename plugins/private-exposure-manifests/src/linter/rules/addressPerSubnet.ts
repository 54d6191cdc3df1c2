import { awsInTreeCatalogue } from '../../catalogues';
import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { isReadBy } from '../KnownAnnotations';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const NAMES = ['eip-allocations', 'private-ipv4-addresses'];
const NLB = `${AWS}type: "nlb"`;
const SUBNETS = `${AWS}subnets: "private-a,private-b"`;

/** Addresses that don't go round, in-tree; the AWS Load Balancer Controller refuses them itself. @internal */
export const addressPerSubnet = createRule({
  id: 'aws/address-per-subnet',
  severity: 'error',
  reads: 'service',
  about: NAMES.map(name => `${AWS}${name}`),
  page: {
    summary: 'There is not one address for each subnet.',
    why: 'A Network Load Balancer has one address in each of its subnets. The in-tree provider hands them out in order, and AWS refuses what does not go up.',
    bad: exampleService(
      [NLB, SUBNETS, `${AWS}eip-allocations: "eipalloc-0a1b2c3d"`],
      [],
    ),
    good: exampleService(
      [
        NLB,
        SUBNETS,
        `${AWS}eip-allocations: "eipalloc-0a1b2c3d,eipalloc-4e5f6071"`,
      ],
      [],
    ),
    cluster: `clusters:\n  legacy:\n    controller: in-tree\n    accountId: "111122223333"\n    region: eu-west-1\n`,
    source:
      'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/docs/service_controller.md',
  },
  check(target, report) {
    if (!isReadBy('in-tree', awsInTreeCatalogue, target)) return;
    const subnets = annotationOf(target, 'aws-load-balancer-subnets');
    if (!subnets) return;
    const wanted = parseStringList(subnets.value).length;
    for (const name of NAMES) {
      const node = annotationOf(target, `aws-load-balancer-${name}`);
      const count = node && parseStringList(node.value).length;
      if (!node || count === wanted) continue;
      report({
        at: node,
        message: `There are ${count} addresses for ${wanted} subnets`,
        remedy: 'Name one for each subnet, in their order.',
        evidence: [
          { label: node.key, value: node.value },
          { label: subnets.key, value: subnets.value },
        ],
      });
    }
  },
});
