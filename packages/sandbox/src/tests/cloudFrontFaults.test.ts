import {
  CloudFrontClient,
  ListDistributionsCommand,
  paginateListDistributions,
} from '@aws-sdk/client-cloudfront';
import { awsSettings } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

const { accountId } = PROVIDER;

describe('faults in CloudFront', () => {
  let sandbox: Sandbox;
  let client: CloudFrontClient;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = new CloudFrontClient(awsSettings(sandbox, { accountId }));
  });
  afterEach(() => sandbox.stop());

  const list = () => client.send(new ListDistributionsCommand({}));

  it('throttles in the words of the service', async () => {
    sandbox.throttle.setRules([
      { service: 'cloudfront', capacity: 0, refillPerSecond: 0 },
    ]);

    await expect(list()).rejects.toMatchObject({ name: 'Throttling' });
  });

  it('refuses a role that may not list', async () => {
    sandbox.world.accounts.addRole(accountId, {
      name: 'Postern',
      deniedActions: ['cloudfront:List*'],
    });

    await expect(list()).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('fails at the page that was named', async () => {
    for (let index = 0; index < 3; index += 1) {
      sandbox.world.distributions.create(accountId, {
        config: { origins: [{ id: 'one', domainName: 'one.acme.example' }] },
      });
    }
    sandbox.faults.inject({
      service: 'cloudfront',
      effect: { type: 'failed-page', page: 2, code: 'InternalError' },
    });
    const walk = async () => {
      const pages = paginateListDistributions({ client, pageSize: 2 }, {});
      for await (const page of pages) expect(page).toBeDefined();
    };

    await expect(walk()).rejects.toMatchObject({ name: 'InternalError' });
  });

  it('says states that nobody knows', async () => {
    sandbox.world.distributions.create(accountId, {
      config: { origins: [{ id: 'one', domainName: 'one.acme.example' }] },
    });
    sandbox.faults.inject({
      action: 'ListDistributions',
      effect: { type: 'state-word', word: 'Melting' },
    });

    const { DistributionList } = await list();

    expect(DistributionList?.Items?.[0].Status).toBe('Melting');
  });
});
