import {
  DescribeClusterCommand,
  EKSClient,
  paginateListClusters,
} from '@aws-sdk/client-eks';
import {
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListOpenIDConnectProvidersCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { awsSettings } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

const { accountId } = PROVIDER;

describe('EKS', () => {
  let sandbox: Sandbox;
  let client: EKSClient;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = new EKSClient(awsSettings(sandbox, { accountId }));
  });
  afterEach(() => sandbox.stop());

  it('shows a cluster with its issuer and network', async () => {
    const { world } = sandbox;
    const made = world.clusters.create(PROVIDER, {
      name: 'payments',
      issuerId: 'EXAMPLE',
      tags: { stage: 'live' },
    });

    const { cluster } = await client.send(
      new DescribeClusterCommand({ name: 'payments' }),
    );

    expect(cluster).toMatchObject({
      arn: `arn:aws:eks:eu-west-1:${accountId}:cluster/payments`,
      status: 'ACTIVE',
      identity: {
        oidc: { issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE' },
      },
      resourcesVpcConfig: { vpcId: made.vpcId, subnetIds: made.subnetIds },
      tags: { stage: 'live' },
      createdAt: new Date(made.createdAt),
    });
  });

  it('does not know a cluster that is not there', async () => {
    await expect(
      client.send(new DescribeClusterCommand({ name: 'a b/c' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'No cluster found for name: a b/c.',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('pages through clusters', async () => {
    for (const name of ['a', 'b', 'c']) {
      sandbox.world.clusters.create(PROVIDER, { name });
    }
    const pages: (string[] | undefined)[] = [];

    for await (const page of paginateListClusters(
      { client, pageSize: 2 },
      {},
    )) {
      pages.push(page.clusters);
    }

    expect(pages).toEqual([['a', 'b'], ['c']]);
  });
});

/** Trusts one service account of a cluster. */
const TRUST_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: '*' },
      Condition: { StringEquals: { "issuer:sub (a's)": 'system:*' } },
    },
  ],
});

describe('IAM', () => {
  let sandbox: Sandbox;
  let client: IAMClient;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = new IAMClient(awsSettings(sandbox, { accountId }));
  });
  afterEach(() => sandbox.stop());

  it('shows the provider of a cluster, without the scheme of its address', async () => {
    const made = sandbox.world.identityProviders.create(accountId, {
      url: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE',
      clientIds: ['sts.amazonaws.com'],
      thumbprints: ['a'.repeat(40)],
      tags: { owner: 'platform' },
    });

    const { OpenIDConnectProviderList } = await client.send(
      new ListOpenIDConnectProvidersCommand({}),
    );
    const provider = await client.send(
      new GetOpenIDConnectProviderCommand({
        OpenIDConnectProviderArn: OpenIDConnectProviderList?.[0].Arn,
      }),
    );

    expect(OpenIDConnectProviderList).toEqual([{ Arn: made.id }]);
    expect(provider).toMatchObject({
      Url: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE',
      ClientIDList: ['sts.amazonaws.com'],
      ThumbprintList: ['a'.repeat(40)],
      Tags: [{ Key: 'owner', Value: 'platform' }],
    });
  });

  it('sends trust policies and documents encoded, as IAM does', async () => {
    const { policies, roles } = sandbox.world;
    roles.create(accountId, { name: 'controller', trustPolicy: TRUST_POLICY });
    const policy = policies.create(accountId, {
      name: 'controller',
      document: '{"Version":"2012-10-17"}',
    });
    policies.update(accountId, policy.id, '{"Version":"2008-10-17"}');

    const { Role } = await client.send(
      new GetRoleCommand({ RoleName: 'controller' }),
    );
    const { Policy } = await client.send(
      new GetPolicyCommand({ PolicyArn: policy.id }),
    );
    const { PolicyVersion } = await client.send(
      new GetPolicyVersionCommand({
        PolicyArn: policy.id,
        VersionId: Policy?.DefaultVersionId,
      }),
    );

    expect(Role?.AssumeRolePolicyDocument).not.toContain("'");
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(
      TRUST_POLICY,
    );
    expect(Policy).toMatchObject({
      DefaultVersionId: 'v2',
      AttachmentCount: 0,
    });
    expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(
      '{"Version":"2008-10-17"}',
    );
  });

  it('lists what a role may do, attached and of its own', async () => {
    const { policies, roles } = sandbox.world;
    roles.create(accountId, { name: 'controller', trustPolicy: TRUST_POLICY });
    for (const name of ['one', 'two']) {
      const { id } = policies.create(accountId, { name, document: '{}' });
      roles.attachPolicy(accountId, 'controller', id);
    }
    roles.setInlinePolicy(accountId, 'controller', {
      name: 'own',
      document: '{}',
    });

    const first = await client.send(
      new ListAttachedRolePoliciesCommand({
        RoleName: 'controller',
        MaxItems: 1,
      }),
    );
    const second = await client.send(
      new ListAttachedRolePoliciesCommand({
        RoleName: 'controller',
        MaxItems: 1,
        Marker: first.Marker,
      }),
    );
    const { PolicyNames } = await client.send(
      new ListRolePoliciesCommand({ RoleName: 'controller' }),
    );
    const { PolicyDocument } = await client.send(
      new GetRolePolicyCommand({ RoleName: 'controller', PolicyName: 'own' }),
    );

    expect([first, second].map(page => page.IsTruncated)).toEqual([
      true,
      false,
    ]);
    expect(second.AttachedPolicies).toEqual([
      { PolicyName: 'two', PolicyArn: `arn:aws:iam::${accountId}:policy/two` },
    ]);
    expect(PolicyNames).toEqual(['own']);
    expect(PolicyDocument).toBe('%7B%7D');
  });

  it('does not know what is not there', async () => {
    await expect(
      client.send(new GetRoleCommand({ RoleName: 'nobody' })),
    ).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      $metadata: { httpStatusCode: 404 },
    });
    expect(() =>
      sandbox.world.roles.create(accountId, {
        name: 'broken',
        trustPolicy: 'no JSON',
      }),
    ).toThrow(/Syntax errors in policy/);
  });
});
