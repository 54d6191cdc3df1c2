import {
  Change,
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  ListHostedZonesByNameCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  ListTagsForResourceCommand,
  paginateListHostedZones,
  ResourceRecordSet,
  Route53Client,
  RRType,
} from '@aws-sdk/client-route-53';
import { awsSettings } from '../__testUtils__/awsClients';
import {
  CONSUMER,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';
import { CLOUDFRONT_ZONE_ID, HostedZone } from '../world';

const { accountId } = PROVIDER;

const text = (name: string, value: string): ResourceRecordSet => ({
  Name: name,
  Type: 'TXT',
  TTL: 300,
  ResourceRecords: [{ Value: `"${value}"` }],
});

const cname = (name: string, value: string): ResourceRecordSet => ({
  Name: name,
  Type: 'CNAME',
  TTL: 60,
  ResourceRecords: [{ Value: value }],
});

describe('Route 53', () => {
  let sandbox: Sandbox;
  let client: Route53Client;
  let zone: HostedZone;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = new Route53Client(awsSettings(sandbox, { accountId }));
    zone = sandbox.world.hostedZones.createZone(accountId, {
      name: 'acme.example',
      tags: { owner: 'dns' },
    });
  });
  afterEach(() => sandbox.stop());

  const change = (...changes: Change[]) =>
    client.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId: zone.id,
        ChangeBatch: { Changes: changes },
      }),
    );
  const upsert = (record: ResourceRecordSet): Change => ({
    Action: 'UPSERT',
    ResourceRecordSet: record,
  });
  const listRecords = async () => {
    const { ResourceRecordSets } = await client.send(
      new ListResourceRecordSetsCommand({ HostedZoneId: zone.id }),
    );
    return ResourceRecordSets ?? [];
  };

  it('shows a zone with its name servers, tags and first records', async () => {
    const { HostedZones } = await client.send(new ListHostedZonesCommand({}));
    const { DelegationSet, HostedZone: found } = await client.send(
      new GetHostedZoneCommand({ Id: HostedZones?.[0].Id }),
    );
    const { ResourceTagSet } = await client.send(
      new ListTagsForResourceCommand({
        ResourceType: 'hostedzone',
        ResourceId: zone.id,
      }),
    );

    expect(found).toMatchObject({
      Id: `/hostedzone/${zone.id}`,
      Name: 'acme.example.',
      Config: { PrivateZone: false },
      ResourceRecordSetCount: 2,
    });
    expect(DelegationSet?.NameServers).toHaveLength(4);
    expect(ResourceTagSet?.Tags).toEqual([{ Key: 'owner', Value: 'dns' }]);
    expect((await listRecords()).map(({ Type }) => Type)).toEqual([
      'NS',
      'SOA',
    ]);
  });

  it('keeps an alias to a distribution, and follows it', async () => {
    const alias = {
      HostedZoneId: CLOUDFRONT_ZONE_ID,
      DNSName: 'd111111abcdef8.cloudfront.net.',
      EvaluateTargetHealth: false,
    };
    await change(
      upsert({ Name: 'shop.acme.example', Type: 'A', AliasTarget: alias }),
      upsert(cname('www.acme.example.', 'shop.acme.example')),
    );

    const record = (await listRecords()).find(
      ({ Name }) => Name === 'shop.acme.example.',
    );

    expect(record).toEqual({
      Name: 'shop.acme.example.',
      Type: 'A',
      AliasTarget: alias,
    });
    expect(sandbox.world.hostedZones.resolve('www.acme.example')).toEqual([
      'www.acme.example',
      'shop.acme.example',
      'd111111abcdef8.cloudfront.net',
    ]);
  });

  it('has a change in sync after a while', async () => {
    const { ChangeInfo } = await change(upsert(text('a.acme.example', 'one')));
    const get = async () => {
      const answer = await client.send(
        new GetChangeCommand({ Id: ChangeInfo?.Id }),
      );
      return answer.ChangeInfo?.Status;
    };

    expect(await get()).toBe('PENDING');
    sandbox.clock.advance(sandbox.world.timings.recordsInSync);
    expect(await get()).toBe('INSYNC');
  });

  it('lists records by their labels from the right, page by page', async () => {
    await change(
      upsert(text('b.acme.example', 'b')),
      upsert(text('*.a.acme.example', 'wildcard')),
      upsert(text('a.acme.example', 'a')),
      upsert(text('z.a.acme.example', 'z')),
    );
    const readPage = (start: { name?: string; type?: RRType } = {}) =>
      client.send(
        new ListResourceRecordSetsCommand({
          HostedZoneId: zone.id,
          StartRecordName: start.name,
          StartRecordType: start.type,
          MaxItems: 4,
        }),
      );
    const first = await readPage();
    const second = await readPage({
      name: first.NextRecordName,
      type: first.NextRecordType,
    });
    const names = [first, second].map(page =>
      page.ResourceRecordSets?.map(({ Name }) => Name),
    );

    expect(names).toEqual([
      [
        'acme.example.',
        'acme.example.',
        'a.acme.example.',
        '\\052.a.acme.example.',
      ],
      ['z.a.acme.example.', 'b.acme.example.'],
    ]);
    expect([first, second].map(page => page.IsTruncated)).toEqual([
      true,
      false,
    ]);
  });

  it('does all of a batch or nothing, and says what cannot be', async () => {
    await change(upsert(text('a.acme.example', 'one')));

    await expect(
      change(
        upsert(text('b.acme.example', 'two')),
        {
          Action: 'CREATE',
          ResourceRecordSet: text('a.acme.example', 'three'),
        },
        {
          Action: 'DELETE',
          ResourceRecordSet: text('a.acme.example', 'four'),
        },
        upsert(text('shop.other.example', 'five')),
        upsert(cname('a.acme.example', 'elsewhere.example')),
      ),
    ).rejects.toMatchObject({
      name: 'InvalidChangeBatch',
      message: expect.stringMatching(
        /already exists.*do not match the current values.*not permitted in zone.*conflicts with other records/,
      ),
    });
    expect((await listRecords()).map(({ Name }) => Name)).not.toContain(
      'b.acme.example.',
    );
  });

  it('publishes TXT records where AWS looks for proofs', async () => {
    const { dns } = sandbox.world;
    await change(upsert(text('_proof.acme.example', 'vpce:token')));
    expect(dns.lookupTxt('_proof.acme.example')).toEqual(['vpce:token']);

    await change({
      Action: 'DELETE',
      ResourceRecordSet: text('_proof.acme.example', 'vpce:token'),
    });
    expect(dns.lookupTxt('_proof.acme.example')).toEqual([]);
  });

  it('finds zones by name, and pages through all', async () => {
    for (const name of ['beta.example', 'a.acme.example']) {
      sandbox.world.hostedZones.createZone(accountId, { name });
    }
    const { HostedZones, NextDNSName } = await client.send(
      new ListHostedZonesByNameCommand({
        DNSName: 'acme.example',
        MaxItems: 2,
      }),
    );
    const sizes: (number | undefined)[] = [];
    for await (const page of paginateListHostedZones(
      { client, pageSize: 2 },
      {},
    )) {
      sizes.push(page.HostedZones?.length);
    }

    expect(HostedZones?.map(({ Name }) => Name)).toEqual([
      'acme.example.',
      'a.acme.example.',
    ]);
    expect(NextDNSName).toBe('beta.example.');
    expect(sizes).toEqual([2, 1]);
  });

  it("does not show another account's zone", async () => {
    const other = new Route53Client(
      awsSettings(sandbox, { accountId: CONSUMER.accountId }),
    );

    await expect(
      other.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone.id })),
    ).rejects.toMatchObject({
      name: 'NoSuchHostedZone',
      $metadata: { httpStatusCode: 404 },
    });
  });
});
