import { CdnManagementClient } from '@azure/arm-cdn';
import { NetworkManagementClient } from '@azure/arm-network';
import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicyName,
  type HttpClient,
  type Pipeline,
} from '@azure/core-rest-pipeline';
import {
  CallBudget,
  type CallObserver,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AzureProviderConfig, AzureTenantConfig } from '../config';
import type { AzureScope } from '../scopes';
import { ArmCaller } from './ArmCaller';
import { AzureTokenCache } from './AzureTokenCache';
import { callPolicy, type CallPolicyOptions } from './callPolicy';
import { createCredential } from './createCredential';
import { LateCredential } from './LateCredential';
import { tokenPolicy, type TokenPolicyOptions } from './tokenPolicy';
import { unreadableAnswerPolicy } from './unreadableAnswerPolicy';

/** Everything that calls one subscription, on behalf of one scope. @internal */
export interface AzureScopeClients {
  /** Private link services, load balancers, networks. */
  network: NetworkManagementClient;
  /** Front Door. */
  cdn: CdnManagementClient;
  /** Any resource by its id. */
  arm: ArmCaller;
}

/** What the clients are made with. @internal */
export interface AzureClientsOptions {
  /** Tenants, rates, timeouts, attempts. */
  config: AzureProviderConfig;
  /** Whom to tell of each attempt. */
  observer: CallObserver;
  /** Sends requests, in the place of Node's own client. For tests that have no server. */
  httpClient?: HttpClient;
  /** Makes a tenant's credential. @defaultValue the SDK's, by the configuration */
  createCredential?: (tenant: AzureTenantConfig) => TokenCredential;
}

const USER_AGENT = 'postern-private-exposure';
// The name that @azure/core-rest-pipeline gives its own; it does not export it.
const SDK_RETRY = 'defaultRetryPolicy';

/**
 * One set of clients for each scope, made at its first use and kept; one budget for each subscription, and one
 * credential for each tenant.
 *
 * @internal
 */
export class AzureClients {
  readonly #options: AzureClientsOptions;
  readonly #credentials = new Map<string, AzureTokenCache>();
  readonly #budgets = new Map<string, CallPolicyOptions['budgets']>();
  readonly #clients = new Map<string, AzureScopeClients>();

  private constructor(options: AzureClientsOptions) {
    this.#options = options;
  }

  /** Makes no call and no client. */
  static create(options: AzureClientsOptions): AzureClients {
    return new AzureClients(options);
  }

  /** The clients of a scope, always the same ones. */
  get(scope: AzureScope): AzureScopeClients {
    const known = this.#clients.get(scope.id);
    if (known) return known;
    const made = this.#create(scope);
    this.#clients.set(scope.id, made);
    return made;
  }

  #create(scope: AzureScope): AzureScopeClients {
    const { config, httpClient } = this.#options;
    const tenant = this.#tenantOf(scope);
    const { resourceManagerUrl } = tenant;
    const credential = this.#credentialOf(tenant);
    // Connections are kept by Node's own agent, so that HTTPS_PROXY is heeded as the SDK does.
    const clientOptions = {
      endpoint: resourceManagerUrl,
      $host: resourceManagerUrl,
      httpClient,
      userAgentOptions: { userAgentPrefix: USER_AGENT },
    };
    const { subscriptionId } = scope;
    const network = new NetworkManagementClient(
      credential,
      subscriptionId,
      clientOptions,
    );
    const cdn = new CdnManagementClient(
      credential,
      subscriptionId,
      clientOptions,
    );
    const policy = callPolicy({
      ...this.#options.config,
      scopeId: scope.id,
      subscriptionId,
      resourceManagerUrl,
      observer: this.#options.observer,
      budgets: this.#budgetsOf(subscriptionId),
    });
    for (const { pipeline } of [network, cdn]) {
      this.#prepare(pipeline, policy, {
        tokens: credential,
        scope: `${tenant.tokenAudience}/.default`,
      });
    }
    return {
      network,
      cdn,
      arm: ArmCaller.create({
        send: request => network.sendRequest(request),
        subscriptionId,
        resourceManagerUrl,
        operationTimeoutMs: config.operationTimeoutMs,
      }),
    };
  }

  /** All clients of a subscription draw on one budget, whatever their scope, for Azure counts them as one. */
  #budgetsOf(subscriptionId: string): CallPolicyOptions['budgets'] {
    const known = this.#budgets.get(subscriptionId);
    if (known) return known;
    const { reads, writes } = this.#options.config.callBudget;
    const made = {
      reads: CallBudget.create(reads),
      writes: CallBudget.create(writes),
    };
    this.#budgets.set(subscriptionId, made);
    return made;
  }

  /** Our policy takes the place of the SDK's retry, and the token is put on inside of it: it ages while a call waits. */
  #prepare(
    pipeline: Pipeline,
    policy: ReturnType<typeof callPolicy>,
    tokens: TokenPolicyOptions,
  ): void {
    pipeline.removePolicy({ name: SDK_RETRY });
    pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
    pipeline.addPolicy(unreadableAnswerPolicy);
    pipeline.addPolicy(policy, { phase: 'Retry' });
    pipeline.addPolicy(tokenPolicy(tokens), { phase: 'Sign' });
  }

  #tenantOf({ tenantId }: AzureScope): AzureTenantConfig {
    const tenant = this.#options.config.tenants.find(
      ({ tenantId: id }) => id === tenantId,
    );
    if (!tenant) throw new Error(`Tenant '${tenantId}' is not configured`);
    return tenant;
  }

  #credentialOf(tenant: AzureTenantConfig): AzureTokenCache {
    const { tenantId } = tenant;
    const known = this.#credentials.get(tenantId);
    if (known) return known;
    const { createCredential: create = createCredential } = this.#options;
    const made = AzureTokenCache.create({
      tenantId,
      credential: LateCredential.create(() => create(tenant)),
    });
    this.#credentials.set(tenantId, made);
    return made;
  }
}
