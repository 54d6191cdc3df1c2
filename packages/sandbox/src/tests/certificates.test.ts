import {
  ACMClient,
  DescribeCertificateCommand,
  ListCertificatesCommand,
  ListTagsForCertificateCommand,
  paginateListCertificates,
} from '@aws-sdk/client-acm';
import {
  ChangeResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { awsSettings } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

const { accountId } = PROVIDER;
const DAY = 24 * 3_600_000;

describe('ACM', () => {
  let sandbox: Sandbox;
  let client: ACMClient;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = new ACMClient(awsSettings(sandbox, { accountId }));
  });
  afterEach(() => sandbox.stop());

  const describeOne = async (arn: string) => {
    const { Certificate } = await client.send(
      new DescribeCertificateCommand({ CertificateArn: arn }),
    );
    return Certificate;
  };

  it('issues a certificate once the records of all names stand in Route 53', async () => {
    const { world, clock } = sandbox;
    const zone = world.hostedZones.createZone(accountId, {
      name: 'acme.example',
    });
    const { id } = world.certificates.create(PROVIDER, {
      domainName: 'shop.acme.example',
      alternativeNames: ['*.shop.acme.example', 'api.acme.example'],
    });
    const pending = await describeOne(id);
    const records = new Map(
      (pending?.DomainValidationOptions ?? []).map(({ ResourceRecord }) => [
        ResourceRecord?.Name,
        ResourceRecord?.Value,
      ]),
    );
    const route53 = new Route53Client(awsSettings(sandbox, { accountId }));
    const publish = ([name, value]: [string?, string?]) =>
      route53.send(
        new ChangeResourceRecordSetsCommand({
          HostedZoneId: zone.id,
          ChangeBatch: {
            Changes: [
              {
                Action: 'UPSERT',
                ResourceRecordSet: {
                  Name: name,
                  Type: 'CNAME',
                  TTL: 300,
                  ResourceRecords: [{ Value: value }],
                },
              },
            ],
          },
        }),
      );
    const [first, second] = [...records];

    // A wildcard is proved by the record of its parent.
    expect(records.size).toBe(2);
    await publish(first);
    clock.advance(DAY);
    expect((await describeOne(id))?.Status).toBe('PENDING_VALIDATION');
    await publish(second);
    clock.advance(world.timings.certificateIssued);

    const issued = await describeOne(id);
    expect(issued).toMatchObject({
      Status: 'ISSUED',
      Type: 'AMAZON_ISSUED',
      InUseBy: [],
    });
    expect(issued?.NotAfter?.getTime()).toBeGreaterThan(
      clock.now() + 300 * DAY,
    );
    expect(
      issued?.DomainValidationOptions?.map(one => one.ValidationStatus),
    ).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
  });

  it('lets a certificate expire by itself', async () => {
    const { world, clock } = sandbox;
    const { id } = world.certificates.create(PROVIDER, {
      domainName: 'old.acme.example',
      state: 'ISSUED',
      notAfter: clock.now() + DAY,
    });
    expect((await describeOne(id))?.Status).toBe('ISSUED');
    clock.advance(2 * DAY);

    const { CertificateSummaryList } = await client.send(
      new ListCertificatesCommand({ CertificateStatuses: ['EXPIRED'] }),
    );

    expect(CertificateSummaryList).toMatchObject([
      { CertificateArn: id, Status: 'EXPIRED', InUse: false },
    ]);
  });

  it('pages through certificates', async () => {
    for (const label of ['a', 'b', 'c']) {
      sandbox.world.certificates.create(PROVIDER, {
        domainName: `${label}.acme.example`,
      });
    }
    const names: (string | undefined)[][] = [];

    const pages = paginateListCertificates({ client, pageSize: 2 }, {});
    for await (const { CertificateSummaryList } of pages) {
      names.push((CertificateSummaryList ?? []).map(one => one.DomainName));
    }

    expect(names).toEqual([
      ['a.acme.example', 'b.acme.example'],
      ['c.acme.example'],
    ]);
  });

  it('shows tags, and does not know what is not there', async () => {
    const { id } = sandbox.world.certificates.create(PROVIDER, {
      domainName: 'shop.acme.example',
      tags: { owner: 'shop' },
    });

    const { Tags } = await client.send(
      new ListTagsForCertificateCommand({ CertificateArn: id }),
    );

    expect(Tags).toEqual([{ Key: 'owner', Value: 'shop' }]);
    await expect(describeOne(`${id}0`)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(describeOne('nonsense')).rejects.toMatchObject({
      name: 'InvalidArnException',
    });
  });
});
