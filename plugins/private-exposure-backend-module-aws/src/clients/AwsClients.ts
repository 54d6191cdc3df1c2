import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  CallBudget,
  type CallObserver,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AwsProviderConfig } from '../config';
import type { AwsScope } from '../scopes';
import { AwsCaller } from './AwsCaller';
import { AwsCredentialsError } from './errors';
import { ScopeCallers, type WrapClient } from './ScopeCallers';
import { sdkClientConfig } from './sdkClientConfig';

/** What the clients are made with. @internal */
export interface AwsClientsOptions {
  /** Rates, timeouts, attempts. */
  config: Omit<AwsProviderConfig, 'accounts'>;
  /** Where credentials come from, by account. */
  credentials: AwsCredentialsManager;
  /** Whom to tell of each attempt. */
  observer: CallObserver;
}

/**
 * One client for each account, region and service, made at its first use and kept, with its connections.
 *
 * @internal
 */
export class AwsClients {
  readonly #options: AwsClientsOptions;
  readonly #callers = new Map<string, ScopeCallers>();

  private constructor(options: AwsClientsOptions) {
    this.#options = options;
  }

  /** Makes no call and no client. */
  static create(options: AwsClientsOptions): AwsClients {
    return new AwsClients(options);
  }

  /** The callers of a scope, always the same ones. */
  get(scope: AwsScope): ScopeCallers {
    const known = this.#callers.get(scope.id);
    if (known) return known;
    const made = this.#create(scope);
    this.#callers.set(scope.id, made);
    return made;
  }

  /** Closes the connections that are kept open. */
  destroy(): void {
    this.#callers.forEach(callers => callers.destroy());
    this.#callers.clear();
  }

  #create(scope: AwsScope): ScopeCallers {
    const { config, observer } = this.#options;
    const wrap: WrapClient = (api, iamService, client) =>
      new AwsCaller(client, {
        scope,
        observer,
        iamService,
        budget: CallBudget.create(config.callBudget[api]),
      });
    return new ScopeCallers(
      sdkClientConfig({
        region: scope.region,
        credentials: this.#credentialsOf(scope),
        config,
      }),
      wrap,
    );
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
