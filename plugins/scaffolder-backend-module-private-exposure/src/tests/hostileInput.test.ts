import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { isError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import { createGenerateAwsPrivateLinkAction } from '../actions/generateAwsPrivateLink';
import { config, entities } from '../__testUtils__/demoWorld';
import { hostileText, shapeOf } from '../__testUtils__/hostileText';
import { paymentsManifest } from '../__testUtils__/payments';
import { runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';

const service = {
  name: 'payments-private',
  namespace: 'payments',
  selector: { app: 'payments' },
  ports: [{ port: 443, targetPort: 8443 }],
};

/** Fields of the form that take text, and how a value gets into the action's input. */
const fields: Record<string, (text: string) => object> = {
  entityRef: text => ({ entityRef: text }),
  cluster: text => ({ cluster: text }),
  reason: text => ({ reason: text }),
  'manifest.path': text => ({ manifest: { path: `${text}.yaml` } }),
  'service.name': text => ({
    manifest: { path: 'k8s/new.yaml' },
    service: { ...service, name: text },
  }),
  'service.namespace': text => ({ service: { ...service, namespace: text } }),
  'service.selector': text => ({
    service: { ...service, selector: { app: text } },
  }),
  'service.ports': text => ({
    service: { ...service, ports: [{ port: 443, targetPort: text }] },
  }),
  'loadBalancer.healthCheck.path': text => ({
    loadBalancer: { healthCheck: { protocol: 'http', path: text } },
  }),
  'endpointService.principals': text => ({
    endpointService: { principals: [text] },
  }),
  'endpointService.privateDnsName': text => ({
    endpointService: { privateDnsName: text },
  }),
  'endpointService.supportedRegions': text => ({
    endpointService: { supportedRegions: [text] },
  }),
  'infrastructure.path': text => ({
    infrastructure: { path: `${text}.tf` },
  }),
};

/** Values that are fine, one for each shape that a field can give the files. */
const benignValues: Record<string, string[]> = {
  entityRef: ['payments', 'component:default/payments'],
  cluster: ['payments-eu'],
  reason: ['Because.', ''],
  'manifest.path': ['k8s/new', 'k8s/payments'],
  'service.name': ['other', ''],
  'service.namespace': ['other', ''],
  'service.selector': ['other', ''],
  'service.ports': ['https'],
  'loadBalancer.healthCheck.path': ['/healthz'],
  'endpointService.principals': ['333344445555', '*'],
  'endpointService.privateDnsName': ['payments.acme.example', ''],
  'endpointService.supportedRegions': ['us-east-1'],
  'infrastructure.path': ['infra/other'],
};

const workspace = createMockDirectory();
const action = createGenerateAwsPrivateLinkAction({
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(new ConfigReader(config)),
});

async function generate(change: object): Promise<Record<string, string>> {
  workspace.setContent({
    repository: { k8s: { 'payments.yaml': paymentsManifest } },
  });
  const { files } = await runAction(
    action,
    {
      entityRef: 'component:default/payments',
      cluster: 'payments-eu',
      service,
      ...change,
    },
    { workspacePath: workspace.path },
  );
  return Object.fromEntries(
    (files as { path: string; content: string }[]).map(file => [
      file.path,
      file.content,
    ]),
  );
}

/** What is wrong with how a value was taken, or nothing. */
async function problemWith(
  field: string,
  text: string,
  shapes: ReadonlySet<string>,
): Promise<string | undefined> {
  try {
    const shape = JSON.stringify(shapeOf(await generate(fields[field](text))));
    return shapes.has(shape) ? undefined : `added something: ${shape}`;
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') throw error;
    if (!error.message.includes(field)) return `no field in: ${error.message}`;
    return 'change' in (workspace.content() ?? {}) ? 'wrote files' : undefined;
  }
}

describe('a value that means harm', () => {
  it.each(Object.keys(fields))(
    'in %s is refused by the name of the field, or says only itself',
    async field => {
      const shapes = new Set<string>();
      for (const benign of benignValues[field]) {
        const files = await generate(fields[field](benign));
        shapes.add(JSON.stringify(shapeOf(files)));
      }

      await fc.assert(
        fc.asyncProperty(hostileText, async text => {
          expect(await problemWith(field, text, shapes)).toBeUndefined();
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});
