import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { XMLParser } from 'fast-xml-parser';
import { Sandbox } from '../startSandbox';
import { RecordedRequest } from './RecordedRequest';
import { startRecordedWorld } from './startRecordedWorld';

interface Answer {
  action: string;
  status: number;
  /** The answer as XML or JSON says it; lists of XML are always lists. */
  body: Record<string, unknown>;
  /** Of a refusal. */
  code?: string;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: name => name === 'item' || name === 'member',
});

function readRecording(file: string): RecordedRequest[] {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', file), 'utf8'),
  );
}

/** Sends a request again exactly as it was sent, so that its signature holds. */
async function replay(
  sandbox: Sandbox,
  { method, url, headers, body }: RecordedRequest,
): Promise<Answer> {
  const target = new URL(url, sandbox.urls.aws);
  const sent = request(target, { method, headers, agent: false });
  sent.end(body);
  const [answer]: IncomingMessage[] = await once(sent, 'response');
  const root = parseBody(await text(answer));
  const inHeader = answer.headers['x-amzn-errortype'];
  const inBody = /"(?:Code|__type)":"(\w+(\.\w+)?)"/.exec(JSON.stringify(root));
  return {
    action: actionOf({ method, url, headers, body }),
    status: answer.statusCode ?? 0,
    body: root,
    code: typeof inHeader === 'string' ? inHeader : inBody?.[1],
  };
}

function parseBody(body: string): Answer['body'] {
  if (body.startsWith('{')) return JSON.parse(body);
  const document: Record<string, Answer['body']> = parser.parse(body);
  const [root] = Object.values(document);
  return root;
}

/** What a form or a header names, or the path of a REST request. */
function actionOf({ method, url, headers, body }: RecordedRequest): string {
  const named = new URLSearchParams(body).get('Action');
  const target = headers['x-amz-target']?.split('.').pop();
  return named ?? target ?? `${method} ${url.split('?')[0]}`;
}

