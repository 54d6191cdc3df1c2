import { AwsFault } from './AwsFault';
import { globalScope } from './globalScope';
import { IdentityProvider } from './iamTypes';
import { ScopedCollection } from './ScopedCollection';
import { Tags } from './types';
import { WorldContext } from './WorldContext';

/**
 * The OpenID Connect providers of IAM, such as the one of a Kubernetes cluster.
 *
 * @public
 */
export class IdentityProviders {
  readonly providers = new ScopedCollection<IdentityProvider>();
  readonly #context: WorldContext;

  constructor(context: WorldContext) {
    this.#context = context;
  }

  /** Creates a provider; an account has one for each URL. */
  create(
    accountId: string,
    input: {
      url: string;
      clientIds?: string[];
      thumbprints?: string[];
      tags?: Tags;
    },
  ): IdentityProvider {
    const url = input.url.replace(/^https:\/\//, '');
    const id = `arn:aws:iam::${accountId}:oidc-provider/${url}`;
    if (this.providers.get(id)) {
      throw new AwsFault(
        'EntityAlreadyExists',
        `Provider with url https://${url} already exists.`,
        409,
      );
    }
    return this.providers.add({
      ...this.#context.newRecord(globalScope(accountId), id, input.tags),
      url,
      clientIds: input.clientIds ?? [],
      thumbprints: input.thumbprints ?? [],
    });
  }

  /** The provider; a foreign or unknown ARN is `NoSuchEntity`. */
  get(accountId: string, arn: string): IdentityProvider {
    const found = this.providers.getIn(globalScope(accountId), arn);
    if (!found) {
      throw new AwsFault(
        'NoSuchEntity',
        `OpenIDConnect Provider not found for arn ${arn}`,
        404,
      );
    }
    return found;
  }

  /** The account's providers, oldest first. */
  list(accountId: string): IdentityProvider[] {
    return this.providers.list(globalScope(accountId));
  }

  /** Replaces audiences or thumbprints. */
  update(
    accountId: string,
    arn: string,
    change: { clientIds?: string[]; thumbprints?: string[] },
  ): IdentityProvider {
    const provider = this.get(accountId, arn);
    provider.clientIds = change.clientIds ?? provider.clientIds;
    provider.thumbprints = change.thumbprints ?? provider.thumbprints;
    return provider;
  }

  /** Deletes a provider. */
  remove(accountId: string, arn: string): void {
    this.providers.remove(this.get(accountId, arn).id);
  }
}
