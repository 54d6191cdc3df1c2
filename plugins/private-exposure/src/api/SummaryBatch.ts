import type { EntitySummary } from '@postern/backstage-plugin-private-exposure-common';

type FetchSummaries = (entityRefs: string[]) => Promise<EntitySummary[]>;

/** As many as the backend takes in one request. */
const maxRefsPerRequest = 100;

/**
 * Joins what is asked for within one tick into as few requests as possible.
 *
 * @remarks
 * A listing that shows a line per entity asks once for all of them, and a ref that two lines ask for is sent once.
 * Nothing is remembered after the answer: freshness is for those who ask to decide.
 *
 * @internal
 */
export class SummaryBatch {
  readonly #fetchSummaries: FetchSummaries;
  #waiting: { refs: Set<string>; answer: Promise<EntitySummary[]> } | undefined;

  constructor(fetchSummaries: FetchSummaries) {
    this.#fetchSummaries = fetchSummaries;
  }

  /** The summaries of the given entities; an entity without exposures has none. */
  async load(entityRefs: string[]): Promise<EntitySummary[]> {
    const batch = this.#waiting ?? this.#open();
    entityRefs.forEach(ref => batch.refs.add(ref));
    const summaries = await batch.answer;
    return summaries.filter(summary => entityRefs.includes(summary.entityRef));
  }

  #open() {
    const refs = new Set<string>();
    // A macrotask, not a microtask: all effects of one React commit come first.
    const tick = new Promise<void>(resolve => {
      setTimeout(resolve, 0);
    });
    const batch = { refs, answer: tick.then(() => this.#send([...refs])) };
    this.#waiting = batch;
    return batch;
  }

  async #send(refs: string[]): Promise<EntitySummary[]> {
    this.#waiting = undefined;
    const requests: Promise<EntitySummary[]>[] = [];
    for (let start = 0; start < refs.length; start += maxRefsPerRequest) {
      requests.push(
        this.#fetchSummaries(refs.slice(start, start + maxRefsPerRequest)),
      );
    }
    return (await Promise.all(requests)).flat();
  }
}
