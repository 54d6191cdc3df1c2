import {
  GetResourcesCommand,
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
  TagFilter,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { awsSettings } from '../__testUtils__/awsClients';
import {
  addEndpointService,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';
import { LoadBalancer } from '../world';

const { accountId } = PROVIDER;

describe('Resource Groups Tagging API', () => {
  let sandbox: Sandbox;
  let client: ResourceGroupsTaggingAPIClient;
  let balancers: LoadBalancer[];
  let classicArn: string;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = new ResourceGroupsTaggingAPIClient(
      awsSettings(sandbox, { accountId }),
    );
    const { world } = sandbox;
    const vpc = world.network.ensureDefaultVpc(PROVIDER);
    const subnetIds = world.network
      .subnetsOfVpc(PROVIDER, vpc.id)
      .map(({ id }) => id);
    const add = (
      name: string,
      type: LoadBalancer['type'],
      tags: Record<string, string>,
    ) => world.createLoadBalancer(PROVIDER, { name, type, subnetIds, tags });
    balancers = [
      add('one', 'application', { owner: 'shop', stage: 'live' }),
      add('two', 'network', { owner: 'bank' }),
      add('bare', 'network', {}),
    ];
    classicArn = world.classicLoadBalancers.create(PROVIDER, {
      name: 'old',
      subnetIds,
      listeners: [],
      tags: { owner: 'shop' },
    }).id;
    world.distributions.create(accountId, {
      config: { origins: [{ id: 'one', domainName: 'one.acme.example' }] },
      tags: { owner: 'shop' },
      id: 'EDFDVBD6EXAMPLE',
    });
  });
  afterEach(() => sandbox.stop());

  const get = async (
    types: string[],
    filters?: TagFilter[],
    region = 'eu-west-1',
  ) => {
    const { ResourceTagMappingList } = await new ResourceGroupsTaggingAPIClient(
      awsSettings(sandbox, { accountId, region }),
    ).send(
      new GetResourcesCommand({
        ResourceTypeFilters: types,
        TagFilters: filters,
      }),
    );
    return ResourceTagMappingList?.map(one => one.ResourceARN);
  };

  it('gives the tags of all load balancers that have some', async () => {
    const { ResourceTagMappingList, PaginationToken } = await client.send(
      new GetResourcesCommand({
        ResourceTypeFilters: ['elasticloadbalancing:loadbalancer'],
      }),
    );

    expect(PaginationToken).toBe('');
    expect(ResourceTagMappingList).toEqual([
      {
        ResourceARN: balancers[0].id,
        Tags: [
          { Key: 'owner', Value: 'shop' },
          { Key: 'stage', Value: 'live' },
        ],
      },
      {
        ResourceARN: balancers[1].id,
        Tags: [{ Key: 'owner', Value: 'bank' }],
      },
      {
        ResourceARN: classicArn,
        Tags: [{ Key: 'owner', Value: 'shop' }],
      },
    ]);
  });

  it('tells types apart, down to the kind of load balancer', async () => {
    const { id } = addEndpointService(sandbox, 'ledger');

    expect(await get(['elasticloadbalancing:loadbalancer/app'])).toEqual([
      balancers[0].id,
    ]);
    expect(await get(['ec2:vpc-endpoint-service'])).toEqual([
      `arn:aws:ec2:eu-west-1:${accountId}:vpc-endpoint-service/${id}`,
    ]);
    expect(await get(['elasticloadbalancing:load'])).toEqual([]);
  });

  it('wants all keys, and any of the values of each', async () => {
    const types = ['elasticloadbalancing'];

    expect(
      await get(types, [
        { Key: 'owner', Values: ['bank', 'shop'] },
        { Key: 'stage' },
      ]),
    ).toEqual([balancers[0].id]);
    expect(await get(types, [{ Key: 'owner', Values: ['Bank'] }])).toEqual([]);
  });

  it('has distributions in us-east-1 only', async () => {
    const types = ['cloudfront:distribution'];

    expect(await get(types)).toEqual([]);
    expect(await get(types, undefined, 'us-east-1')).toEqual([
      `arn:aws:cloudfront::${accountId}:distribution/EDFDVBD6EXAMPLE`,
    ]);
  });

  it('pages through resources', async () => {
    const sizes: (number | undefined)[] = [];
    const pages = paginateGetResources(
      { client, pageSize: 2 },
      { ResourceTypeFilters: ['elasticloadbalancing:loadbalancer'] },
    );
    for await (const page of pages) {
      sizes.push(page.ResourceTagMappingList?.length);
    }

    expect(sizes).toEqual([2, 1]);
    await expect(
      client.send(new GetResourcesCommand({ ResourcesPerPage: 101 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('refuses a role without tag:GetResources, and throttles in its own words', async () => {
    sandbox.world.accounts.addRole(accountId, {
      name: 'Postern',
      deniedActions: ['tag:GetResources'],
    });
    const call = () => client.send(new GetResourcesCommand({}));

    await expect(call()).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    sandbox.throttle.setRules([
      { service: 'tagging', capacity: 0, refillPerSecond: 0 },
    ]);
    await expect(call()).rejects.toMatchObject({ name: 'ThrottledException' });
  });
});
