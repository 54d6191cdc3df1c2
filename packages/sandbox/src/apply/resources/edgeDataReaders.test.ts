import {
  startTestDeployments,
  TEST_SCOPE,
} from '../__testUtils__/startTestDeployments';

const ISSUER = 'data.aws_eks_cluster.platform.identity[0].oidc[0].issuer';

describe('data sources', () => {
  it("make a trust policy of a cluster's issuer, once the cluster's provider is there", async () => {
    const test = await startTestDeployments();
    try {
      const steps = await test.commit({
        'infra/main.tf': `
data "aws_eks_cluster" "platform" {
  name = "platform-eu"
}
data "aws_iam_openid_connect_provider" "platform" {
  url = ${ISSUER}
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [data.aws_iam_openid_connect_provider.platform.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "\${trimprefix(${ISSUER}, "https://")}:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "\${trimprefix(${ISSUER}, "https://")}:sub"
      values   = ["system:serviceaccount:external-dns:external-dns"]
    }
  }
}
resource "aws_iam_role" "external_dns" {
  name               = "external-dns"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`,
      });
      expect(steps()).toContainEqual(
        expect.objectContaining({
          state: 'failed',
          address: 'data.aws_eks_cluster.platform',
        }),
      );

      const cluster = test.world.clusters.create(TEST_SCOPE, {
        name: 'platform-eu',
        subnetIds: ['subnet-0aaaaaaaaaaaaaaaa'],
      });
      const issuer = cluster.oidcIssuer.replace('https://', '');
      test.clock.advance(4000);
      expect(steps()).toContainEqual(
        expect.objectContaining({
          state: 'waiting',
          address: 'data.aws_iam_openid_connect_provider.platform',
        }),
      );

      const { accountId } = TEST_SCOPE;
      const { id } = test.world.identityProviders.create(accountId, {
        url: issuer,
        clientIds: ['sts.amazonaws.com'],
      });
      test.clock.advance(4000);

      const [role] = test.world.roles.list(accountId);
      expect(JSON.parse(role.trustPolicy)).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: id },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                [`${issuer}:aud`]: 'sts.amazonaws.com',
                [`${issuer}:sub`]:
                  'system:serviceaccount:external-dns:external-dns',
              },
            },
          },
        ],
      });
    } finally {
      await test.stop();
    }
  });
});
