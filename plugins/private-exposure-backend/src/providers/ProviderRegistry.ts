import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ExposureProvider } from '@postern/backstage-plugin-private-exposure-node';

/**
 * The clouds that the modules brought, by their ids.
 *
 * @internal
 */
export class ProviderRegistry {
  readonly #providers = new Map<string, ExposureProvider>();

  private constructor() {}

  static create(): ProviderRegistry {
    return new ProviderRegistry();
  }

  /**
   * @throws ConflictError if there is a provider with the same id; InputError if the id cannot be one.
   */
  add(provider: ExposureProvider): void {
    if (!/^[a-z][a-z0-9-]{0,62}$/.test(provider.id)) {
      throw new InputError(
        `Provider id '${provider.id}' must be lower case letters, digits and dashes, such as 'aws'`,
      );
    }
    if (this.#providers.has(provider.id)) {
      throw new ConflictError(
        `A provider with the id '${provider.id}' is already there`,
      );
    }
    this.#providers.set(provider.id, provider);
  }

  /** All providers, in the order of their ids, which no module's start order changes. */
  list(): ExposureProvider[] {
    return [...this.#providers.values()].sort((a, b) =>
      a.id.localeCompare(b.id),
    );
  }

  /**
   * @throws ServiceUnavailableError if the provider's module is not installed, or has not started.
   */
  get(providerId: string): ExposureProvider {
    const provider = this.#providers.get(providerId);
    if (!provider) {
      throw new ServiceUnavailableError(
        `The provider '${providerId}' is not running. Check that its backend module is installed and has started.`,
      );
    }
    return provider;
  }

  /** The provider, if its module is running. */
  find(providerId: string): ExposureProvider | undefined {
    return this.#providers.get(providerId);
  }
}
