import {
  DescribeVpcEndpointConnectionsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  DescribeLoadBalancersCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { XmlShapeDeserializer } from '@aws-sdk/core/protocols';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { Readable } from 'node:stream';
import { isError } from '@backstage/errors';
import { collectBody, LeanEc2Protocol, LeanQueryProtocol } from './protocols';

interface Answer {
  statusCode: number;
  body: string;
}
type Reader = 'ours' | "the SDK's";

/** A client's configuration under which each attempt gets the same answer. */
function answering({ statusCode, body }: Answer) {
  let attempts = 0;
  const requestHandler = {
    handle: async () => {
      attempts += 1;
      const response = {
        statusCode,
        headers: { 'x-amzn-requestid': 'request-1' },
        body: Readable.from([Buffer.from(body)]),
      };
      return { response };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  } as unknown as NodeHttpHandler;
  return {
    attempts: () => attempts,
    config: {
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
      maxAttempts: 2,
      requestHandler,
    },
  };
}

async function outcomeOf(send: () => Promise<{ $metadata: object }>) {
  try {
    return { output: await send() };
  } catch (error) {
    if (!isError(error)) throw error;
    const { name, message, $metadata } = error as Error & {
      $metadata?: { httpStatusCode?: number };
    };
    return { error: { name, message, status: $metadata?.httpStatusCode } };
  }
}

async function readEc2(answer: Answer, reader: Reader) {
  const { config, attempts } = answering(answer);
  const client = new EC2Client(
    reader === 'ours'
      ? { ...config, protocol: LeanEc2Protocol, streamCollector: collectBody }
      : config,
  );
  const outcome = await outcomeOf(() =>
    client.send(new DescribeVpcEndpointConnectionsCommand({})),
  );
  return { ...outcome, attempts: attempts() };
}

async function readElb(answer: Answer, reader: Reader) {
  const { config, attempts } = answering(answer);
  const client = new ElasticLoadBalancingV2Client(
    reader === 'ours'
      ? { ...config, protocol: LeanQueryProtocol, streamCollector: collectBody }
      : config,
  );
  const outcome = await outcomeOf(() =>
    client.send(new DescribeLoadBalancersCommand({})),
  );
  return { ...outcome, attempts: attempts() };
}

const connections = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<DescribeVpcEndpointConnectionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
    <requestId>59dbff89</requestId>
    ${items}
</DescribeVpcEndpointConnectionsResponse>`;

const LOGIN_PAGE = '<html><body>Sign in to go on</body></html>';

const unreadable: [string, Answer, string][] = [
  [
    'a page of a proxy, as success',
    { statusCode: 200, body: LOGIN_PAGE },
    'it is <html>',
  ],
  ['nothing, as success', { statusCode: 200, body: '' }, 'it is empty'],
  [
    'an answer that was cut off',
    { statusCode: 200, body: connections('<a>').slice(0, -20) },
    'it is not whole XML',
  ],
  [
    'a page of a gateway, as failure',
    { statusCode: 503, body: '<html>busy<br></html>' },
    'it is not whole XML',
  ],
  ['nothing, as failure', { statusCode: 500, body: '' }, 'it is empty'],
];

const ec2Answers: [string, Answer][] = [
  [
    'connections',
    {
      statusCode: 200,
      body: connections(`<vpcEndpointConnectionSet>
        <item>
            <serviceId>vpce-svc-0a</serviceId>
            <creationTimestamp>2026-02-03T04:05:06.000Z</creationTimestamp>
            <dnsEntrySet/>
            <networkLoadBalancerArnSet><item>arn:1</item></networkLoadBalancerArnSet>
            <tagSet><item><key>a &amp; b</key><value/></item><item><key>c</key><value>&#xD;&lt;\t</value></item></tagSet>
            <vpcEndpointOwner>012345678901</vpcEndpointOwner>
        </item>
        <item><serviceId>vpce-svc-0b</serviceId></item>
    </vpcEndpointConnectionSet>
    <nextToken>1e5</nextToken>`),
    },
  ],
  [
    'a single connection',
    {
      statusCode: 200,
      body: connections(
        '<vpcEndpointConnectionSet><item><serviceId>1</serviceId></item></vpcEndpointConnectionSet>',
      ),
    },
  ],
  [
    'no connections',
    { statusCode: 200, body: connections('<vpcEndpointConnectionSet/>') },
  ],
  [
    'an error',
    {
      statusCode: 400,
      body: '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You &lt;may&gt; not</Message></Error></Errors><RequestID>1</RequestID></Response>',
    },
  ],
  [
    'throttling',
    {
      statusCode: 503,
      body: '<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Slow</Message></Error></Errors><RequestID>1</RequestID></Response>',
    },
  ],
];

const elbAnswers: [string, Answer][] = [
  [
    'load balancers',
    {
      statusCode: 200,
      body: `<DescribeLoadBalancersResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/">
  <DescribeLoadBalancersResult>
    <LoadBalancers>
      <member>
        <LoadBalancerArn>arn:aws</LoadBalancerArn>
        <CreatedTime>2026-01-02T03:04:05.678Z</CreatedTime>
        <AvailabilityZones><member><ZoneName>eu-west-1a</ZoneName><LoadBalancerAddresses/></member></AvailabilityZones>
        <State><Code>active</Code></State>
        <SecurityGroups>
        </SecurityGroups>
      </member>
    </LoadBalancers>
  </DescribeLoadBalancersResult>
  <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
</DescribeLoadBalancersResponse>`,
    },
  ],
  [
    'a modelled error',
    {
      statusCode: 400,
      body: '<ErrorResponse><Error><Type>Sender</Type><Code>LoadBalancerNotFound</Code><Message>None</Message></Error><RequestId>1</RequestId></ErrorResponse>',
    },
  ],
];

describe('the protocols with our reader', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(ec2Answers)(
    'take from EC2 what the SDK does: %s',
    async (_, answer) => {
      expect(await readEc2(answer, 'ours')).toEqual(
        await readEc2(answer, "the SDK's"),
      );
    },
  );

  it.each(elbAnswers)(
    'take from ELB what the SDK does: %s',
    async (_, answer) => {
      expect(await readElb(answer, 'ours')).toEqual(
        await readElb(answer, "the SDK's"),
      );
    },
  );

  it.each(unreadable)(
    'never take for an empty listing: %s',
    async (_, answer, reason) => {
      // The SDK itself repeats what comes with a server's failure, and only that.
      const expected = {
        error: {
          name: 'AwsUnreadableAnswerError',
          message: expect.stringContaining(reason),
          status: answer.statusCode,
        },
        attempts: answer.statusCode === 200 ? 1 : 2,
      };

      expect(await readEc2(answer, 'ours')).toEqual(expected);
      expect(await readElb(answer, 'ours')).toEqual(expected);
    },
  );

  it('refuse a result of another operation', async () => {
    const body =
      '<DescribeTagsResponse><DescribeTagsResult/></DescribeTagsResponse>';

    expect(await readElb({ statusCode: 200, body }, 'ours')).toMatchObject({
      error: {
        message: expect.stringContaining(
          '<DescribeTagsResponse> has no <DescribeLoadBalancersResult>',
        ),
      },
    });
  });

  it('leave nothing to read for the reader that they replace', async () => {
    // It is reached through a field that the SDK may rename; the calls would go on, with ten times the garbage.
    const read = jest.spyOn(
      XmlShapeDeserializer.prototype as unknown as { parseXml(): unknown },
      'parseXml',
    );

    for (const [, answer] of ec2Answers) await readEc2(answer, 'ours');
    for (const [, answer] of elbAnswers) await readElb(answer, 'ours');

    expect(read).not.toHaveBeenCalled();
  });
});
