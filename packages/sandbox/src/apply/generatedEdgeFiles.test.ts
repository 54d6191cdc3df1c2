import {
  CloudFrontClient,
  GetDistributionCommand,
  ListDistributionsCommand,
  ListVpcOriginsCommand,
} from '@aws-sdk/client-cloudfront';
import {
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { GetWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import {
  AwsCloudFrontInput,
  buildAwsCloudFront,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { awsSettings } from '../__testUtils__/awsClients';
import { startTestSandbox } from '../__testUtils__/startTestSandbox';
import { cloudFrontPrefixListId } from '../world';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

// Every test starts git many times, which takes long on a busy machine.
jest.setTimeout(120_000);

const EDGE = { accountId: TEST_SCOPE.accountId, region: 'us-east-1' };

const shop = (
  format: 'terraform' | 'cloudformation',
  change: Partial<AwsCloudFrontInput> = {},
): AwsCloudFrontInput => ({
  entityRef: 'component:default/shop',
  name: 'shop',
  cluster: 'platform-eu',
  account: TEST_SCOPE.accountId,
  region: TEST_SCOPE.region,
  hostNames: ['shop.acme.example', 'www.acme.example'],
  zone: 'acme.example',
  paths: [{ path: '/' }],
  port: 80,
  service: {
    name: 'shop',
    namespace: 'shop',
    selector: { app: 'shop' },
    ports: [{ port: 80, targetPort: 8080 }],
  },
  manifest: { path: 'k8s/shop.yaml' },
  origin: { type: 'vpc-origin', vpc: 'vpc-0aaaaaaaaaaaaaaaa' },
  webAcl: { type: 'own', block: ['192.0.2.0/24'], rateLimit: 500 },
  infrastructure: {
    format,
    path: `infra/cloudfront.${format === 'terraform' ? 'tf' : 'yaml'}`,
  },
  ...change,
});

describe('files that publish through CloudFront, applied', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments();
    test.world.hostedZones.createZone(TEST_SCOPE.accountId, {
      name: 'acme.example',
    });
  });
  afterEach(() => test.stop());

  /** Commits files, lets them be applied, and tells what has not worked by then. */
  async function apply(files: { path: string; content: string | null }[]) {
    const steps = await test.commit(
      Object.fromEntries(files.map(({ path, content }) => [path, content])),
    );
    for (let round = 0; round < 60; round++) test.clock.advance(2000);
    return steps().filter(({ state }) => state !== 'applied');
  }
  const distributions = () =>
    test.world.distributions.list(TEST_SCOPE.accountId);
  const records = () =>
    test.world.hostedZones.zones
      .all()
      .flatMap(zone => [...zone.records.values()])
      .filter(({ type }) => !['NS', 'SOA'].includes(type));

  it.each(['terraform', 'cloudformation'] as const)(
    'with %s lead the names through firewall and VPC origin to an internal load balancer, and go again',
    async format => {
      const { files } = buildAwsCloudFront(shop(format), { existing: {} });

      await expect(apply(files)).resolves.toEqual([]);

      const [distribution, ...others] = distributions();
      expect(others).toEqual([]);
      const [vpcOrigin] = test.world.vpcOrigins.list(TEST_SCOPE.accountId);
      const [loadBalancer] =
        test.world.loadBalancing.loadBalancers.list(TEST_SCOPE);
      expect(distribution).toMatchObject({
        state: 'Deployed',
        tags: { 'backstage-entity-ref': 'component:default/shop' },
        config: {
          isEnabled: true,
          aliases: ['shop.acme.example', 'www.acme.example'],
          origins: [
            {
              domainName: loadBalancer.dnsName,
              target: { type: 'vpc', vpcOriginId: vpcOrigin.id },
            },
          ],
          defaultBehavior: {
            viewerProtocolPolicy: 'https-only',
            cachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          },
          viewerCertificate: {
            minimumProtocolVersion: 'TLSv1.2_2021',
            sslSupportMethod: 'sni-only',
          },
        },
      });
      expect(vpcOrigin).toMatchObject({
        state: 'Deployed',
        config: {
          originArn: loadBalancer.id,
          protocolPolicy: 'https-only',
          httpsPort: 443,
          sslProtocols: ['TLSv1.2'],
        },
      });
      expect(loadBalancer.scheme).toBe('internal');
      const [webAcl] = test.world.webAcls.list(EDGE, 'CLOUDFRONT');
      expect(distribution.config.webAclId).toBe(webAcl.id);
      const [blocked] = test.world.ipSets.list(EDGE, 'CLOUDFRONT');
      expect(
        webAcl.rules.map(rule => [
          rule.name,
          rule.action ?? rule.overrideAction,
          Object.keys(rule.statement),
        ]),
      ).toEqual([
        ['block-listed', 'block', ['OrStatement']],
        ['rate-limit', 'block', ['RateBasedStatement']],
        ...[
          'AmazonIpReputationList',
          'CommonRuleSet',
          'KnownBadInputsRuleSet',
        ].map(name => [
          `AWSManagedRules${name}`,
          'none',
          ['ManagedRuleGroupStatement'],
        ]),
      ]);
      expect(webAcl.rules[0].statement).toEqual({
        OrStatement: {
          Statements: expect.arrayContaining([
            { IPSetReferenceStatement: { ARN: blocked.id } },
          ]),
        },
      });
      expect(blocked.addresses).toEqual(['192.0.2.0/24']);
      expect(webAcl.logging?.destinationArns).toEqual([
        expect.stringMatching(/:log-group:aws-waf-logs-shop$/),
      ]);
      const [group] = test.world.securityGroups.groups
        .list(TEST_SCOPE)
        .filter(({ id }) => loadBalancer.securityGroupIds.includes(id));
      expect(
        group.rules
          .filter(rule => !rule.isEgress)
          .map(({ fromPort, prefixListId }) => [fromPort, prefixListId]),
      ).toEqual([[443, cloudFrontPrefixListId('eu-west-1')]]);
      expect(test.world.hostedZones.resolve('www.acme.example')).toEqual([
        'www.acme.example',
        distribution.domainName,
      ]);

      const gone = await apply(
        files.map(({ path }) => ({ path, content: null })),
      );
      expect(gone).toEqual([]);
      expect(distributions()).toEqual([]);
      expect(test.world.vpcOrigins.list(TEST_SCOPE.accountId)).toEqual([]);
      expect(test.world.webAcls.list(EDGE, 'CLOUDFRONT')).toEqual([]);
      expect(test.world.loadBalancing.loadBalancers.list(TEST_SCOPE)).toEqual(
        [],
      );
      expect(test.world.certificates.certificates.all()).toEqual([]);
    },
  );

  it('replace the certificate before the old one goes when a name is added', async () => {
    const publish = (hostNames: string[]) =>
      apply(
        buildAwsCloudFront(shop('terraform', { hostNames }), { existing: {} })
          .files,
      );
    await publish(['shop.acme.example']);
    const [{ id, config }] = distributions();

    await expect(
      publish(['shop.acme.example', 'www.acme.example']),
    ).resolves.toEqual([]);

    const [after] = distributions();
    expect(after.id).toBe(id);
    expect(after.config.aliases).toHaveLength(2);
    expect(after.config.viewerCertificate.certificateArn).not.toBe(
      config.viewerCertificate.certificateArn,
    );
    expect(test.world.certificates.list(EDGE)).toHaveLength(1);
  });

  it('wait with the names until the certificate is issued', async () => {
    const { files } = buildAwsCloudFront(shop('terraform'), { existing: {} });
    const steps = await test.commit(
      Object.fromEntries(files.map(({ path, content }) => [path, content])),
    );
    expect(steps()).toContainEqual({
      state: 'waiting',
      address: 'aws_acm_certificate_validation.shop',
      message: expect.stringMatching(/is issued: it is PENDING_VALIDATION$/),
    });
    expect(distributions()).toEqual([]);
    expect(records().map(({ type }) => type)).toEqual(['CNAME', 'CNAME']);
  });
});

