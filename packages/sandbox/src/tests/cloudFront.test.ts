import {
  CloudFrontClient,
  CreateDistributionWithTagsCommand,
  CreateVpcOriginCommand,
  DeleteDistributionCommand,
  DeleteVpcOriginCommand,
  DistributionConfig,
  GetDistributionCommand,
  GetDistributionConfigCommand,
  GetVpcOriginCommand,
  ListDistributionsByWebACLIdCommand,
  ListDistributionsCommand,
  ListTagsForResourceCommand,
  ListVpcOriginsCommand,
  paginateListDistributions,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { awsSettings } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';
import { Certificate, globalScope, LoadBalancer, WebAcl } from '../world';

const { accountId } = PROVIDER;

const US_EAST_1 = globalScope(accountId);

/** A configuration with all that a person in the console would set. */
function configFor(options: {
  certificate: Certificate;
  webAcl: WebAcl;
  vpcOriginId: string;
}): DistributionConfig {
  return {
    CallerReference: 'shop',
    Comment: 'shop <&> "co"',
    Enabled: true,
    Aliases: { Quantity: 1, Items: ['shop.acme.example'] },
    Origins: {
      Quantity: 2,
      Items: [
        {
          Id: 'entrance',
          DomainName: 'internal.acme.example',
          CustomHeaders: {
            Quantity: 1,
            Items: [{ HeaderName: 'X-Origin', HeaderValue: 'cdn' }],
          },
          VpcOriginConfig: {
            VpcOriginId: options.vpcOriginId,
            OriginReadTimeout: 60,
            OriginKeepaliveTimeout: 10,
          },
        },
        {
          Id: 'old',
          DomainName: 'entrance.acme.example',
          CustomOriginConfig: {
            HTTPPort: 80,
            HTTPSPort: 443,
            OriginProtocolPolicy: 'match-viewer',
            OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
          },
        },
      ],
    },
    DefaultCacheBehavior: {
      TargetOriginId: 'entrance',
      ViewerProtocolPolicy: 'https-only',
      AllowedMethods: { Quantity: 2, Items: ['HEAD', 'GET'] },
      CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    },
    CacheBehaviors: {
      Quantity: 1,
      Items: [
        {
          PathPattern: '/api/*',
          TargetOriginId: 'old',
          ViewerProtocolPolicy: 'redirect-to-https',
        },
      ],
    },
    Logging: {
      Enabled: true,
      IncludeCookies: false,
      Bucket: 'logs.s3.amazonaws.com',
      Prefix: 'shop/',
    },
    ViewerCertificate: {
      ACMCertificateArn: options.certificate.id,
      SSLSupportMethod: 'sni-only',
      MinimumProtocolVersion: 'TLSv1.2_2021',
    },
    WebACLId: options.webAcl.id,
  };
}

describe('CloudFront', () => {
  let sandbox: Sandbox;
  let client: CloudFrontClient;
  let loadBalancer: LoadBalancer;
  let certificate: Certificate;
  let webAcl: WebAcl;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    // A region of its own does not matter to a global service.
    client = new CloudFrontClient(awsSettings(sandbox, { accountId }));
    const { world } = sandbox;
    const vpc = world.network.ensureDefaultVpc(PROVIDER);
    const group = world.securityGroups.createSecurityGroup(PROVIDER, {
      name: 'entrance',
      description: 'entrance',
      vpcId: vpc.id,
    });
    loadBalancer = world.createLoadBalancer(PROVIDER, {
      name: 'entrance',
      type: 'application',
      subnetIds: world.network
        .subnetsOfVpc(PROVIDER, vpc.id)
        .map(({ id }) => id),
      securityGroupIds: [group.id],
      state: 'active',
    });
    certificate = world.certificates.create(US_EAST_1, {
      domainName: '*.acme.example',
      state: 'ISSUED',
    });
    webAcl = world.webAcls.create(US_EAST_1, {
      name: 'shop',
      wafScope: 'CLOUDFRONT',
    });
  });
  afterEach(() => sandbox.stop());

  const createVpcOrigin = async () => {
    const { VpcOrigin } = await client.send(
      new CreateVpcOriginCommand({
        VpcOriginEndpointConfig: {
          Name: 'entrance',
          Arn: loadBalancer.id,
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'https-only',
          OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
        },
        Tags: { Items: [{ Key: 'owner', Value: 'shop' }] },
      }),
    );
    return VpcOrigin?.Id ?? '';
  };

  const createShop = async () => {
    const vpcOriginId = await createVpcOrigin();
    const config = configFor({ certificate, webAcl, vpcOriginId });
    const answer = await client.send(
      new CreateDistributionWithTagsCommand({
        DistributionConfigWithTags: {
          DistributionConfig: config,
          Tags: { Items: [{ Key: 'owner', Value: 'shop' }] },
        },
      }),
    );
    const id = answer.Distribution?.Id ?? '';
    return { ...answer, id, vpcOriginId, config };
  };

  it('deploys a distribution after a while', async () => {
    const { id, Location, Distribution } = await createShop();

    expect(Location).toMatch(new RegExp(`/distribution/${id}$`));
    expect(Distribution?.Status).toBe('InProgress');
    sandbox.clock.advance(sandbox.world.timings.distributionDeployed);
    const { Distribution: later } = await client.send(
      new GetDistributionCommand({ Id: id }),
    );
    expect(later).toMatchObject({
      ARN: `arn:aws:cloudfront::${accountId}:distribution/${id}`,
      Status: 'Deployed',
      DomainName: expect.stringMatching(/^d[a-z0-9]+\.cloudfront\.net$/),
    });
  });

  it('gives back the configuration as it was sent', async () => {
    const { id, config, ETag } = await createShop();

    const answer = await client.send(
      new GetDistributionConfigCommand({ Id: id }),
    );

    expect(answer.ETag).toBe(ETag);
    expect(answer.DistributionConfig).toMatchObject(config);
  });

  it('lists distributions with all that a survey needs, and an empty list as none', async () => {
    const empty = await client.send(new ListDistributionsCommand({}));
    const { id } = await createShop();

    const { DistributionList } = await client.send(
      new ListDistributionsCommand({}),
    );

    expect(empty.DistributionList).toMatchObject({
      Quantity: 0,
      IsTruncated: false,
    });
    expect(empty.DistributionList?.Items).toBeUndefined();
    expect(DistributionList?.Items).toMatchObject([
      {
        Id: id,
        Aliases: { Items: ['shop.acme.example'] },
        WebACLId: webAcl.id,
        ViewerCertificate: { ACMCertificateArn: certificate.id },
        Origins: { Quantity: 2 },
      },
    ]);
  });

  it('pages through distributions', async () => {
    for (let index = 0; index < 5; index += 1) {
      sandbox.world.distributions.create(accountId, {
        config: { origins: [{ id: 'one', domainName: 'one.acme.example' }] },
      });
    }
    const sizes: (number | undefined)[] = [];

    const pages = paginateListDistributions({ client, pageSize: 2 }, {});
    for await (const { DistributionList } of pages) {
      sizes.push(DistributionList?.Items?.length);
    }

    expect(sizes).toEqual([2, 2, 1]);
  });

  it('changes a distribution only on top of the state that was read', async () => {
    const { id, config, ETag } = await createShop();
    const disabled = { ...config, Enabled: false };
    const update = (IfMatch?: string) =>
      client.send(
        new UpdateDistributionCommand({
          Id: id,
          IfMatch,
          DistributionConfig: disabled,
        }),
      );

    await expect(update()).rejects.toMatchObject({
      name: 'InvalidIfMatchVersion',
    });
    const { ETag: next } = await update(ETag);
    expect(next).not.toBe(ETag);
    await expect(update(ETag)).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
  });

  it('deletes a distribution once it is disabled and deployed', async () => {
    const { id, config, ETag } = await createShop();
    const remove = (IfMatch?: string) =>
      client.send(new DeleteDistributionCommand({ Id: id, IfMatch }));

    await expect(remove(ETag)).rejects.toMatchObject({
      name: 'DistributionNotDisabled',
      $metadata: { httpStatusCode: 409 },
    });
    const { ETag: next } = await client.send(
      new UpdateDistributionCommand({
        Id: id,
        IfMatch: ETag,
        DistributionConfig: { ...config, Enabled: false },
      }),
    );
    sandbox.clock.advance(sandbox.world.timings.distributionDeployed);
    await remove(next);

    await expect(
      client.send(new GetDistributionCommand({ Id: id })),
    ).rejects.toMatchObject({
      name: 'NoSuchDistribution',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it.each([
    [
      'a certificate of another region',
      'InvalidViewerCertificate',
      (config: DistributionConfig) => {
        const other = sandbox.world.certificates.create(PROVIDER, {
          domainName: 'shop.acme.example',
          state: 'ISSUED',
        });
        return {
          ...config,
          ViewerCertificate: { ACMCertificateArn: other.id },
        };
      },
    ],
    [
      'a name that the certificate does not cover',
      'InvalidViewerCertificate',
      (config: DistributionConfig) => ({
        ...config,
        Aliases: { Quantity: 1, Items: ['shop.eu.acme.example'] },
      }),
    ],
    [
      'a web ACL of a region',
      'InvalidWebACLId',
      (config: DistributionConfig) => {
        const regional = sandbox.world.webAcls.create(PROVIDER, {
          name: 'regional',
          wafScope: 'REGIONAL',
        });
        return { ...config, WebACLId: regional.id };
      },
    ],
  ])('refuses %s', async (_title, name, change) => {
    const { id, config, ETag } = await createShop();

    await expect(
      client.send(
        new UpdateDistributionCommand({
          Id: id,
          IfMatch: ETag,
          DistributionConfig: change(config),
        }),
      ),
    ).rejects.toMatchObject({ name });
  });

  it('gives a host name to one distribution only', async () => {
    const { config } = await createShop();

    await expect(
      client.send(
        new CreateDistributionWithTagsCommand({
          DistributionConfigWithTags: {
            DistributionConfig: { ...config, CallerReference: 'other' },
            Tags: {},
          },
        }),
      ),
    ).rejects.toMatchObject({ name: 'CNAMEAlreadyExists' });
  });

  it('finds the distributions of a web ACL', async () => {
    const { id } = await createShop();

    const { DistributionList } = await client.send(
      new ListDistributionsByWebACLIdCommand({ WebACLId: webAcl.id }),
    );

    expect(DistributionList?.Items?.map(one => one.Id)).toEqual([id]);
  });

  it('keeps tags', async () => {
    const { Distribution } = await createShop();
    const Resource = Distribution?.ARN;
    await client.send(
      new TagResourceCommand({
        Resource,
        Tags: { Items: [{ Key: 'stage', Value: 'a & b' }] },
      }),
    );
    await client.send(
      new UntagResourceCommand({ Resource, TagKeys: { Items: ['owner'] } }),
    );

    const { Tags } = await client.send(
      new ListTagsForResourceCommand({ Resource }),
    );

    expect(Tags?.Items).toEqual([{ Key: 'stage', Value: 'a & b' }]);
    await expect(
      client.send(new ListTagsForResourceCommand({ Resource: `${Resource}0` })),
    ).rejects.toMatchObject({ name: 'NoSuchResource' });
  });

  it('deploys a VPC origin after a while, and keeps one that is in use', async () => {
    const { vpcOriginId: Id } = await createShop();
    sandbox.clock.advance(sandbox.world.timings.vpcOriginDeployed);

    const { VpcOrigin, ETag } = await client.send(
      new GetVpcOriginCommand({ Id }),
    );
    const { VpcOriginList } = await client.send(new ListVpcOriginsCommand({}));

    expect(VpcOrigin).toMatchObject({
      Status: 'Deployed',
      VpcOriginEndpointConfig: { Arn: loadBalancer.id, Name: 'entrance' },
    });
    expect(VpcOriginList?.Items).toMatchObject([
      { Id, OriginEndpointArn: loadBalancer.id, Status: 'Deployed' },
    ]);
    await expect(
      client.send(new DeleteVpcOriginCommand({ Id, IfMatch: ETag })),
    ).rejects.toMatchObject({ name: 'CannotDeleteEntityWhileInUse' });
  });
});
