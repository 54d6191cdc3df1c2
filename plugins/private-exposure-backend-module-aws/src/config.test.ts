import { ConfigReader } from '@backstage/config';
import { readAwsProviderConfig } from './config';
import { toAwsScopes, toProviderScope } from './scopes';

const read = (aws: unknown) =>
  readAwsProviderConfig(
    new ConfigReader({ privateExposure: { aws: aws as object } }),
  );

describe('readAwsProviderConfig', () => {
  it('reads accounts and fills in the rest', () => {
    const config = read({
      accounts: [
        {
          accountId: '111122223333',
          name: 'acme-platform',
          regions: ['eu-west-1', 'us-east-1', 'eu-west-1'],
        },
        {
          accountId: '222233334444',
          regions: ['cn-north-1'],
          distributions: false,
        },
        { accountId: '333344445555', regions: ['us-gov-west-1'] },
      ],
      callBudget: { ec2: { perSecond: 2 } },
      requestTimeout: { seconds: 10 },
    });

    expect(config).toEqual({
      accounts: [
        {
          accountId: '111122223333',
          name: 'acme-platform',
          regions: ['eu-west-1', 'us-east-1'],
          partition: 'aws',
          loadBalancers: true,
          distributions: true,
        },
        {
          accountId: '222233334444',
          regions: ['cn-north-1'],
          partition: 'aws-cn',
          loadBalancers: true,
          distributions: false,
        },
        {
          accountId: '333344445555',
          regions: ['us-gov-west-1'],
          partition: 'aws-us-gov',
          loadBalancers: true,
          distributions: false,
        },
      ],
      callBudget: {
        acm: { perSecond: 5, burst: 20 },
        cloudfront: { perSecond: 5, burst: 50 },
        ec2: { perSecond: 2, burst: 100 },
        elb: { perSecond: 5, burst: 50 },
        elbv2: { perSecond: 20, burst: 200 },
        iam: { perSecond: 2, burst: 20 },
        ram: { perSecond: 2, burst: 20 },
        route53: { perSecond: 3, burst: 5 },
        tagging: { perSecond: 5, burst: 100 },
        wafv2: { perSecond: 3, burst: 5 },
        wafv2Associations: { perSecond: 1, burst: 1 },
      },
      requestTimeoutMs: 10_000,
      maxAttempts: 5,
    });
  });

  it('has no accounts where none are configured', () => {
    expect(readAwsProviderConfig(new ConfigReader({})).accounts).toEqual([]);
  });

  it.each([
    {
      what: 'an account without an id',
      aws: { accounts: [{ regions: ['eu-west-1'] }] },
      key: 'privateExposure.aws.accounts[0].accountId',
    },
    {
      what: 'an account id that YAML read as a number',
      aws: { accounts: [{ accountId: 11112222333, regions: ['eu-west-1'] }] },
      key: 'privateExposure.aws.accounts[0].accountId',
    },
    {
      what: 'an account id that is too short',
      aws: { accounts: [{ accountId: '1234', regions: ['eu-west-1'] }] },
      key: 'privateExposure.aws.accounts[0].accountId',
    },
    {
      what: 'an account twice',
      aws: {
        accounts: [
          { accountId: '111122223333', regions: ['eu-west-1'] },
          { accountId: '111122223333', regions: ['us-east-1'] },
        ],
      },
      key: 'privateExposure.aws.accounts[1].accountId',
    },
    {
      what: 'no region',
      aws: { accounts: [{ accountId: '111122223333', regions: [] }] },
      key: 'privateExposure.aws.accounts[0].regions',
    },
    {
      what: 'a zone for a region',
      aws: {
        accounts: [{ accountId: '111122223333', regions: ['eu-west-1a'] }],
      },
      key: 'privateExposure.aws.accounts[0].regions[0]',
    },
    {
      what: 'distributions where there is no CloudFront',
      aws: {
        accounts: [
          {
            accountId: '111122223333',
            regions: ['us-gov-west-1'],
            distributions: true,
          },
        ],
      },
      key: 'privateExposure.aws.accounts[0].distributions',
    },
    {
      what: 'regions of two partitions',
      aws: {
        accounts: [
          { accountId: '111122223333', regions: ['eu-west-1', 'cn-north-1'] },
        ],
      },
      key: 'privateExposure.aws.accounts[0].regions',
    },
    {
      what: 'a rate of nothing',
      aws: { callBudget: { elbv2: { perSecond: 0 } } },
      key: 'privateExposure.aws.callBudget.elbv2.perSecond',
    },
    {
      what: 'a timeout of nothing',
      aws: { requestTimeout: { seconds: 0 } },
      key: 'privateExposure.aws.requestTimeout',
    },
    {
      what: 'half an attempt',
      aws: { maxAttempts: 0.5 },
      key: 'privateExposure.aws.maxAttempts',
    },
  ])('refuses $what, naming the key', ({ aws, key }) => {
    expect(() => read(aws)).toThrow(`'${key}'`);
  });
});

describe('toAwsScopes', () => {
  it('makes a scope for each region and one for distributions, grouped by account', () => {
    const scopes = toAwsScopes([
      {
        accountId: '111122223333',
        name: 'acme-platform',
        regions: ['eu-west-1', 'us-east-1'],
        partition: 'aws',
        loadBalancers: false,
        distributions: true,
      },
    ]);

    expect(scopes.map(toProviderScope)).toEqual([
      {
        id: 'aws/111122223333/eu-west-1',
        title: 'acme-platform · eu-west-1',
        account: '111122223333',
        accountName: 'acme-platform',
        region: 'eu-west-1',
        group: 'aws/111122223333',
      },
      {
        id: 'aws/111122223333/us-east-1',
        title: 'acme-platform · us-east-1',
        account: '111122223333',
        accountName: 'acme-platform',
        region: 'us-east-1',
        group: 'aws/111122223333',
      },
      {
        id: 'aws/111122223333/global',
        title: 'acme-platform · CloudFront',
        account: '111122223333',
        accountName: 'acme-platform',
        region: undefined,
        group: 'aws/111122223333',
      },
    ]);
    expect(scopes.map(({ kinds }) => kinds)).toEqual([
      ['aws-endpoint-service'],
      ['aws-endpoint-service'],
      ['aws-cloudfront'],
    ]);
  });

  it('asks for the distributions of China where they are kept', () => {
    const scopes = toAwsScopes([
      {
        accountId: '222233334444',
        regions: [],
        partition: 'aws-cn',
        loadBalancers: true,
        distributions: true,
      },
    ]);

    expect(scopes).toMatchObject([
      { id: 'aws/222233334444/global', region: 'cn-northwest-1' },
    ]);
  });
});
