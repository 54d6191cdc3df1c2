import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createConsumeAwsPrivateLinkAction } from './consumeAwsPrivateLink';
import { examples } from './consumeAwsPrivateLink.examples';

const { vpcId: _, ...withoutVpc } =
  config.privateExposure.clusters['payments-eu'];

const workspace = createMockDirectory();
const action = createConsumeAwsPrivateLinkAction({
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

beforeEach(() => workspace.setContent({ repository: {} }));

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

  it('switches the private name on when asked', async () => {
    const output = await run({ privateDns: true });

    const [{ content }] = output.files as { content: string }[];
    expect(content).toMatch(/private_dns_enabled\s+= true/);
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
