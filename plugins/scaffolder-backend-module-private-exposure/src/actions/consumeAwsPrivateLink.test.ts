import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { DomainVerification } from '@postern/backstage-plugin-private-exposure-common';
import { config, entities } from '../__testUtils__/demoWorld';
import { endpointService, portalView } from '../__testUtils__/portalView';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { startRecordingBackend } from '../__testUtils__/startRecordingBackend';
import { readClusterProfiles } from '../config';
import { createConsumeAwsPrivateLinkAction } from './consumeAwsPrivateLink';
import { examples } from './consumeAwsPrivateLink.examples';

const { vpcId: _, ...withoutVpc } =
  config.privateExposure.clusters['payments-eu'];

const workspace = createMockDirectory();
let backend: Awaited<ReturnType<typeof startRecordingBackend>>;
const answer = { status: 200, body: portalView([]) as unknown };
const action = createConsumeAwsPrivateLinkAction({
  auth: mockServices.auth({ pluginId: 'scaffolder' }),
  discovery: mockServices.discovery.mock({
    getBaseUrl: async () => backend.baseUrl,
  }),
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(
    new ConfigReader({
      privateExposure: {
        clusters: {
          ...config.privateExposure.clusters,
          'without-vpc': withoutVpc,
        },
      },
    }),
  ),
});

const input = {
  entityRef: 'orders',
  providerRef: 'ledger',
  cluster: 'platform-eu',
  serviceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0ed6e700000000001',
  serviceZoneIds: ['euw1-az2', 'euw1-az3'],
  ports: [443],
  clientCidrs: ['10.0.0.0/16'],
};

const run = (changes: object = {}) =>
  runAction(
    action,
    { ...input, ...changes },
    { workspacePath: workspace.path },
  );

/** What the portal sees of the provider's service from now on. */
function show(
  state: DomainVerification['state'] | undefined,
  source?: Parameters<typeof endpointService>[2],
) {
  const service = endpointService('ledger', [], source);
  const domain = state && { domain: 'ledger.acme.example', state };
  answer.status = 200;
  answer.body = portalView([
    endpointService('another', []),
    {
      ...service,
      nativeId:
        'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-0ed6e700000000001',
      domain,
    },
  ]);
}

beforeAll(async () => {
  backend = await startRecordingBackend(answer);
});
afterAll(() => backend.stop());
beforeEach(() => {
  workspace.setContent({ repository: {} });
  backend.requests.length = 0;
  show('verified');
});

describe('private-exposure:aws-privatelink:consume', () => {
  it("puts the endpoint into the cluster's subnets in the service's zones", async () => {
    const output = await run();

    expect(output).toMatchObject({
      paths: ['infra/privatelink-consumer.tf'],
      branchName: 'private-exposure/connect-orders-private-link',
    });
    const [{ content }] = output.files as { content: string }[];
    expect(content).toContain(input.serviceName);
    expect(content).toContain('vpc-0a1b2c3d4e5f60001');
    expect(content).toContain('subnet-0a1b2c3d4e5f6a002');
    expect(content).toContain('subnet-0a1b2c3d4e5f6a003');
    expect(content).not.toContain('subnet-0a1b2c3d4e5f6a001');
    expect(content).toContain('component:default/orders');
    expect(content).toMatch(/private_dns_enabled\s+= false/);
  });

  const privateName = async (change: object = {}) => {
    const output = await run({ privateDns: true, ...change });
    const [{ content }] = output.files as { content: string }[];
    return {
      isOn: /private_dns_enabled\s+= true/.test(content),
      body: String(output.description),
    };
  };
  const WARNING = 'it is not known whether its domain is verified';

  it('switches the private name on where the portal sees the domain verified, asked as the person', async () => {
    const { isOn, body } = await privateName();

    expect(isOn).toBe(true);
    expect(body).not.toContain(WARNING);
    expect(backend.requests).toEqual([
      expect.objectContaining({
        path: expect.stringContaining(
          '/v1/entities/component/default/ledger/exposures',
        ),
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.user(),
          targetPluginId: 'private-exposure',
        }),
      }),
    ]);
  });

  it.each([
    ['pending', '’s domain is not verified (pending)'],
    ['failed', '’s domain is not verified (failed)'],
    [undefined, ' has no domain name of its own'],
  ] as const)(
    'leaves the private name off where the domain is %s, and says why',
    async (state, why) => {
      show(state);

      const { isOn, body } = await privateName();

      expect(isOn).toBe(false);
      expect(body).toContain(`| off: the service${why}`);
      expect(body).not.toContain(WARNING);
    },
  );

  it.each([
    ['does not answer', () => Object.assign(answer, { status: 503, body: {} })],
    ['may not tell', () => Object.assign(answer, { status: 403, body: {} })],
    ['sees no such service', () => (answer.body = portalView([]))],
    [
      'looked some time ago',
      () =>
        show('verified', {
          state: 'stale',
          observedAt: '2026-11-20T08:00:00.000Z',
        }),
    ],
  ])('warns where the portal %s', async (_why, arrange) => {
    arrange();

    const { isOn, body } = await privateName();

    expect(isOn).toBe(true);
    expect(body).toContain(WARNING);
  });

  it('asks nobody where the name is not wanted, or the service is not in the catalog', async () => {
    await run();
    const { body } = await privateName({ providerRef: undefined });

    expect(body).toContain(WARNING);
    expect(backend.requests).toEqual([]);
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ providerRef: 'nobody' }, 'providerRef: '],
    [{ cluster: 'nowhere' }, 'cluster: '],
    [{ cluster: 'without-vpc' }, 'cluster: '],
    [{ serviceZoneIds: ['use1-az1'] }, 'serviceZoneIds: '],
    [{ serviceName: 'payments' }, 'serviceName: '],
    [{ ports: [] }, 'ports: '],
    [{ ports: [70_000] }, 'ports[0]: '],
    [{ clientCidrs: ['10.0.0.0/16', 'all'] }, 'clientCidrs[1]: '],
    [{ name: 'No Name' }, 'name: '],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(run(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });
});

describe('private-exposure:aws-privatelink:consume examples', () => {
  it.each(examples)('$description', async example => {
    const [exampleInput] = exampleInputs(action, example);

    const output = await runAction(action, exampleInput, {
      workspacePath: workspace.path,
    });

    expect(output.paths).toHaveLength(1);
  });
});
