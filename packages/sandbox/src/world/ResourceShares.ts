import { AwsFault } from './AwsFault';
import { partitionOfRegion } from './regions';
import { ScopedCollection } from './ScopedCollection';
import { Scope, ScopedRecord, Tags } from './types';
import { WorldContext } from './WorldContext';

/** A resource share of RAM; `id` is its ARN. @public */
export interface ResourceShare extends ScopedRecord {
  name: string;
  allowsExternalPrincipals: boolean;
  state: 'ACTIVE' | 'DELETED';
  lastUpdatedAt: number;
  /** ARNs of what is shared, and since when. */
  resources: Map<string, { since: number }>;
  /** Account ids, or ARNs of organizations and units, and since when. */
  principals: Map<string, { since: number }>;
  /** What was taken out, and when: RAM goes on to tell of it as `DISASSOCIATED`. */
  endedResources: Map<string, { since: number }>;
  /** Who was taken out, and when. */
  endedPrincipals: Map<string, { since: number }>;
}

/**
 * AWS Resource Access Manager: what accounts share with others.
 *
 * @public
 */
export class ResourceShares {
  readonly shares = new ScopedCollection<ResourceShare>();
  readonly #context: WorldContext;

  constructor(context: WorldContext) {
    this.#context = context;
  }

  /** Creates a share. */
  create(
    scope: Scope,
    input: {
      name: string;
      resourceArns?: string[];
      principals?: string[];
      /** Default true. */
      allowsExternalPrincipals?: boolean;
      tags?: Tags;
    },
  ): ResourceShare {
    const partition = partitionOfRegion(scope.region);
    const guid = this.#context.ids.guid();
    const id = `arn:${partition}:ram:${scope.region}:${scope.accountId}:resource-share/${guid}`;
    const share = this.shares.add({
      ...this.#context.newRecord(scope, id, input.tags),
      name: input.name,
      allowsExternalPrincipals: input.allowsExternalPrincipals ?? true,
      state: 'ACTIVE',
      lastUpdatedAt: this.#context.clock.now(),
      resources: new Map(),
      principals: new Map(),
      endedResources: new Map(),
      endedPrincipals: new Map(),
    });
    this.associate(scope, id, {
      resourceArns: input.resourceArns,
      principals: input.principals,
    });
    return share;
  }

  /** The share of its owner; a foreign or unknown ARN is `UnknownResourceException`. */
  get(scope: Scope, arn: string): ResourceShare {
    const found = this.shares.getIn(scope, arn);
    if (!found) {
      throw new AwsFault(
        'UnknownResourceException',
        `ResourceShare ${arn} could not be found.`,
      );
    }
    return found;
  }

  /** The shares that an account owns in a region. */
  list(scope: Scope): ResourceShare[] {
    return this.shares.list(scope);
  }

  /** The shares of others that reach an account in a region. */
  listReceived({ accountId, region }: Scope): ResourceShare[] {
    return this.shares
      .all()
      .filter(
        share =>
          share.region === region &&
          share.accountId !== accountId &&
          share.state === 'ACTIVE' &&
          share.principals.has(accountId),
      );
  }

  /** Whether a resource of another account is shared with this one. */
  isSharedWith(scope: Scope, resourceArn: string): boolean {
    return this.listReceived(scope).some(({ resources }) =>
      resources.has(resourceArn),
    );
  }

  /** Renames a share, or changes whom it may reach. */
  update(
    scope: Scope,
    arn: string,
    change: { name?: string; allowsExternalPrincipals?: boolean },
  ): ResourceShare {
    const share = this.get(scope, arn);
    share.name = change.name ?? share.name;
    share.allowsExternalPrincipals =
      change.allowsExternalPrincipals ?? share.allowsExternalPrincipals;
    share.lastUpdatedAt = this.#context.clock.now();
    return share;
  }

  /** Adds resources and principals. */
  associate(
    scope: Scope,
    arn: string,
    input: { resourceArns?: string[]; principals?: string[] },
  ): void {
    const share = this.get(scope, arn);
    const since = this.#context.clock.now();
    for (const resourceArn of input.resourceArns ?? []) {
      share.resources.set(resourceArn, { since });
      share.endedResources.delete(resourceArn);
    }
    for (const principal of input.principals ?? []) {
      share.principals.set(principal, { since });
      share.endedPrincipals.delete(principal);
    }
    share.lastUpdatedAt = since;
  }

  /** Takes resources and principals out. */
  disassociate(
    scope: Scope,
    arn: string,
    input: { resourceArns?: string[]; principals?: string[] },
  ): void {
    const share = this.get(scope, arn);
    const since = this.#context.clock.now();
    for (const one of input.resourceArns ?? []) {
      if (share.resources.delete(one)) share.endedResources.set(one, { since });
    }
    for (const one of input.principals ?? []) {
      if (share.principals.delete(one)) {
        share.endedPrincipals.set(one, { since });
      }
    }
    share.lastUpdatedAt = since;
  }

  /** Deletes a share; RAM shows it as `DELETED` for a while. */
  remove(scope: Scope, arn: string): void {
    const share = this.get(scope, arn);
    share.state = 'DELETED';
    this.disassociate(scope, arn, {
      resourceArns: [...share.resources.keys()],
      principals: [...share.principals.keys()],
    });
  }
}