describe.each([
  ['boto3', 'boto3.json'],
  ['the aws CLI', 'aws-cli.json'],
])('requests of %s', (_, file) => {
  let sandbox: Sandbox;
  let answers: Answer[];

  beforeAll(async () => {
    sandbox = await startRecordedWorld();
    answers = [];
    for (const recorded of readRecording(file)) {
      answers.push(await replay(sandbox, recorded));
    }
  });
  afterAll(() => sandbox.stop());

  const answersTo = (action: string) =>
    answers.filter(answer => answer.action === action);

  it('are understood, and refused in the words of the service', () => {
    const refusals = answers
      .filter(({ status }) => status >= 300)
      .map(({ action, status, code }) => [action, status, code]);

    const [regions, services] = [
      'DescribeRegions',
      'DescribeVpcEndpointServiceConfigurations',
    ];
    expect(refusals).toEqual(
      file === 'boto3.json'
        ? [
            [regions, 503, 'RequestLimitExceeded'],
            [services, 412, 'DryRunOperation'],
            [services, 400, 'InvalidVpcEndpointServiceId.NotFound'],
            [services, 400, 'InvalidNextToken'],
            [
              'CreateVpcEndpointServiceConfiguration',
              400,
              'IdempotentParameterMismatch',
            ],
            ['DescribeLoadBalancers', 400, 'LoadBalancerNotFound'],
            [
              'PUT /2020-05-31/distribution/E0AAAAAAAAAA1/config',
              412,
              'PreconditionFailed',
            ],
            [
              'GET /2020-05-31/distribution/E0BBBBBBBBBB1',
              404,
              'NoSuchDistribution',
            ],
            ['ListWebACLs', 400, 'WAFInvalidParameterException'],
            ['GetLoggingConfiguration', 400, 'WAFNonexistentItemException'],
            ['DescribeCertificate', 400, 'ResourceNotFoundException'],
            [
              'POST /2013-04-01/hostedzone/Z0AAAAAAAAAAAAAAAAAAA/rrset/',
              400,
              'InvalidChangeBatch',
            ],
            ['POST /listresources', 400, 'UnknownResourceException'],
            ['GET /clusters/none', 404, 'ResourceNotFoundException'],
            ['GetRole', 404, 'NoSuchEntity'],
            ['DescribeLoadBalancers', 400, 'LoadBalancerNotFound'],
          ]
        : [
            [regions, 503, 'RequestLimitExceeded'],
            ['AcceptVpcEndpointConnections', 412, 'DryRunOperation'],
            [services, 400, 'InvalidVpcEndpointServiceId.NotFound'],
            [
              'GET /2020-05-31/distribution/E0BBBBBBBBBB1',
              404,
              'NoSuchDistribution',
            ],
            ['GetLoggingConfiguration', 400, 'WAFNonexistentItemException'],
            ['ListWebACLs', 400, 'WAFInvalidParameterException'],
          ],
    );
  });

  it('say who calls, and assume a role', () => {
    expect(answersTo('GetCallerIdentity')).toMatchObject([
      {
        body: {
          GetCallerIdentityResult: {
            Arn: 'arn:aws:iam::222233334444:user/postern',
            Account: '222233334444',
          },
        },
      },
    ]);
    expect(answersTo('AssumeRole')).toMatchObject([
      {
        body: {
          AssumeRoleResult: {
            Credentials: { Expiration: expect.stringMatching(/Z$/) },
            AssumedRoleUser: {
              Arn: expect.stringContaining('444455556666:assumed-role/Postern'),
            },
          },
        },
      },
    ]);
  });

  it('walk the pages by their tokens', () => {
    const [first, second] = answersTo(
      'DescribeVpcEndpointServiceConfigurations',
    );
    const idsOf = ({ body }: Answer) =>
      JSON.stringify(body).match(/"serviceId":"[^"]+"/g);

    expect(first.body.nextToken).toEqual(expect.any(String));
    expect(idsOf(first)).toHaveLength(5);
    expect(second.body.nextToken).toBeUndefined();
    expect(idsOf(second)).toHaveLength(2);
  });

  it('get a second try after a throttle', () => {
    expect(answersTo('DescribeRegions').map(({ status }) => status)).toEqual([
      503, 200,
    ]);
  });

  it('accept one connection, and hear of the one that is not there', () => {
    const accepted = answersTo('AcceptVpcEndpointConnections').pop();

    expect(accepted?.body.unsuccessful).toEqual({
      item: [
        {
          error: {
            code: 'InvalidVpcEndpoint.NotFound',
            message: expect.any(String),
          },
          resourceId: 'vpce-0bbbbbbbbbbbbbbbb',
        },
      ],
    });
    const connection = sandbox.world.findEndpoint('vpce-0aaaaaaaaaaaaaa01');
    expect(connection.state).toBe('pending');
  });

  it('change who may connect', () => {
    const [described] = answersTo('DescribeVpcEndpointServicePermissions');

    expect(JSON.stringify(described.body)).toContain(
      '"principal":"arn:aws:iam::444455556666:root"',
    );
  });

  it('create an endpoint', () => {
    expect(answersTo('CreateVpcEndpoint')).toMatchObject([
      {
        status: 200,
        body: {
          vpcEndpoint: {
            state: 'pendingAcceptance',
            vpcEndpointType: 'Interface',
            subnetIdSet: { item: ['subnet-0aaaaaaaaaaaaaa00'] },
          },
        },
      },
    ]);
  });

  it('see load balancer, listener, idle timeout and targets', () => {
    const listed = answersTo('DescribeLoadBalancers')[0];
    expect(JSON.stringify(listed.body)).toContain('"Code":"active"');
    expect(answersTo('DescribeListenerAttributes')).toMatchObject([
      {
        body: {
          DescribeListenerAttributesResult: {
            Attributes: {
              member: [
                {
                  Key: 'tcp.idle_timeout.seconds',
                  Value: file === 'boto3.json' ? '600' : '350',
                },
              ],
            },
          },
        },
      },
    ]);
    expect(answersTo('DescribeTargetHealth')).toMatchObject([
      {
        body: {
          DescribeTargetHealthResult: {
            TargetHealthDescriptions: {
              member: [{ TargetHealth: { State: 'healthy' } }],
            },
          },
        },
      },
    ]);
  });
});

describe('requests of boto3', () => {
  it('make one endpoint service for one client token', async () => {
    const sandbox = await startRecordedWorld();
    const made: unknown[] = [];
    for (const recorded of readRecording('boto3.json')) {
      const { action, status, body } = await replay(sandbox, recorded);
      if (action === 'CreateVpcEndpointServiceConfiguration' && status === 200)
        made.push(body.serviceConfiguration);
    }
    await sandbox.stop();

    expect(made).toHaveLength(2);
    expect(made[1]).toEqual(made[0]);
    expect(made[0]).toMatchObject({
      serviceState: 'Pending',
      tagSet: { item: [{ key: 'Name', value: 'ü & <b>' }] },
    });
  });

  it('are refused when a byte of them is another', async () => {
    const sandbox = await startRecordedWorld();
    const [, assume] = readRecording('boto3.json');
    const changed = { ...assume, body: `${assume.body}x` };

    const { status, body } = await replay(sandbox, changed);
    await sandbox.stop();

    expect(status).toBe(403);
    expect(JSON.stringify(body)).toContain('SignatureDoesNotMatch');
  });
});
