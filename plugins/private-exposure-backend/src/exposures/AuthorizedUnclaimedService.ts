import { durationToMilliseconds } from '@backstage/types';
import type {
  ExportUnclaimedOptions,
  ListUnclaimedOptions,
  UnclaimedExposure,
  UnclaimedPage,
  UnclaimedTotals,
  UnclaimedTotalsOptions,
} from '@postern/backstage-plugin-private-exposure-common';
import type { CostEstimator } from '../costs/CostEstimator';
import type { ExposureReader, UnclaimedQuery } from '../database/ExposureStore';
import type { ExposureRecord } from '../database/records';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { ProviderRegistry } from '../providers/ProviderRegistry';
import type { Caller } from './Caller';
import { requireInventory } from './requireInventory';
import { exportLimit, unclaimedCsv } from './unclaimedCsv';

/** What {@link AuthorizedUnclaimedService} needs. @internal */
export interface AuthorizedUnclaimedServiceOptions {
  /** What was observed. */
  store: Pick<ExposureReader, 'listUnclaimed' | 'countUnclaimed'>;
  /** Asks the policy. */
  access: ExposureAccess;
  /** Know the addresses of the clouds' consoles. */
  providers: ProviderRegistry;
  /** Knows prices. */
  costs: CostEstimator;
  /** The present; the machine's clock if left out. */
  clock?: () => Date;
}

/**
 * What no entity claims: who made it, when, and what it costs. As in the other listings, what the policy lets a caller see
 * is part of the query.
 *
 * @remarks Every call throws a `NotAllowedError` without `inventory.read`.
 *
 * @internal
 */
export class AuthorizedUnclaimedService {
  readonly #options: AuthorizedUnclaimedServiceOptions;
  readonly #clock: () => Date;

  private constructor(options: AuthorizedUnclaimedServiceOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => new Date());
  }

  static create(
    options: AuthorizedUnclaimedServiceOptions,
  ): AuthorizedUnclaimedService {
    return new AuthorizedUnclaimedService(options);
  }

  /** One page. @throws InputError for a cursor that is not this listing's */
  async list(
    query: ListUnclaimedOptions,
    caller: Caller,
  ): Promise<UnclaimedPage> {
    const filter = await requireInventory(this.#options.access, caller);
    return this.#page({ ...this.#toQuery(query), ...filter });
  }

  /** How much there is, and what it costs. */
  async totals(
    query: UnclaimedTotalsOptions,
    caller: Caller,
  ): Promise<UnclaimedTotals> {
    const { store, access, costs } = this.#options;
    const filter = await requireInventory(access, caller);
    const counts = await store.countUnclaimed({
      ...this.#toQuery(query),
      ...filter,
    });
    const byKind = costs.kindOrder('down').flatMap(kind => {
      const count = counts.get(kind) ?? 0;
      return count > 0 ? [{ kind, count, cost: costs.of(kind, count) }] : [];
    });
    const sum = (items: typeof byKind) =>
      items.reduce((total, { count }) => total + count, 0);
    return {
      count: sum(byKind),
      byKind,
      cost: costs.sum(byKind.map(({ cost }) => cost)),
      unpriced: sum(byKind.filter(({ cost }) => !cost)),
      exportLimit,
    };
  }

  /**
   * The text of a CSV file, piece by piece. Pages are read while it is sent, so that no more than one is held.
   */
  async export(
    query: ExportUnclaimedOptions,
    caller: Caller,
  ): Promise<AsyncGenerator<string>> {
    const filter = await requireInventory(this.#options.access, caller);
    let rows = 0;
    const pages = this.#pages({ ...this.#toQuery(query), ...filter });
    return unclaimedCsv(pages, count => {
      rows += count;
      caller.note?.({ rows });
    });
  }

  async *#pages(query: UnclaimedQuery): AsyncGenerator<UnclaimedExposure[]> {
    let cursor: string | undefined;
    do {
      const page = await this.#page({ ...query, limit: 200, cursor });
      yield page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }

  async #page(query: UnclaimedQuery): Promise<UnclaimedPage> {
    const page = await this.#options.store.listUnclaimed(query);
    return { ...page, items: page.items.map(record => this.#item(record)) };
  }

  #item(record: ExposureRecord): UnclaimedExposure {
    const { providers, costs } = this.#options;
    const { summary, provider, address, provenance, evidence, ref } = record;
    return {
      ...summary,
      ...{ provider, address, provenance },
      kubernetesServices: JSON.parse(evidence).kubernetesServices,
      cost: costs.of(summary.kind),
      consoleUrl: providers.find(provider)?.consoleUrl?.(ref),
    };
  }

  #toQuery(query: ListUnclaimedOptions): UnclaimedQuery {
    const { olderThanDays, provider, account, createdBy, manager, ...rest } =
      query;
    const madeBefore =
      olderThanDays === undefined
        ? undefined
        : new Date(
            this.#clock().getTime() -
              durationToMilliseconds({ days: olderThanDays }),
          );
    const direction = query.order === 'cost' ? 'up' : 'down';
    return {
      ...rest,
      unclaimed: { provider, account, createdBy, manager, madeBefore },
      kindOrder: this.#options.costs.kindOrder(direction),
    };
  }
}
