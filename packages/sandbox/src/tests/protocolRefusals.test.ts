import {
  CloudFrontClient,
  ListDistributionsCommand,
} from '@aws-sdk/client-cloudfront';
import { EKSClient, ListClustersCommand } from '@aws-sdk/client-eks';
import { ListWebACLsCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { awsSettings } from '../__testUtils__/awsClients';
import { startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

type Settings = ReturnType<typeof awsSettings>;

const calls: [string, (settings: Settings) => Promise<unknown>][] = [
  [
    'cloudfront',
    settings =>
      new CloudFrontClient(settings).send(new ListDistributionsCommand({})),
  ],
  [
    'wafv2',
    settings =>
      new WAFV2Client(settings).send(
        new ListWebACLsCommand({ Scope: 'REGIONAL' }),
      ),
  ],
  [
    'eks',
    settings => new EKSClient(settings).send(new ListClustersCommand({})),
  ],
];

/** What each protocol calls a wrong signature and an unknown key. */
const WORDS: Record<
  string,
  { signature: string; key: string; status: number }
> = {
  cloudfront: {
    signature: 'SignatureDoesNotMatch',
    key: 'InvalidClientTokenId',
    status: 403,
  },
  wafv2: {
    signature: 'InvalidSignatureException',
    key: 'UnrecognizedClientException',
    status: 400,
  },
  eks: {
    signature: 'InvalidSignatureException',
    key: 'UnrecognizedClientException',
    status: 403,
  },
};

describe.each(calls)('refusals of %s', (service, call) => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.stop());

  const withKeys = (keys: {
    accessKeyId?: string;
    secretAccessKey?: string;
  }) => ({
    ...awsSettings(sandbox),
    credentials: { ...sandbox.credentials, ...keys },
  });

  it('name wrong keys and signatures as the protocol does', async () => {
    const { signature, key, status } = WORDS[service];
    const $metadata = { httpStatusCode: status };

    await expect(
      call(withKeys({ secretAccessKey: 'another' })),
    ).rejects.toMatchObject({ name: signature, $metadata });
    await expect(
      call(withKeys({ accessKeyId: 'AKIAUNKNOWNUNKNOWN00' })),
    ).rejects.toMatchObject({ name: key, $metadata });
  });

  it('let a connection break, and an answer be an error that was asked for', async () => {
    sandbox.faults.inject({ service, effect: { type: 'reset' }, times: 1 });
    await expect(call(awsSettings(sandbox))).rejects.toThrow(
      /socket hang up|ECONNRESET/,
    );

    sandbox.faults.inject({
      service,
      effect: { type: 'error', code: 'ServiceUnavailable', status: 503 },
    });
    await expect(call(awsSettings(sandbox))).rejects.toMatchObject({
      name: 'ServiceUnavailable',
      $metadata: { httpStatusCode: 503 },
    });
  });
});
