import {
  EC2Client,
  type EC2ClientResolvedConfig,
  type ServiceInputTypes as Ec2Input,
  type ServiceOutputTypes as Ec2Output,
} from '@aws-sdk/client-ec2';
import {
  ElasticLoadBalancingV2Client,
  type ElasticLoadBalancingV2ClientResolvedConfig,
  type ServiceInputTypes as ElbInput,
  type ServiceOutputTypes as ElbOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  CallBudget,
  type CallObserver,
} from '@postern/backstage-plugin-private-exposure-node';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsProviderConfig } from '../config';
import type { AwsScope } from '../scopes';
import { AwsCaller } from './AwsCaller';
import { AwsCredentialsError } from './errors';
import { PartedEc2Protocol } from './PartedEc2Protocol';
import { collectBody, LeanQueryProtocol } from './protocols';

/** Calls to EC2 in one scope. @internal */
export type Ec2Caller = AwsCaller<Ec2Input, Ec2Output, EC2ClientResolvedConfig>;
/** Calls to Elastic Load Balancing v2 in one scope. @internal */
export type ElbCaller = AwsCaller<
  ElbInput,
  ElbOutput,
  ElasticLoadBalancingV2ClientResolvedConfig
>;

/** Both callers of one scope. @internal */
export interface AwsScopeCallers {
  /** EC2: endpoint services, connections, networks. */
  ec2: Ec2Caller;
  /** Elastic Load Balancing v2: load balancers, target groups. */
  elb: ElbCaller;
}

/** What the clients are made with. @internal */
export interface AwsClientsOptions {
  /** Rates, timeouts, attempts. */
  config: Omit<AwsProviderConfig, 'accounts'>;
  /** Where credentials come from, by account. */
  credentials: AwsCredentialsManager;
  /** Whom to tell of each attempt. */
  observer: CallObserver;
}

const USER_AGENT = 'postern-private-exposure';
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * One client for each account, region and service, made at its first use and kept, with its connections.
 *
 * @internal
 */
export class AwsClients {
  readonly #options: AwsClientsOptions;
  readonly #callers = new Map<string, AwsScopeCallers>();

  private constructor(options: AwsClientsOptions) {
    this.#options = options;
  }

  /** Makes no call and no client. */
  static create(options: AwsClientsOptions): AwsClients {
    return new AwsClients(options);
  }

  /** The callers of a scope, always the same ones. */
  get(scope: AwsScope): AwsScopeCallers {
    const known = this.#callers.get(scope.id);
    if (known) return known;
    const made = this.#create(scope);
    this.#callers.set(scope.id, made);
    return made;
  }

  /** Closes the connections that are kept open. */
  destroy(): void {
    for (const { ec2, elb } of this.#callers.values()) {
      ec2.destroy();
      elb.destroy();
    }
    this.#callers.clear();
  }

  #create(scope: AwsScope): AwsScopeCallers {
    const { config, observer } = this.#options;
    // Endpoints are the SDK's business: AWS_ENDPOINT_URL and the like work as everywhere.
    const clientConfig = () => ({
      region: scope.region,
      credentials: this.#credentialsOf(scope),
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
    const shared = { scope, observer };
    return {
      ec2: new AwsCaller(
        new EC2Client({ ...clientConfig(), protocol: PartedEc2Protocol }),
        {
          ...shared,
          iamService: 'ec2',
          budget: CallBudget.create(config.callBudget.ec2),
        },
      ),
      elb: new AwsCaller(
        new ElasticLoadBalancingV2Client({
          ...clientConfig(),
          protocol: LeanQueryProtocol,
        }),
        {
          ...shared,
          iamService: 'elasticloadbalancing',
          budget: CallBudget.create(config.callBudget.elbv2),
        },
      ),
    };
  }

  /** Asked for at each call that needs them, so that an account whose role is mended works without a restart. */
  #credentialsOf({ accountId }: AwsScope): AwsCredentialIdentityProvider {
    return async () => {
      try {
        const found = await this.#options.credentials.getCredentialProvider({
          accountId,
        });
        return await found.sdkCredentialProvider();
      } catch (cause) {
        throw new AwsCredentialsError({ accountId, cause });
      }
    };
  }
}
