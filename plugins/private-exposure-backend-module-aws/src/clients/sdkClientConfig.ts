import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsProviderConfig } from '../config';
import { collectBody } from './protocols';

/** Makes what an SDK client is made with: a connection pool of its own, and the scope's region and credentials. @internal */
export type SdkClientConfig = ReturnType<typeof sdkClientConfig>;

const USER_AGENT = 'postern-private-exposure';
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * The settings that all clients of a scope share. Endpoints are the SDK's business: AWS_ENDPOINT_URL and the like work as
 * everywhere.
 *
 * @internal
 */
export function sdkClientConfig(options: {
  region: string;
  credentials: AwsCredentialIdentityProvider;
  config: Pick<AwsProviderConfig, 'maxAttempts' | 'requestTimeoutMs'>;
}) {
  const { region, credentials, config } = options;
  return () => ({
    region,
    credentials,
    retryMode: 'adaptive',
    maxAttempts: config.maxAttempts,
    customUserAgent: USER_AGENT,
    streamCollector: collectBody,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: config.requestTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true },
      httpsAgent: { keepAlive: true },
    }),
  });
}
