import { createRule } from '../createRule';
import { exampleOriginRules } from './cloudFrontExamples';

/** A security group that would have more rules than AWS allows. @internal */
export const prefixListTwice = createRule({
  id: 'infrastructure/prefix-list-twice',
  severity: 'error',
  reads: 'cloudfront',
  page: {
    summary:
      'A security group lets CloudFront’s list of addresses in by two rules.',
    why: 'The list counts as 55 rules, and a group may have 60 unless AWS has raised the quota: the second rule is refused. One rule with one port, or a range of ports, is enough.',
    bad: exampleOriginRules([80, 443]),
    good: exampleOriginRules([443]),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html',
  },
  check(target, report) {
    for (const rule of target.repeatedPrefixLists) {
      report({
        at: rule,
        message: `${rule.value} lets CloudFront’s list in a second time, which makes 110 of the 60 rules that a group may have`,
        remedy:
          'Keep one rule of the list in a group; let CloudFront ask by HTTPS alone.',
        evidence: [{ label: 'rule', value: rule.value }],
      });
    }
  },
});
