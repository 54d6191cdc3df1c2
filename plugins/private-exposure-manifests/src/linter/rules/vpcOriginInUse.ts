import { createRule } from '../createRule';
import { exampleUsedVpcOrigin } from './cloudFrontExamples';

/** A VPC origin is changed while a distribution uses it. @internal */
export const vpcOriginInUse = createRule({
  id: 'change/vpc-origin-in-use',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would change a VPC origin that a distribution uses.',
    why: 'AWS changes and deletes no VPC origin in use (CannotUpdateEntityWhileInUse): the plan looks right, and fails when it is applied. Make a new one beside it, switch the distribution, then delete the old one; the last in a change of its own.',
    before: exampleUsedVpcOrigin('blue', ['blue']),
    bad: exampleUsedVpcOrigin('green', ['blue']),
    good: exampleUsedVpcOrigin('blue', ['blue', 'green']),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateVpcOrigin.html',
  },
  check(target, report) {
    if (target.subject !== 'infrastructure') return;
    for (const origin of target.changedVpcOrigins) {
      report({
        at: origin,
        message: `A merge changes ${origin.value}, which AWS refuses while ${origin.usedBy[0]} uses it`,
        remedy:
          'Make another VPC origin beside it, switch the distribution to that one, and remove this one in a later change.',
        evidence: [{ label: 'used by', value: origin.usedBy.join(', ') }],
      });
    }
  },
});
