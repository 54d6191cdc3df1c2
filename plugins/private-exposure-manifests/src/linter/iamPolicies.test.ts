import { lintManifests } from './lintManifests';

const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE';

const idsOf = (path: string, content: string) =>
  lintManifests([{ path, content }]).map(
    ({ ruleId, severity, line }) => `${line} ${severity} ${ruleId}`,
  );

const role = (condition: string) => `resource "aws_iam_role" "controller" {
  name = "controller"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.cluster.arn }
      ${condition}
    }]
  })
}
`;
const when = (test: string, claim: string, value: string) =>
  `Condition = { ${test} = { "${ISSUER}:${claim}" = "${value}" } }`;

const OPEN = '3 error infrastructure/open-trust';

describe('a trust policy for service accounts', () => {
  it.each([
    ['no condition', ''],
    ['an audience alone', when('StringEquals', 'aud', 'sts.amazonaws.com')],
    ['any subject', when('StringLike', 'sub', '*')],
    [
      'any service account',
      when('StringLike', 'sub', 'system:serviceaccount:*:*'),
    ],
    [
      'a name in any namespace',
      when('StringLike', 'sub', 'system:serviceaccount:*:controller'),
    ],
    [
      'all but one service account',
      when('StringNotEquals', 'sub', 'system:serviceaccount:shop:shop'),
    ],
    ['a subject of any kind', when('Null', 'sub', 'false')],
    [
      'a subject where there is one',
      when('StringEqualsIfExists', 'sub', 'system:serviceaccount:shop:shop'),
    ],
  ])('with %s is open', (_, condition) => {
    expect(idsOf('main.tf', role(condition))).toEqual([OPEN]);
  });

  it('for all of a namespace is a warning', () => {
    const condition = when(
      'StringLike',
      'sub',
      'system:serviceaccount:kube-system:*',
    );
    expect(idsOf('main.tf', role(condition))).toEqual([
      '3 warning infrastructure/open-trust',
    ]);
  });

  it.each([
    ['StringEquals', 'system:serviceaccount:kube-system:controller'],
    ['StringLike', 'system:serviceaccount:kube-system:controller'],
    // A star is no pattern here, so that nothing fits.
    ['StringEquals', 'system:serviceaccount:*:*'],
  ])('with %s %s is bound to one', (test, value) => {
    expect(idsOf('main.tf', role(when(test, 'sub', value)))).toEqual([]);
  });

  it('of a Git host is left to its own rules', () => {
    const text = role(
      'Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:acme/*" } }',
    );
    expect(idsOf('main.tf', text)).toEqual([]);
  });

  it('is read where its keys are computed', () => {
    const text = (claim: string) => `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [module.eks.oidc_provider_arn]
    }
    condition {
      test     = "StringEquals"
      variable = "\${replace(var.issuer, "https://", "")}:${claim}"
      values   = ["system:serviceaccount:\${var.namespace}:controller"]
    }
  }
}
`;
    expect(idsOf('main.tf', text('sub'))).toEqual([]);
    expect(idsOf('main.tf', text('aud'))).toEqual([
      '2 error infrastructure/open-trust',
    ]);
  });

  it('is read in CloudFormation', () => {
    const text = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: {Federated: "arn:aws:iam::111122223333:oidc-provider/${ISSUER}"}
`;
    expect(idsOf('role.yaml', text)).toEqual([
      '7 error infrastructure/open-trust',
    ]);
  });
});

describe('a policy that writes into Route 53', () => {
  const policy = (
    resource: string,
    more = '',
  ) => `resource "aws_iam_policy" "dns" {
  policy = <<EOT
{"Statement": [{"Effect": "Allow", "Action": ["route53:ChangeResourceRecordSets"], "Resource": "${resource}"${more}}]}
EOT
}
`;
  const ALL = ['2 warning infrastructure/dns-all-zones'];

  it('is told where it may write into every zone', () => {
    expect(idsOf('dns.tf', policy('arn:aws:route53:::hostedzone/*'))).toEqual(
      ALL,
    );
    expect(idsOf('dns.tf', policy('*'))).toEqual(ALL);
  });

  it('is right where it names a zone, or the names of records', () => {
    expect(idsOf('dns.tf', policy('arn:aws:route53:::hostedzone/Z1'))).toEqual(
      [],
    );
    const narrowed =
      ', "Condition": {"ForAllValues:StringLike": {"route53:ChangeResourceRecordSetsNormalizedRecordNames": ["*.eu.acme.example"]}}';
    expect(idsOf('dns.tf', policy('*', narrowed))).toEqual([]);
  });

  it('is told in a template as people wrote it before', () => {
    const text = `Resources:
  Nodes:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: dns
          PolicyDocument:
            Statement:
              - Action:
                  - route53:ChangeResourceRecordSets
                Effect: Allow
                Resource: arn:aws:route53:::hostedzone/*
              - Action:
                  - route53:ListHostedZones
                Effect: Allow
                Resource: "*"
`;
    expect(idsOf('nodes.yaml', text)).toEqual([
      '11 warning infrastructure/dns-all-zones',
    ]);
  });
});
