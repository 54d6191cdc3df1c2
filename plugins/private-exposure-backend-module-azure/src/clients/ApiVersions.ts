import { NotFoundError } from '@backstage/errors';
import { parseResourceId } from '../mapping/resourceIds';

/** What {@link ApiVersions} needs. @internal */
export interface ApiVersionsOptions {
  /** Reads what a subscription says of a resource provider. */
  readProvider: (
    namespace: string,
    signal: AbortSignal,
  ) => Promise<Record<string, unknown>>;
}

/** Versions of a provider's types, by type in lower case without the namespace. */
type ProviderVersions = ReadonlyMap<string, string>;

/** What is asked for again and again is fixed: it must not hang on another question. */
const wellKnown: Readonly<Record<string, string>> = {
  'microsoft.network/frontdoorwebapplicationfirewallpolicies': '2024-02-01',
  'microsoft.network/privatelinkservices/privateendpointconnections':
    '2024-05-01',
};

/**
 * The API version to call a resource with. Each provider has its own, and says which; what it said is remembered until
 * the process ends.
 *
 * @internal
 */
export class ApiVersions {
  /** Of the question itself (Microsoft.Resources, Providers_Get). */
  static readonly ofProviders = '2021-04-01';

  readonly #options: ApiVersionsOptions;
  readonly #providers = new Map<string, Promise<ProviderVersions>>();

  private constructor(options: ApiVersionsOptions) {
    this.#options = options;
  }

  /** Knows nothing yet. */
  static create(options: ApiVersionsOptions): ApiVersions {
    return new ApiVersions(options);
  }

  /**
   * The newest stable version of a resource's type, or of the type it lies in: providers do not list every child.
   *
   * @throws NotFoundError if the provider does not know the type.
   */
  async of(id: string, signal: AbortSignal): Promise<string> {
    const path = collectionOf(id);
    const resource = parseResourceId(path);
    if (!resource) throw new NotFoundError(`'${id}' is not an Azure resource`);
    const [namespace, ...types] = resource.type.split('/');
    const fixed = wellKnown[resource.type];
    if (fixed) return fixed;
    const versions = await this.#versionsOf(namespace, signal);
    for (let depth = types.length; depth > 0; depth--) {
      const version = versions.get(types.slice(0, depth).join('/'));
      if (version) return version;
    }
    throw new NotFoundError(
      `Resource provider '${namespace}' does not say how to call '${types.join(
        '/',
      )}'`,
    );
  }

  async #versionsOf(
    namespace: string,
    signal: AbortSignal,
  ): Promise<ProviderVersions> {
    const known = this.#providers.get(namespace);
    if (known) return known;
    const asked = this.#options
      .readProvider(namespace, signal)
      .then(readVersions);
    this.#providers.set(namespace, asked);
    // A failure must not stick: the next one asks again.
    asked.catch(() => this.#providers.delete(namespace));
    return asked;
  }
}

/** A list's address ends with a type; for its version it is as good as one of the list's members. */
function collectionOf(id: string): string {
  return parseResourceId(id) ? id : `${id}/any`;
}

function readVersions(provider: Record<string, unknown>): ProviderVersions {
  const types = Array.isArray(provider.resourceTypes)
    ? provider.resourceTypes
    : [];
  return new Map(
    types.flatMap(({ resourceType, apiVersions }) => {
      const newest = newestOf(apiVersions);
      return typeof resourceType === 'string' && newest
        ? [[resourceType.toLowerCase(), newest] as const]
        : [];
    }),
  );
}

/** Versions are dates, with a suffix such as `-preview` where they are not stable. */
function newestOf(versions: unknown): string | undefined {
  const all = Array.isArray(versions)
    ? versions.filter((one): one is string => typeof one === 'string')
    : [];
  const sorted = all.sort().reverse();
  return sorted.find(one => /^\d{4}-\d{2}-\d{2}$/.test(one)) ?? sorted[0];
}