describe('what was published through CloudFront, over the wire', () => {
  it('shows with its VPC origin, its firewall and its records', async () => {
    const sandbox = await startTestSandbox();
    const { accountId } = TEST_SCOPE;
    const test = await startTestDeployments({ sandbox });
    sandbox.world.accounts.addRole(accountId, { name: 'Postern' });
    sandbox.world.hostedZones.createZone(accountId, { name: 'acme.example' });
    const settings = awsSettings(sandbox, { accountId, region: 'us-east-1' });
    const cloudFront = new CloudFrontClient(settings);
    try {
      const { files } = buildAwsCloudFront(shop('terraform'), { existing: {} });
      await test.commit(
        Object.fromEntries(files.map(({ path, content }) => [path, content])),
      );
      for (let round = 0; round < 60; round++) sandbox.clock.advance(2000);

      const { DistributionList } = await cloudFront.send(
        new ListDistributionsCommand({}),
      );
      const { VpcOriginList } = await cloudFront.send(
        new ListVpcOriginsCommand({}),
      );
      const [item] = DistributionList?.Items ?? [];
      const { Distribution } = await cloudFront.send(
        new GetDistributionCommand({ Id: item.Id }),
      );
      expect(Distribution?.Status).toBe('Deployed');
      expect(
        Distribution?.DistributionConfig?.Origins?.Items?.[0].VpcOriginConfig
          ?.VpcOriginId,
      ).toBe(VpcOriginList?.Items?.[0].Id);

      const [, name, id] = item.WebACLId?.match(/webacl\/(.+)\/(.+)$/) ?? [];
      const { WebACL } = await new WAFV2Client(settings).send(
        new GetWebACLCommand({ Name: name, Id: id, Scope: 'CLOUDFRONT' }),
      );
      expect(
        WebACL?.Rules?.map(rule => Object.keys(rule.Statement ?? {})),
      ).toEqual([
        ['OrStatement'],
        ['RateBasedStatement'],
        ...Array(3).fill(['ManagedRuleGroupStatement']),
      ]);

      const route53 = new Route53Client(settings);
      const { HostedZones } = await route53.send(
        new ListHostedZonesByNameCommand({ DNSName: 'acme.example' }),
      );
      const { ResourceRecordSets } = await route53.send(
        new ListResourceRecordSetsCommand({
          HostedZoneId: HostedZones?.[0].Id,
          StartRecordName: 'shop.acme.example',
          StartRecordType: 'A',
          MaxItems: 1,
        }),
      );
      expect(ResourceRecordSets?.[0].AliasTarget?.DNSName).toBe(
        `${item.DomainName}.`,
      );
    } finally {
      await test.stop();
      await sandbox.stop();
    }
  });
});
