import {
  AZURE_PROVIDER,
  AzureIdentity,
} from '../__testUtils__/startAzureSandbox';
import { Sandbox, startSandbox } from '../startSandbox';
import {
  AzureWire,
  openAzureWire,
  WireAnswer,
} from './__testUtils__/azureWire';
import { readFixture } from './__testUtils__/fixtures';
import { differences, shapeOf } from './__testUtils__/jsonShape';

interface Interaction {
  n: number;
  request: { method: string; url: string; body: unknown };
  response: {
    status: number;
    headers: Record<string, string[]>;
    body: unknown;
  };
}

const ZEROS = '00000000-0000-0000-0000-000000000000';
const RECORDED: AzureIdentity = { ...AZURE_PROVIDER, subscriptionId: ZEROS };

/** What the recordings do besides, and the sandbox does not play. */
const NOT_PLAYED = [
  /\/publicIPAddresses\//,
  /^DELETE .*\/virtualNetworks\//,
  /^DELETE .*\/resourcegroups\/[^/]+$/i,
  /\/operationresults\/ey/,
];

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function isPlayed({ request }: Interaction): boolean {
  const path = pathOf(request.url).split('?')[0];
  const call = `${request.method} ${path}`;
  return !NOT_PLAYED.some(pattern => pattern.test(call));
}

/** The recordings have no headers; their client sends the version in its body as a condition, too. */
function conditionOf(body: unknown): Record<string, string> {
  const isObject = typeof body === 'object' && body !== null;
  return isObject && 'etag' in body ? { 'if-match': String(body.etag) } : {};
}

/** Headers that matter for how a client goes on. */
const HEADERS = ['azure-asyncoperation', 'location', 'azure-asyncnotification'];

describe.each(['privatelinkservice', 'privateendpoint', 'loadbalancer'])(
  'recorded traffic: %s',
  name => {
    const interactions = readFixture<Interaction[]>(
      `azure/recorded/${name}.interactions.json`,
    );
    let sandbox: Sandbox;
    let wire: AzureWire;

    beforeAll(async () => {
      sandbox = await startSandbox({ azureTimings: { connectionUpdate: 0 } });
      sandbox.clock.freeze(Date.now());
      const { directory } = sandbox.azure;
      directory.addTenant({ tenantId: RECORDED.tenantId, name: 'recorded' });
      directory.addSubscription({ ...RECORDED, name: 'recorded' });
      directory.addServicePrincipal({
        ...RECORDED,
        name: 'recorder',
        roles: [{ scope: `/subscriptions/${ZEROS}`, role: 'Contributor' }],
      });
      wire = await openAzureWire(sandbox, RECORDED);
    });
    afterAll(async () => {
      wire.close();
      await sandbox.stop();
    });

    it('gets the recorded answers to the recorded requests, in the same form', async () => {
      let operation = '';
      let isOperationPlayed = true;
      const problems: string[] = [];
      const compare = (
        { n, request, response }: Interaction,
        own: WireAnswer,
      ) => {
        const title = `${n}: ${request.method} ${pathOf(request.url)}`;
        if (own.status !== response.status) {
          problems.push(`${title}: ${own.status}, not ${response.status}`);
          return;
        }
        const missing = differences(shapeOf(response.body), shapeOf(own.body));
        const extra = differences(shapeOf(own.body), shapeOf(response.body));
        problems.push(...missing.map(one => `${title}: ours ${one}`));
        problems.push(...extra.map(one => `${title}: Azure's ${one}`));
        const recorded = Object.keys(response.headers).map(one =>
          one.toLowerCase(),
        );
        for (const header of HEADERS) {
          if (recorded.includes(header) !== own.headers.has(header)) {
            problems.push(`${title}: the header ${header}`);
          }
        }
      };

      for (const interaction of interactions) {
        const { method, url, body } = interaction.request;
        if (/\/operations\//.test(url)) {
          if (!isOperationPlayed) continue;
          sandbox.clock.advance(sandbox.azure.timings.armOperation);
          compare(interaction, await wire.send('GET', operation));
          continue;
        }
        if (method !== 'GET') isOperationPlayed = isPlayed(interaction);
        if (!isPlayed(interaction)) continue;
        // A load balancer's operation is not followed in the recordings.
        sandbox.clock.advance(sandbox.azure.timings.armOperation);
        const own = await wire.send(
          method,
          pathOf(url),
          body ?? undefined,
          conditionOf(body),
        );
        operation = own.headers.get('azure-asyncoperation') ?? operation;
        compare(interaction, own);
      }

      expect(problems).toEqual([]);
    });
  },
);
