import type { Scope } from './answers';
import type { BenchWorld } from './BenchWorld';
import { readMemory, resetPeak } from './processMemory';

/** What one survey took. @internal */
export interface SurveyRun {
  /** By the backend's own measure, from its start to its end. */
  milliseconds: number;
  /** Resident memory of the backend just before the first call. */
  restBytes: number;
  /** What the survey added to that at its peak. */
  addedBytes: number;
}

/**
 * Surveys of one scope, each waited for. The first comes by itself; later ones are asked for by a refresh.
 *
 * @internal
 */
export class SurveyRuns {
  readonly #world: BenchWorld;
  readonly #scopeId: string;
  #refreshes = 0;

  constructor(world: BenchWorld, scopeId: string) {
    this.#world = world;
    this.#scopeId = scopeId;
  }

  /** The scope as the backend tells of it. @throws Error if there is none */
  async readScope(): Promise<Scope> {
    const { items } = await this.#world.ask<{ items: Scope[] }>(
      '/api/private-exposure/v1/scopes',
    );
    const scope = items.find(({ id }) => id === this.#scopeId);
    if (!scope) throw new Error(`There is no scope '${this.#scopeId}'`);
    return scope;
  }

  /** @throws Error if a survey came before the backend was at rest: then nothing can be measured of the first */
  async requireNone(): Promise<void> {
    const { source } = await this.readScope();
    if (source.observedAt) {
      throw new Error('The first survey came before the backend was at rest');
    }
  }

  /** Runs one, with the sandbox's log of calls cleared before it. @throws Error if it fails */
  async run(): Promise<SurveyRun> {
    const before = await this.readScope();
    await this.#world.control('DELETE', '/requests');
    if (before.source.observedAt) await this.#ask();
    const memory = await this.#readUntilFirstCall();
    for (;;) {
      const scope = await this.readScope();
      if (scope.source.state === 'failed') throw new Error(scope.source.error);
      const seen = scope.source.observedAt;
      if (seen && seen !== before.source.observedAt) {
        return {
          milliseconds: (scope.durationSeconds ?? NaN) * 1000,
          restBytes: memory,
          addedBytes: readMemory(this.#world.backendPid).peak - memory,
        };
      }
      await new Promise(wake => setTimeout(wake, 100));
    }
  }

  /**
   * The calls of the latest survey, as the sandbox logged them: what comes after its end is its first inspections, which
   * have a budget of their own.
   */
  async calls(): Promise<LoggedCall[]> {
    const { requests } = await this.#world.control('GET', '/requests');
    const { source, durationSeconds = 0 } = await this.readScope();
    const end = Date.parse(source.observedAt ?? '') + durationSeconds * 1000;
    return (requests as LoggedCall[]).filter(({ at }) => at <= end);
  }

  /** Each time by another exposure, for a refresh of one is taken once a minute. */
  async #ask(): Promise<void> {
    const exposures = '/api/private-exposure/v1/exposures';
    const page = await this.#world.ask<{ items: { id: string }[] }>(
      `${exposures}?limit=200&scopeId=${encodeURIComponent(this.#scopeId)}`,
    );
    const { id } = page.items[this.#refreshes++];
    await this.#world.ask(`${exposures}/${id}/refresh`, { method: 'POST' });
  }

  /**
   * Resident memory just before a survey's first call, from when on the peak counts. It is read so late because an idle
   * V8 gives back what the start took: earlier, the survey would fill what the start had left behind.
   */
  async #readUntilFirstCall(): Promise<number> {
    const pid = this.#world.backendPid;
    let memory = readMemory(pid).now;
    for (;;) {
      resetPeak(pid);
      const { now } = readMemory(pid);
      const { requests } = await this.#world.control('GET', '/requests');
      if ((requests as unknown[]).length > 0) return memory;
      memory = now;
      await new Promise(wake => setTimeout(wake, 100));
    }
  }
}

/** A call as the sandbox logged it. @internal */
export interface LoggedCall {
  /** Of AWS the service, of Azure the resource provider's namespace. */
  service: string;
  /** The API's own name of the call. */
  action: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** HTTP status. */
  status: number;
}
