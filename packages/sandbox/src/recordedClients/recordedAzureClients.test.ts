import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { armId } from '../azureWorld';
import { AZURE_PLACE } from '../__testUtils__/startAzureSandbox';
import { Sandbox } from '../startSandbox';
import { RecordedAzureRequest } from './RecordedAzureRequest';
import {
  ANSWER_MILLISECONDS,
  startRecordedAzure,
} from './__testUtils__/startRecordedAzure';

interface AnswerBody {
  [name: string]: unknown;
  access_token?: string;
  error?: { code: string };
  value?: { name: string }[];
  status?: string;
}

interface Answer {
  recorded: RecordedAzureRequest;
  status: number;
  body: AnswerBody;
}

function readRecording(file: string): RecordedAzureRequest[] {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', file), 'utf8'),
  );
}

/** Sends all requests again as they were sent, each with the token that this sandbox gave for its principal. */
async function replay(
  sandbox: Sandbox,
  recording: RecordedAzureRequest[],
): Promise<Answer[]> {
  const tokens = new Map<string, string>();
  const answers: Answer[] = [];
  for (const recorded of recording) {
    const { method, url, principal, body } = recorded;
    const token = principal && tokens.get(principal);
    const sent = request(new URL(url, sandbox.urls.azure), {
      method,
      ca: sandbox.azureCaCertificate,
      agent: false,
      headers: {
        ...recorded.headers,
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });
    sent.end(body);
    const [response]: IncomingMessage[] = await once(sent, 'response');
    const answered = await text(response);
    const answer: Answer = {
      recorded,
      status: response.statusCode ?? 0,
      body: answered ? JSON.parse(answered) : {},
    };
    const clientId = new URLSearchParams(body).get('client_id');
    const { access_token: given } = answer.body;
    if (clientId && given) tokens.set(clientId, given);
    sandbox.clock.advance(ANSWER_MILLISECONDS);
    answers.push(answer);
  }
  return answers;
}

/** What a client told, without the names of groups that the CLI reads out of ids and puts beside them. */
function withoutGroups(reading: unknown): unknown {
  return JSON.parse(
    JSON.stringify(reading, (name, value) =>
      name === 'resourceGroup' ? undefined : value,
    ),
  );
}

describe.each([
  ["Azure's SDK for Python", 'azure-sdk-for-python.json'],
  ['the az CLI', 'az-cli.json'],
])('requests of %s', (_, file) => {
  const isCli = file === 'az-cli.json';
  let sandbox: Sandbox;
  let answers: Answer[];

  beforeAll(async () => {
    sandbox = await startRecordedAzure();
    answers = await replay(sandbox, readRecording(file));
  });
  afterAll(() => sandbox.stop());

  const answersTo = (pattern: RegExp, method = 'GET') =>
    answers.filter(
      ({ recorded }) =>
        recorded.method === method && pattern.test(recorded.url.split('?')[0]),
    );

  it('are understood, and refused in the words of Azure', () => {
    const refusals = answers.filter(({ status }) => status >= 400);
    const words = refusals.map(({ recorded, status, body }) => [
      recorded.method,
      status,
      body.error?.code,
    ]);

    expect(words).toEqual(
      isCli
        ? [
            ['GET', 404, 'ResourceNotFound'],
            ['GET', 404, 'NotFound'],
            ['PUT', 403, 'AuthorizationFailed'],
          ]
        : [
            ['GET', 404, 'NotFound'],
            ['GET', 404, 'ResourceNotFound'],
            ['GET', 404, 'ResourceGroupNotFound'],
            ['PUT', 403, 'AuthorizationFailed'],
          ],
    );
    expect(refusals.map(({ recorded }) => recorded.reading)).toEqual(
      words.map(([, , code]) => ({ refused: code })),
    );
  });

  it('are answered with what the client read', () => {
    const told = answers.filter(
      ({ recorded }) =>
        recorded.reading !== null &&
        typeof recorded.reading === 'object' &&
        'properties' in recorded.reading,
    );

    expect(told.length).toBeGreaterThanOrEqual(3);
    for (const { recorded, body } of told) {
      expect(body).toMatchObject(Object(withoutGroups(recorded.reading)));
    }
  });

  it('walk the pages of private link services', () => {
    const [first, second] = answersTo(/\/privateLinkServices$/);
    const names = [first, second].map(({ body }) =>
      body.value?.map(({ name }) => name),
    );

    expect(names).toEqual([
      ['shop', 'stock', 'ledger', 'blog', 'mail'],
      ['news'],
    ]);
    expect(second.recorded.reading).toEqual(
      isCli ? names.flat() : { names: names.flat() },
    );
    expect(second.body).not.toHaveProperty('nextLink');
  });

  it('approve, reject and delete connections', () => {
    const statesOf = (type: string, name: string) =>
      sandbox.azure.connections
        .listOf(armId(type, { ...AZURE_PLACE, name }))
        .map(connection => [
          connection.privateEndpointId.split('/').pop(),
          connection.status,
          connection.description,
        ]);

    const [own, asked] = [
      statesOf('Microsoft.Network/privateLinkServices', 'shop'),
      statesOf('Microsoft.Web/sites', 'acme-web'),
    ];
    expect(own).toEqual([
      ['pe-one', 'Approved', 'Agreed'],
      ['pe-two', 'Rejected', 'No contract'],
      [expect.any(String), 'Pending', 'Front Door asks'],
      ['pe-new', 'Pending', 'pe-new asks'],
    ]);
    expect(asked).toEqual([
      ['pe-site', 'Approved', 'Agreed'],
      ...(isCli ? [['pe-other', 'Pending', 'pe-other asks']] : []),
    ]);
  });

  it('wait until a private endpoint is made', () => {
    const [begun] = answersTo(/\/privateEndpoints\/pe-new$/, 'PUT');
    const rest = answers.slice(answers.indexOf(begun) + 1);
    const polled = rest.filter(({ recorded }) =>
      /\/locations\/westeurope\/operations\//.test(recorded.url),
    );
    const [made] = answersTo(/\/privateEndpoints\/pe-new$/);

    expect(begun.status).toBe(201);
    expect(polled.map(({ body }) => body.status).slice(0, 2)).toEqual([
      'InProgress',
      'Succeeded',
    ]);
    expect(made.body.properties).toMatchObject({
      provisioningState: 'Succeeded',
      manualPrivateLinkServiceConnections: [
        {
          properties: {
            privateLinkServiceConnectionState: { status: 'Pending' },
          },
        },
      ],
    });
  });
});

describe("requests of Azure's SDK for Python", () => {
  it('find the private link service behind a Front Door', async () => {
    const sandbox = await startRecordedAzure();
    const answers = await replay(
      sandbox,
      readRecording('azure-sdk-for-python.json'),
    );
    await sandbox.stop();

    const listed = answers.find(({ recorded }) =>
      /\/originGroups\/shop\/origins/i.test(recorded.url),
    );
    expect(listed?.body).toMatchObject(Object(listed?.recorded.reading));
    expect(listed?.body.value).toMatchObject([
      {
        name: 'blue',
        properties: {
          sharedPrivateLinkResource: {
            privateLink: {
              id: expect.stringMatching(/\/privateLinkServices\/shop$/),
            },
            status: 'Pending',
          },
        },
      },
    ]);
  });
});
