import {
  CloudFrontClient,
  paginateListDistributions,
} from '@aws-sdk/client-cloudfront';
import {
  ElasticLoadBalancingClient,
  paginateDescribeLoadBalancers as paginateClassic,
} from '@aws-sdk/client-elastic-load-balancing';
import { paginateDescribeLoadBalancers } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import request from 'supertest';
import { awsSettings, elbClient } from '../__testUtils__/awsClients';
import { startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

/** Processor time, so that other work on the machine does not count. Measured: 0.7 s. */
const SEEDING_LIMIT_SECONDS = 5;

const REGIONS = [
  'us-east-1',
  'eu-west-1',
  'eu-central-1',
  'eu-north-1',
  'us-west-2',
];
const ACCOUNTS = Array.from({ length: 10 }, (_, index) =>
  String(700000000000 + index),
);

describe('5,000 load balancers and 2,000 distributions over 50 scopes', () => {
  let sandbox: Sandbox;
  let seconds: number;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    for (const accountId of ACCOUNTS) {
      sandbox.world.accounts.addAccount({
        accountId,
        name: accountId,
        roles: [{ name: 'Postern' }],
      });
    }
    const started = process.cpuUsage();
    await request(sandbox.urls.console)
      .post('/control/seed/entrances')
      .send({
        accountIds: ACCOUNTS,
        regions: REGIONS,
        loadBalancers: 5000,
        distributions: 2000,
        tags: { 'backstage-entity-ref': 'component:default/seed-{n}' },
      })
      .expect(201, { scopes: 50, loadBalancers: 5000, distributions: 2000 });
    const { user, system } = process.cpuUsage(started);
    seconds = (user + system) / 1e6;
  }, 60_000);
  afterAll(() => sandbox.stop());

  it('are there quickly', () => {
    expect(seconds).toBeLessThan(SEEDING_LIMIT_SECONDS);
  });

  it('are spread evenly, and each region is listed in a few pages', async () => {
    const options = { accountId: ACCOUNTS[3], region: 'eu-west-1' };
    const settings = awsSettings(sandbox, options);
    const found: (string | undefined)[] = [];
    const tagged: (string | undefined)[] = [];

    const elb = elbClient(sandbox, options);
    for await (const page of paginateDescribeLoadBalancers(
      { client: elb },
      {},
    )) {
      page.LoadBalancers?.forEach(one => found.push(one.LoadBalancerArn));
    }
    const classic = new ElasticLoadBalancingClient(settings);
    for await (const page of paginateClassic({ client: classic }, {})) {
      page.LoadBalancerDescriptions?.forEach(one =>
        found.push(one.LoadBalancerName),
      );
    }
    for await (const page of paginateGetResources(
      { client: new ResourceGroupsTaggingAPIClient(settings), pageSize: 100 },
      { ResourceTypeFilters: ['elasticloadbalancing:loadbalancer'] },
    )) {
      page.ResourceTagMappingList?.forEach(one => tagged.push(one.ResourceARN));
    }

    expect(found).toHaveLength(100);
    expect(found.filter(one => !one?.startsWith('arn:'))).toHaveLength(10);
    expect(tagged).toHaveLength(100);
    expect(sandbox.requestLog.total({ service: 'elasticloadbalancing' })).toBe(
      2,
    );
    expect(sandbox.requestLog.total({ service: 'tagging' })).toBe(1);
  });

  it('have two hundred distributions in each account', async () => {
    const client = new CloudFrontClient(
      awsSettings(sandbox, { accountId: ACCOUNTS[0] }),
    );
    const aliases = new Set<string | undefined>();
    let unprotected = 0;

    for await (const { DistributionList } of paginateListDistributions(
      { client },
      {},
    )) {
      for (const one of DistributionList?.Items ?? []) {
        aliases.add(one.Aliases?.Items?.[0]);
        if (!one.WebACLId) unprotected += 1;
      }
    }

    expect(aliases.size).toBe(200);
    expect(unprotected).toBe(20);
    expect(sandbox.requestLog.total({ service: 'cloudfront' })).toBe(2);
  });
});
