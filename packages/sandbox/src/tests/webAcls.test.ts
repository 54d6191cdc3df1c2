import {
  AssociateWebACLCommand,
  DescribeManagedRuleGroupCommand,
  GetIPSetCommand,
  GetLoggingConfigurationCommand,
  GetWebACLCommand,
  GetWebACLForResourceCommand,
  ListIPSetsCommand,
  ListResourcesForWebACLCommand,
  ListTagsForResourceCommand,
  ListWebACLsCommand,
  PutLoggingConfigurationCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { awsSettings } from '../__testUtils__/awsClients';
import {
  addLoadBalancer,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';
import { globalScope, WebAcl } from '../world';

const { accountId } = PROVIDER;
const US_EAST_1 = globalScope(accountId);

/** AWS's common rules, which count and do not block. */
const COMMON_RULES = {
  ManagedRuleGroupStatement: {
    VendorName: 'AWS',
    Name: 'AWSManagedRulesCommonRuleSet',
  },
};

describe('WAFv2', () => {
  let sandbox: Sandbox;
  let client: WAFV2Client;
  let regional: WAFV2Client;
  let webAcl: WebAcl;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    const { world } = sandbox;
    client = new WAFV2Client(
      awsSettings(sandbox, { accountId, region: 'us-east-1' }),
    );
    regional = new WAFV2Client(awsSettings(sandbox, { accountId }));
    const blocked = world.ipSets.create(US_EAST_1, {
      name: 'blocked',
      wafScope: 'CLOUDFRONT',
      addresses: ['192.0.2.0/24'],
    });
    webAcl = world.webAcls.create(US_EAST_1, {
      name: 'shop',
      wafScope: 'CLOUDFRONT',
      tags: { owner: 'shop' },
      rules: [
        {
          name: 'blocked',
          priority: 0,
          action: 'block',
          statement: { IPSetReferenceStatement: { ARN: blocked.id } },
          metricName: 'blocked',
        },
        {
          name: 'common',
          priority: 1,
          overrideAction: 'count',
          statement: COMMON_RULES,
          metricName: 'common',
        },
      ],
    });
  });
  afterEach(() => sandbox.stop());

  it('tells the rules of a managed group, and refuses one it does not know', async () => {
    const ask = (Name: string) =>
      client.send(
        new DescribeManagedRuleGroupCommand({
          VendorName: 'AWS',
          Name,
          Scope: 'CLOUDFRONT',
        }),
      );

    const { Rules } = await ask('AWSManagedRulesAmazonIpReputationList');

    expect(Rules).toContainEqual({
      Name: 'AWSManagedIPDDoSList',
      Action: { Count: {} },
    });
    await expect(ask('Nobodys')).rejects.toMatchObject({
      name: 'WAFNonexistentItemException',
    });
  });

  it('shows the rules of a web ACL with statements and actions', async () => {
    const { WebACLs } = await client.send(
      new ListWebACLsCommand({ Scope: 'CLOUDFRONT' }),
    );
    const { WebACL, LockToken } = await client.send(
      new GetWebACLCommand({
        Scope: 'CLOUDFRONT',
        Name: WebACLs?.[0].Name,
        Id: WebACLs?.[0].Id,
      }),
    );

    expect(LockToken).toBe(WebACLs?.[0].LockToken);
    expect(WebACL).toMatchObject({
      ARN: webAcl.id,
      DefaultAction: { Allow: {} },
      Rules: [
        { Name: 'blocked', Priority: 0, Action: { Block: {} } },
        {
          Name: 'common',
          Statement: COMMON_RULES,
          OverrideAction: { Count: {} },
        },
      ],
    });
    expect(WebACL?.Rules?.[1].Action).toBeUndefined();
  });

  it('pages through web ACLs', async () => {
    sandbox.world.webAcls.create(US_EAST_1, {
      name: 'second',
      wafScope: 'CLOUDFRONT',
    });
    const first = await client.send(
      new ListWebACLsCommand({ Scope: 'CLOUDFRONT', Limit: 1 }),
    );
    const second = await client.send(
      new ListWebACLsCommand({
        Scope: 'CLOUDFRONT',
        Limit: 1,
        NextMarker: first.NextMarker,
      }),
    );

    expect([first, second].map(page => page.WebACLs?.[0].Name)).toEqual([
      'shop',
      'second',
    ]);
    expect(second.NextMarker).toBeUndefined();
  });

  it('sends a marker with the last page and the empty one as well, where it is told to', async () => {
    sandbox.faults.inject({
      action: 'ListWebACLs',
      effect: { type: 'token-on-every-page' },
    });
    const list = (NextMarker?: string) =>
      client.send(new ListWebACLsCommand({ Scope: 'CLOUDFRONT', NextMarker }));

    const pages = [await list()];
    for (let page = 0; page < 2; page += 1) {
      pages.push(await list(pages[page].NextMarker));
    }

    expect(pages.map(({ WebACLs }) => WebACLs?.length)).toEqual([1, 0, 0]);
    const markers = pages.map(({ NextMarker }) => NextMarker);
    expect(new Set(markers).size).toBe(3);
    expect(markers).not.toContain(undefined);
  });

  it('has the scope CLOUDFRONT in us-east-1 only', async () => {
    await expect(
      regional.send(new ListWebACLsCommand({ Scope: 'CLOUDFRONT' })),
    ).rejects.toMatchObject({
      name: 'WAFInvalidParameterException',
      message: expect.stringContaining('The scope is not valid'),
    });
    const { WebACLs } = await client.send(
      new ListWebACLsCommand({ Scope: 'REGIONAL' }),
    );
    expect(WebACLs).toEqual([]);
  });

  it('shows an IP set', async () => {
    const { IPSets } = await client.send(
      new ListIPSetsCommand({ Scope: 'CLOUDFRONT' }),
    );
    const { IPSet } = await client.send(
      new GetIPSetCommand({
        Scope: 'CLOUDFRONT',
        Name: 'blocked',
        Id: IPSets?.[0].Id,
      }),
    );

    expect(IPSet).toMatchObject({
      IPAddressVersion: 'IPV4',
      Addresses: ['192.0.2.0/24'],
    });
    await expect(
      client.send(
        new GetIPSetCommand({ Scope: 'CLOUDFRONT', Name: 'x', Id: 'x' }),
      ),
    ).rejects.toMatchObject({ name: 'WAFNonexistentItemException' });
  });

  it('puts a load balancer behind a regional web ACL', async () => {
    const { world } = sandbox;
    const { id: resourceArn } = addLoadBalancer(sandbox, 'entrance');
    const own = world.webAcls.create(PROVIDER, {
      name: 'entrance',
      wafScope: 'REGIONAL',
    });
    const forResource = () =>
      regional.send(
        new GetWebACLForResourceCommand({ ResourceArn: resourceArn }),
      );
    const { WebACL: before } = await forResource();
    await regional.send(
      new AssociateWebACLCommand({
        WebACLArn: own.id,
        ResourceArn: resourceArn,
      }),
    );

    const { WebACL } = await forResource();
    const { ResourceArns } = await regional.send(
      new ListResourcesForWebACLCommand({
        WebACLArn: own.id,
        ResourceType: 'APPLICATION_LOAD_BALANCER',
      }),
    );

    expect(before).toBeUndefined();
    expect(WebACL?.ARN).toBe(own.id);
    expect(ResourceArns).toEqual([resourceArn]);
  });

  it('says that a web ACL without logging has no such item', async () => {
    const getLogging = () =>
      client.send(
        new GetLoggingConfigurationCommand({ ResourceArn: webAcl.id }),
      );

    await expect(getLogging()).rejects.toMatchObject({
      name: 'WAFNonexistentItemException',
      $metadata: { httpStatusCode: 400 },
    });
    const destination = `arn:aws:logs:us-east-1:${accountId}:log-group:aws-waf-logs-shop`;
    await client.send(
      new PutLoggingConfigurationCommand({
        LoggingConfiguration: {
          ResourceArn: webAcl.id,
          LogDestinationConfigs: [destination],
          RedactedFields: [{ SingleHeader: { Name: 'authorization' } }],
        },
      }),
    );
    const { LoggingConfiguration } = await getLogging();
    expect(LoggingConfiguration).toMatchObject({
      LogDestinationConfigs: [destination],
      RedactedFields: [{ SingleHeader: { Name: 'authorization' } }],
    });
  });

  it('shows tags', async () => {
    const { TagInfoForResource } = await client.send(
      new ListTagsForResourceCommand({ ResourceARN: webAcl.id }),
    );

    expect(TagInfoForResource?.TagList).toEqual([
      { Key: 'owner', Value: 'shop' },
    ]);
  });

  it('refuses and throttles in the words of the service', async () => {
    sandbox.world.accounts.addRole(accountId, {
      name: 'Postern',
      deniedActions: ['wafv2:ListWebACLs'],
    });
    const list = () =>
      client.send(new ListWebACLsCommand({ Scope: 'CLOUDFRONT' }));

    await expect(list()).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    sandbox.throttle.setRules([
      { service: 'wafv2', capacity: 0, refillPerSecond: 0 },
    ]);
    await expect(list()).rejects.toMatchObject({ name: 'ThrottlingException' });
  });
});
