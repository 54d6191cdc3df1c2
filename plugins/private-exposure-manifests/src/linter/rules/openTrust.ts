import { createRule } from '../createRule';
import { IamCondition, IamStatement } from '../targets';

const ISSUER =
  'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
const trust = (subject: string) =>
  `data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRoleWithWebIdentity"]\n\n    principals {\n      type        = "Federated"\n      identifiers = [aws_iam_openid_connect_provider.platform.arn]\n    }\n\n    condition {\n      test     = "StringEquals"\n      variable = "${ISSUER}:aud"\n      values   = ["sts.amazonaws.com"]\n    }\n${subject}  }\n}\n`;
const subject = `\n    condition {\n      test     = "StringEquals"\n      variable = "${ISSUER}:sub"\n      values   = ["system:serviceaccount:kube-system:aws-load-balancer-controller"]\n    }\n`;

const SERVICE_ACCOUNT = 'system:serviceaccount:';

/** Whether a statement lets tokens of clusters in; those of Cognito and of Git hosts have other subjects. */
function trustsClusters({ actions, federated, conditions }: IamStatement) {
  const isAssumed = actions.some(action =>
    ['sts:AssumeRoleWithWebIdentity', 'sts:*', '*'].includes(action),
  );
  const words = [...federated, ...conditions.map(each => each.variable)];
  const isOfClusters =
    words.some(word => /oidc\.eks\.|eks|cluster/i.test(word)) ||
    conditions.some(({ values }) =>
      values?.some(value => value.startsWith(SERVICE_ACCOUNT)),
    );
  const isOfOthers = words.some(word =>
    /githubusercontent|gitlab|cognito|accounts\.google|bitbucket|circleci/i.test(
      word,
    ),
  );
  const isProvider = federated.some(name =>
    /oidc-provider\/|openid_connect_provider|oidc/i.test(name),
  );
  return isAssumed && !isOfOthers && (isOfClusters || isProvider);
}

/** The widest that a condition on the subject lets in. */
function widthOf({ test, values }: IamCondition): 'one' | 'some' | 'any' {
  // What a subject must not be, and what holds without one, leaves all others.
  if (/(^|:)(StringNot\w+|Null)$|IfExists$/i.test(test)) return 'any';
  if (!/(^|:)StringLike$/i.test(test)) return 'one';
  const isOpen = (value: string) => {
    const [, , namespace = '*'] = value.split(':');
    return /^[*?]+$/.test(namespace) || !value.startsWith(SERVICE_ACCOUNT);
  };
  if (values?.some(value => /[*?]/.test(value) && isOpen(value))) return 'any';
  return values?.some(value => /[*?]/.test(value)) ? 'some' : 'one';
}

/** A role that any service account of a cluster could use. @internal */
export const openTrust = createRule({
  id: 'infrastructure/open-trust',
  severity: 'error',
  reads: 'iam-policy',
  page: {
    summary: 'Any service account of a cluster can use a role.',
    why: 'A cluster’s identity provider signs tokens for all its pods. Only a condition on `:sub` tells them apart; without one, or with `*` in it, whoever may run a pod has the role’s permissions.',
    bad: trust(''),
    good: trust(subject),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  },
  check(target, report) {
    for (const statement of target.statements.filter(trustsClusters)) {
      const subjects = statement.conditions.filter(({ variable }) =>
        variable.endsWith(':sub'),
      );
      const width = subjects.some(each => widthOf(each) === 'one')
        ? 'one'
        : subjects.map(widthOf).find(each => each === 'some') ?? 'any';
      // What computes a key may well be the one that is missed.
      const isUnsure =
        statement.isPartial ||
        (subjects.length === 0 &&
          statement.conditions.some(({ variable }) => !variable.includes(':')));
      if (width === 'one' || isUnsure) continue;
      const values = subjects.flatMap(each => each.values ?? []);
      report({
        at: statement,
        severity: width === 'some' ? 'warning' : 'error',
        message:
          width === 'some'
            ? `Every service account that fits ${values.join(
                ', ',
              )} can use the role`
            : 'Any service account of the cluster can use the role',
        remedy:
          'Ask with StringEquals that the :sub of the token is system:serviceaccount:<namespace>:<name>.',
        evidence: [
          { label: target.value, value: values.join(', ') || 'no :sub' },
        ],
      });
    }
  },
});
