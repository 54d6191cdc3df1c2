import { createRule } from '../createRule';
import { IamStatement } from '../targets';

const policy = (zone: string) =>
  `data "aws_iam_policy_document" "external_dns" {\n  statement {\n    actions   = ["route53:ChangeResourceRecordSets"]\n    resources = ["arn:aws:route53:::hostedzone/${zone}"]\n  }\n}\n`;

const ALL = /^(\*|arn:[^:]*:route53:::(hostedzone\/)?\*)$/;

function writesAllZones({ actions, resources, conditions }: IamStatement) {
  const isWritten = actions.some(action =>
    /^(route53:(ChangeResourceRecordSets|Change\*|\*)|\*)$/i.test(action),
  );
  // Which names are written can be narrowed too.
  const isNarrowed = conditions.some(({ variable }) =>
    variable.startsWith('route53:ChangeResourceRecordSets'),
  );
  return isWritten && !isNarrowed && resources.some(each => ALL.test(each));
}

/** A role that writes into every hosted zone of its account. @internal */
export const dnsAllZones = createRule({
  id: 'infrastructure/dns-all-zones',
  severity: 'warning',
  reads: 'iam-policy',
  page: {
    summary: 'A role may change the records of every hosted zone.',
    why: 'With such a role external-dns, or whoever gets at its token, can point any name of the account elsewhere, those of production included. It needs the zones that it keeps, and no others.',
    bad: policy('*'),
    good: policy('Z0123456789ABCDEFGHIJ'),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html',
  },
  check(target, report) {
    for (const statement of target.statements.filter(writesAllZones)) {
      report({
        at: statement,
        message:
          'Whoever has this policy can change the records of every hosted zone of the account',
        remedy:
          'Name the hosted zones that are meant (arn:aws:route53:::hostedzone/<id>).',
        evidence: [
          { label: target.value, value: statement.resources.join(', ') },
        ],
      });
    }
  },
});
