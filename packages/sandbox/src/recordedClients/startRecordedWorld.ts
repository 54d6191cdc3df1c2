import { Sandbox, startSandbox } from '../startSandbox';
import { globalScope, Scope } from '../world';

const PROVIDER: Scope = { accountId: '222233334444', region: 'eu-west-1' };
const CONSUMER: Scope = { accountId: '444455556666', region: 'eu-west-1' };

/**
 * The sandbox that the recorded clients talk to. Its ids come out alike each time, and the recorded requests name
 * them: whoever changes what is made here, or in which order ids are given out, records again (see `record.ts`).
 *
 * @internal
 */
export async function startRecordedWorld(): Promise<Sandbox> {
  const sandbox = await startSandbox({
    // The key is the provider's own: a session's keys would be others each time.
    credentials: {
      accessKeyId: 'AKIAPOSTERNSANDBOX01',
      secretAccessKey: 'sandbox-only-secret-key',
      accountId: PROVIDER.accountId,
      userName: 'postern',
    },
  });
  const { world, clock, faults } = sandbox;
  clock.freeze(Date.parse('2026-01-15T10:00:00Z'));
  for (const { accountId } of [PROVIDER, CONSUMER]) {
    world.accounts.addAccount({
      accountId,
      name: accountId,
      roles: [{ name: 'Postern' }],
    });
  }
  const vpc = world.network.createVpc(PROVIDER, {
    id: 'vpc-0aaaaaaaaaaaaaaaa',
    cidrBlock: '10.0.0.0/16',
  });
  const subnets = ['euw1-az1', 'euw1-az2'].map((zone, index) =>
    world.network.createSubnet(PROVIDER, {
      id: `subnet-0aaaaaaaaaaaaaa0${index}`,
      vpcId: vpc.id,
      zone,
      cidrBlock: `10.0.${index}.0/24`,
    }),
  );
  const addLoadBalancer = (name: string) =>
    world.createLoadBalancer(PROVIDER, {
      name,
      subnetIds: subnets.map(({ id }) => id),
      state: 'active',
      tags: { Name: name },
    });
  const group = world.createTargetGroup(PROVIDER, {
    name: 'ledger',
    port: 8443,
    vpcId: vpc.id,
    targetType: 'ip',
  });
  world.createListener(PROVIDER, {
    loadBalancerArn: addLoadBalancer('ledger').id,
    port: 443,
    targetGroupArn: group.id,
  });
  world.registerTargets(PROVIDER, group.id, [{ targetId: '10.0.0.100' }]);
  addLoadBalancer('free');
  for (let index = 0; index < 7; index += 1) {
    world.createEndpointService(PROVIDER, {
      id: `vpce-svc-0aaaaaaaaaaaaaa0${index}`,
      loadBalancerArns: [addLoadBalancer(`service-${index}`).id],
      allowedPrincipals: ['*'],
      privateDnsName: index === 0 ? 'ledger.acme.example' : undefined,
      state: 'Available',
      tags: { Name: `service-${index}` },
    });
  }
  const [first] = world.endpointServices.services.list(PROVIDER);
  const home = world.network.ensureDefaultVpc(CONSUMER);
  for (const id of ['vpce-0aaaaaaaaaaaaaa01', 'vpce-0aaaaaaaaaaaaaa02']) {
    world.endpoints.createEndpoint(CONSUMER, {
      id,
      serviceName: first.serviceName,
      vpcId: home.id,
    });
  }
  addEntrances(
    sandbox,
    subnets.map(({ id }) => id),
  );
  clock.advance(60_000);
  faults.inject({
    action: 'DescribeRegions',
    effect: { type: 'error', code: 'RequestLimitExceeded', status: 503 },
    times: 1,
  });
  return sandbox;
}

/** What stands between the internet and a cluster. */
function addEntrances({ world }: Sandbox, subnetIds: string[]): void {
  const { accountId } = PROVIDER;
  const home = globalScope(accountId);
  const zone = world.hostedZones.createZone(accountId, {
    id: 'Z0AAAAAAAAAAAAAAAAAAA',
    name: 'acme.example',
  });
  const certificate = world.certificates.create(home, {
    domainName: '*.acme.example',
    state: 'ISSUED',
  });
  const webAcl = world.webAcls.create(home, {
    name: 'shop',
    wafScope: 'CLOUDFRONT',
    rules: [
      {
        name: 'common',
        priority: 0,
        overrideAction: 'none',
        statement: {
          ManagedRuleGroupStatement: {
            VendorName: 'AWS',
            Name: 'AWSManagedRulesCommonRuleSet',
          },
        },
        metricName: 'common',
      },
    ],
  });
  for (const number of [1, 2, 3]) {
    world.distributions.create(accountId, {
      id: `E0AAAAAAAAAA${number}`,
      config: {
        callerReference: `shop-${number}`,
        aliases: [`shop-${number}.acme.example`],
        origins: [{ id: 'entrance', domainName: 'entrance.acme.example' }],
        webAclId: webAcl.id,
        viewerCertificate: {
          certificateArn: certificate.id,
          minimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
      tags: { Name: `shop-${number}` },
    });
  }
  world.hostedZones.changeRecords(accountId, zone.id, {
    changes: ['a', '*.b'].map(label => ({
      action: 'UPSERT',
      record: {
        name: `${label}.acme.example`,
        type: 'CNAME',
        ttl: 60,
        values: ['entrance.acme.example'],
      },
    })),
  });
  const cluster = world.clusters.create(PROVIDER, { name: 'shop', subnetIds });
  const provider = world.identityProviders.create(accountId, {
    url: cluster.oidcIssuer,
    clientIds: ['sts.amazonaws.com'],
  });
  world.roles.create(accountId, {
    name: 'controller',
    trustPolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: provider.id },
          Action: 'sts:AssumeRoleWithWebIdentity',
        },
      ],
    }),
  });
  world.shares.create(PROVIDER, {
    name: 'subnets',
    resourceArns: subnetIds.map(
      id => `arn:aws:ec2:eu-west-1:${accountId}:subnet/${id}`,
    ),
    principals: [CONSUMER.accountId],
  });
  world.classicLoadBalancers.create(PROVIDER, {
    name: 'old',
    subnetIds,
    listeners: [
      {
        protocol: 'TCP',
        port: 443,
        instanceProtocol: 'TCP',
        instancePort: 30443,
      },
    ],
    instanceIds: ['i-0aaaaaaaaaaaaaaaa'],
    tags: { Name: 'old' },
  });
}
