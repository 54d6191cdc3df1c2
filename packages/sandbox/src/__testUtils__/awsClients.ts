import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { Sandbox } from '../startSandbox';

/** Which client to make. */
export interface ClientOptions {
  /** Assumes the role `Postern` of this account; default the key's own. */
  accountId?: string;
  /** Default `eu-west-1`. */
  region?: string;
  /** Default 1: tests want to see each error. */
  maxAttempts?: number;
}

/** What points an unmodified client of the SDK at a sandbox. */
export function awsSettings(sandbox: Sandbox, options: ClientOptions = {}) {
  return {
    region: options.region ?? 'eu-west-1',
    endpoint: sandbox.urls.aws,
    maxAttempts: options.maxAttempts ?? 1,
    credentials: credentialsFor(sandbox, options.accountId),
  };
}

function credentialsFor(sandbox: Sandbox, accountId: string | undefined) {
  const { accessKeyId, secretAccessKey } = sandbox.credentials;
  const own = { accessKeyId, secretAccessKey };
  if (!accountId) return own;
  return async () => {
    const sts = stsClient(sandbox);
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${accountId}:role/Postern`,
        RoleSessionName: 'test',
      }),
    );
    return {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken,
      expiration: Credentials?.Expiration,
    };
  };
}

/** The unmodified STS client, pointed at a sandbox. */
export function stsClient(sandbox: Sandbox): STSClient {
  return new STSClient(awsSettings(sandbox, { region: 'us-east-1' }));
}

/** The unmodified EC2 client, pointed at a sandbox. */
export function ec2Client(
  sandbox: Sandbox,
  options: ClientOptions = {},
): EC2Client {
  return new EC2Client(awsSettings(sandbox, options));
}

/** The unmodified ELBv2 client, pointed at a sandbox. */
export function elbClient(
  sandbox: Sandbox,
  options: ClientOptions = {},
): ElasticLoadBalancingV2Client {
  return new ElasticLoadBalancingV2Client(awsSettings(sandbox, options));
}
