import { createMockDirectory } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/demoWorld';
import { ledgerManifest, ledgerTerraform } from '../__testUtils__/ledger';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { createWithdrawAwsPrivateLinkAction } from './withdrawAwsPrivateLink';
import { examples } from './withdrawAwsPrivateLink.examples';

const workspace = createMockDirectory();
const action = createWithdrawAwsPrivateLinkAction({
  catalog: catalogServiceMock({ entities }),
});

type Input = Parameters<typeof action.handler>[0]['input'];

const run = (step: Input['step'], input: Partial<Input> = {}) =>
  runAction(
    action,
    { entityRef: 'ledger', step, ...input },
    { workspacePath: workspace.path },
  );

const PROTECTION = 'deletion_protection.enabled=true';
const gateway = `kind: IstioOperator
spec:
  components:
    ingressGateways:
      - name: istio-ingressgateway
        k8s:
          serviceAnnotations:
            service.beta.kubernetes.io/aws-load-balancer-attributes: ${PROTECTION}
`;

function putRepository(manifest: string, terraform: string) {
  workspace.setContent({
    repository: {
      k8s: { 'ledger.yaml': manifest },
      infra: { 'privatelink.tf': terraform },
      istio: { 'gateway.yaml': gateway },
    },
  });
}

const unprotected = ledgerManifest.replace(
  PROTECTION,
  'deletion_protection.enabled=false',
);
const withoutService = ledgerTerraform.slice(
  0,
  ledgerTerraform.indexOf('\nresource'),
);
beforeEach(() => putRepository(ledgerManifest, ledgerTerraform));

describe('private-exposure:aws-privatelink:withdraw', () => {
  it('lets nobody new in, and lifts the protection', async () => {
    const output = await run('close');

    expect(output).toMatchObject({
      paths: ['infra/privatelink.tf', 'k8s/ledger.yaml'],
      filesToDelete: [],
      branchName: 'private-exposure/withdraw-ledger-close',
    });
    const [{ content: terraform }, { content: manifest }] = output.files as {
      content: string;
    }[];
    expect(terraform).not.toContain('allowed_principal');
    expect(terraform).toContain('"aws_vpc_endpoint_service" "ledger"');
    expect(manifest).toBe(unprotected);
  });

  it('deletes a file that held nothing but the endpoint service', async () => {
    const service = ledgerTerraform.slice(
      ledgerTerraform.indexOf('resource "aws_vpc_endpoint_service" "ledger"'),
    );
    putRepository(unprotected, service);

    const output = await run('remove-service');

    expect(output).toMatchObject({
      paths: [],
      filesToDelete: ['infra/privatelink.tf'],
    });
    expect(workspace.content()).toMatchObject({ change: {} });
  });

  it('makes the Service reachable inside the cluster only', async () => {
    putRepository(unprotected, withoutService);

    const { files } = await run('remove-load-balancer');

    expect(files).toEqual([
      {
        path: 'k8s/ledger.yaml',
        content: expect.stringContaining('type: ClusterIP'),
      },
    ]);
  });

  it.each<[Input['step'], Partial<Input>, RegExp]>([
    ['remove-load-balancer', {}, /^infra\/privatelink\.tf: still has/],
    [
      'remove-load-balancer',
      { infrastructurePath: 'infra/none.tf' },
      /^k8s\/ledger\.yaml: deletion protection is still on; do the step 'close'/,
    ],
    ['close', { manifestPath: 'k8s/none.yaml' }, /^k8s\/none\.yaml: is not/],
    ['close', { manifestPath: '../x.yaml' }, /^manifestPath: /],
    ['close', { infrastructurePath: 'a b.tf' }, /^infrastructurePath: /],
    ['close', { serviceName: 'a b' }, /^serviceName: |manifestPath: /],
    ['close', { namespace: 'a b' }, /^namespace: /],
    ['close', { namespace: 'other' }, /^k8s\/ledger\.yaml: has no other/],
    ['close', { endpointServiceName: 'a_b' }, /^endpointServiceName: /],
    ['close', { endpointServiceName: 'other' }, /'ledger'/],
    ['close', { reason: 'two\nlines' }, /^reason: /],
    ['close', { entityRef: 'nobody' }, /^entityRef: /],
  ])('refuses %s with %j and says what is wrong', async (step, input, text) => {
    await expect(run(step, input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(text),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });
});

describe('private-exposure:aws-privatelink:withdraw examples', () => {
  it.each(examples)('$description', async example => {
    const [input] = exampleInputs(action, example);
    // Each step begins where the one before was applied.
    if (input.step === 'remove-service')
      putRepository(unprotected, ledgerTerraform);
    if (input.step === 'remove-load-balancer')
      putRepository(unprotected, withoutService);

    const output = await runAction(action, input, {
      workspacePath: workspace.path,
    });

    expect(output.paths).not.toEqual([]);
  });
});
