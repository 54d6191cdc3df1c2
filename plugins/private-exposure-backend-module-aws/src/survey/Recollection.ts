import type { ScopeMemory } from '../clients/ScopeMemory';
import type { Seen } from '../inspection/Seen';

/** For how long it counts what a survey was told, where a later one is told nothing, in milliseconds. */
const RECALLED_MS = 15 * 60_000;

/** How long a scope that is not surveyed any more keeps it, in milliseconds. */
const KEPT_MS = 2 * RECALLED_MS;

interface Told {
  value: unknown;
  /** On the clock of `performance`. */
  at: number;
}

/**
 * What the surveys of a scope were told lately about what exposures depend on. A listing that fails or may not be read
 * changes no exposure for as long as an inspection would count; after that, nobody knows, and nothing is said.
 *
 * @internal
 */
export class Recollection {
  readonly #told = new Map<string, Told>();

  private constructor() {}

  /** That of a scope, without what is too old by now. */
  static async of(
    memory: ScopeMemory,
    signal: AbortSignal,
  ): Promise<Recollection> {
    const keep = { keptMs: KEPT_MS, signal };
    const key = 'what surveys were told';
    const known = await memory.remember(
      key,
      { ...keep, since: -Infinity },
      async () => new Recollection(),
    );
    known.#forgetBefore(performance.now() - RECALLED_MS);
    // Each survey begins the time anew.
    return memory.remember(
      key,
      { ...keep, since: Infinity },
      async () => known,
    );
  }

  /**
   * What a survey sees of something, or else what was seen of it lately; `undefined` if nothing was.
   *
   * @param id - Names it within the scope; each is only ever used with one type.
   */
  recall<Value>(id: string, seen: Seen<Value>): Value | undefined {
    if (seen.type === 'unseen') {
      return this.#told.get(id)?.value as Value | undefined;
    }
    this.#told.set(id, { value: seen.value, at: performance.now() });
    return seen.value;
  }

  #forgetBefore(moment: number): void {
    for (const [id, { at }] of this.#told) {
      if (at < moment) this.#told.delete(id);
    }
  }
}
