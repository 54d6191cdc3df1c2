import { superApiFrontDoor } from './__testUtils__/azureInputs';
import { superApi } from './__testUtils__/superApi';
import { buildAzureFrontDoor } from './buildAzureFrontDoor';
import { buildAzurePrivateLinkExposure } from './buildAzurePrivateLinkExposure';
import { buildAzureWithdrawal } from './buildAzureWithdrawal';
import { UnsafeEditError } from './errors';
import { AzureWithdrawInput } from './intents/azureWithdraw';

const MANIFEST = 'k8s/super-api.yaml';
const terraform = { format: 'terraform', path: 'infra/front-door.tf' } as const;
const bicep = { format: 'bicep', path: 'infra/front-door.bicep' } as const;
const OTHER = '0a1b2c3d-0000-4000-8000-00000000000b';

const manifest = `# The API.\n${
  buildAzurePrivateLinkExposure({
    ...superApi,
    privateLinkService: {
      ...superApi.privateLinkService,
      autoApproval: [OTHER],
    },
  }).files[0].content
}`;
const frontDoorFile = (infrastructure: typeof terraform | typeof bicep) =>
  buildAzureFrontDoor({ ...superApiFrontDoor, infrastructure }).files[0]
    .content;

const input = (
  step: AzureWithdrawInput['step'],
  infrastructure: typeof terraform | typeof bicep = terraform,
): AzureWithdrawInput => ({
  entityRef: 'component:default/super-api',
  step,
  connections: [],
  manifest: { form: 'cloud-provider-azure', path: MANIFEST },
  service: { name: 'super-api', namespace: 'super-api' },
  frontDoor: { name: 'super-api', infrastructure },
});

describe('buildAzureWithdrawal', () => {
  it('lets nobody new in, and leaves everything else', () => {
    const { files, findings, description } = buildAzureWithdrawal(
      input('close'),
      { existing: { [MANIFEST]: manifest } },
    );

    expect(files).toEqual([
      {
        path: MANIFEST,
        content: manifest
          .split('\n')
          .filter(line => !/visibility|auto-approval/.test(line))
          .join('\n'),
      },
    ]);
    expect(findings).toEqual([]);
    expect(description).toContain('**Let nobody new in** (this change)');
  });

  it('has nothing to close twice', () => {
    const existing = {
      [MANIFEST]: buildAzureWithdrawal(input('close'), {
        existing: { [MANIFEST]: manifest },
      }).files[0].content,
    };

    expect(buildAzureWithdrawal(input('close'), { existing }).files).toEqual(
      [],
    );
  });

  it.each([terraform, bicep])(
    'removes the Front Door and nothing beside it ($format)',
    infrastructure => {
      const { path } = infrastructure;
      const kept =
        infrastructure.format === 'terraform'
          ? 'locals {\n  a = "b" # kept\n}\n'
          : "var a = 'b' // kept\n";
      const alone = { [path]: frontDoorFile(infrastructure) };
      const beside = { [path]: `${kept}\n${frontDoorFile(infrastructure)}` };
      const step = input('remove-front-door', infrastructure);

      expect(buildAzureWithdrawal(step, { existing: alone })).toMatchObject({
        files: [],
        deletedPaths: [path],
      });
      expect(buildAzureWithdrawal(step, { existing: beside }).files).toEqual([
        { path, content: kept },
      ]);
    },
  );

  it.each([
    [
      terraform,
      'output "id" {\n  value = azurerm_cdn_frontdoor_profile.super_api.id\n}\n',
      'output.id',
    ],
    [bicep, 'output id string = super_api_profile.id\n', 'id'],
    [bicep, "var name = 'x-${super_api_profile.name}'\n", 'name'],
  ])(
    'leaves a Front Door that something else uses (%j)',
    (infrastructure, use, name) => {
      const existing = {
        [infrastructure.path]: `${frontDoorFile(infrastructure)}\n${use}`,
      };

      expect(() =>
        buildAzureWithdrawal(input('remove-front-door', infrastructure), {
          existing,
        }),
      ).toThrow(`${name} uses the Front Door`);
    },
  );

  it('takes the load balancer away last, with every annotation that made it', () => {
    const { files } = buildAzureWithdrawal(input('remove-load-balancer'), {
      existing: { [MANIFEST]: manifest },
    });

    expect(files[0].content).toBe(`# The API.
apiVersion: v1
kind: Service
metadata:
  name: super-api
  namespace: super-api
spec:
  type: ClusterIP
  selector:
    app: super-api
  ports:
    - port: 80
      targetPort: 8080
      protocol: TCP
`);
  });

  it.each([terraform, bicep])(
    'does not take the load balancer from a Front Door that is there ($format)',
    infrastructure => {
      const existing = {
        [MANIFEST]: manifest,
        [infrastructure.path]: frontDoorFile(infrastructure),
      };
      const withdraw = () =>
        buildAzureWithdrawal(input('remove-load-balancer', infrastructure), {
          existing,
        });

      expect(withdraw).toThrow(UnsafeEditError);
      expect(withdraw).toThrow("do the step 'remove-front-door' first");
    },
  );

  it('cuts nobody off unless that is meant', () => {
    const existing = { [MANIFEST]: manifest };
    const connected = {
      ...input('remove-load-balancer'),
      connections: [{ account: OTHER, state: 'connected' } as const],
    };

    expect(() => buildAzureWithdrawal(connected, { existing })).toThrow(
      'connections[0]: is still connected',
    );
    const meant = { ...connected, cutOffConsumers: true };
    expect(buildAzureWithdrawal(meant, { existing }).description).toContain(
      `| \`${OTHER}\` | 1 connected |`,
    );
  });

  it('does not take not knowing for nobody', () => {
    const { description } = buildAzureWithdrawal(
      { ...input('close'), connections: undefined },
      { existing: { [MANIFEST]: manifest } },
    );

    expect(description).toContain('Who is connected is not known');
  });

  it('says of what nobody claims that nobody does, and where to look', () => {
    const existing = {
      [MANIFEST]: manifest,
      [terraform.path]: frontDoorFile(terraform),
    };
    const unclaimed = { entityRef: undefined, connections: undefined };

    const service = buildAzureWithdrawal(
      { ...input('close'), ...unclaimed },
      { existing },
    );
    const frontDoor = buildAzureWithdrawal(
      { ...input('remove-front-door'), ...unclaimed },
      { existing },
    );

    expect(service.description).toContain(
      'Takes back the way into `super-api/super-api`, which nobody in the catalog claims.',
    );
    expect(service.description).toContain('Look in the cloud itself before');
    // Nobody says which Service is behind it.
    expect(frontDoor.title).toMatch(/: super-api$/);
    expect(frontDoor.description).toContain(
      'Takes the Front Door `super-api`, which nobody in the catalog claims, off the Internet.',
    );
  });
});
