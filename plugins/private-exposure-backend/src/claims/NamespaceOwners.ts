import { surveyHash } from '../observation/surveyHash';

/** Owners by namespace, by cluster, as the configuration has them. @internal */
export type NamespaceOwnerConfig = Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
>;

/**
 * Which groups and users the Kubernetes namespaces belong to, by the word of those who run the portal. What a load
 * balancer controller made for a Service is then the namespace owners', which no entity's annotation can say of itself.
 *
 * @internal
 */
export class NamespaceOwners {
  readonly #owners: ReadonlyMap<string, readonly string[]>;
  /** Of what was configured: what was decided by something else has to be decided anew. */
  readonly fingerprint: string;

  private constructor(owners: ReadonlyMap<string, readonly string[]>) {
    this.#owners = owners;
    this.fingerprint = surveyHash(Object.fromEntries(owners));
  }

  /** @param config - cluster and namespace in any case, owners as full references */
  static create(config: NamespaceOwnerConfig = {}): NamespaceOwners {
    return new NamespaceOwners(
      new Map(
        Object.entries(config).flatMap(([cluster, namespaces]) =>
          Object.entries(namespaces).map(([namespace, owners]) => [
            `${cluster}/${namespace}`.toLowerCase(),
            owners,
          ]),
        ),
      ),
    );
  }

  /**
   * Whether who owns an entity owns the namespace of each of some Services too. All of its owners must: whoever writes an
   * entity names its owners, and each of them may then do what owners may.
   *
   * @param identities - of all Services behind one exposure, `<cluster>/<namespace>/<service>` in lower case
   * @param owners - of the entity
   * @returns undefined if that is configured for none of them, or not for all
   */
  own(
    identities: readonly string[],
    owners: readonly string[],
  ): boolean | undefined {
    const configured = identities.map(identity =>
      this.#owners.get(identity.slice(0, identity.lastIndexOf('/'))),
    );
    if (configured.length === 0 || configured.includes(undefined)) {
      return undefined;
    }
    return (
      owners.length > 0 &&
      configured.every(list => owners.every(ref => list?.includes(ref)))
    );
  }
}
