/**
 * What a fault does to a call.
 *
 * @remarks
 * - `error`: the service answers with this code and status.
 * - `timeout`: no answer, until the client gives up or the fault is cleared.
 * - `reset`: the connection breaks.
 * - `failed-page`: like `error`, but only for this page of a listing (the first
 *   is 1).
 * - `state-word`: every state in the answer is this word.
 * - `token-on-every-page`: the last page of a listing carries a token too, and
 *   so does the empty page behind it, as WAF is reported to answer
 *   (https://github.com/boto/boto3/issues/3715). Of AWS alone.
 * - `unsuccessful`: HTTP 200 with every resource in the `Unsuccessful` list,
 *   and nothing done. In Azure, a long-running operation that fails at its end,
 *   or a write that is answered with the resource as it was.
 *
 * @public
 */
export type FaultEffect =
  | { type: 'error'; code: string; message?: string; status?: number }
  | { type: 'timeout' }
  | { type: 'reset' }
  | { type: 'failed-page'; page: number; code?: string; status?: number }
  | { type: 'state-word'; word: string }
  | { type: 'token-on-every-page' }
  | { type: 'unsuccessful'; code?: string; message?: string };

/** Who is called. @public */
export type Cloud = 'aws' | 'azure';

/** Which calls a fault meets; what is not given matches all. @public */
export interface FaultTarget {
  cloud?: Cloud;
  /** As in the credential scope, such as `ec2` or `cloudfront`, or a namespace such as `Microsoft.Network`. */
  service?: string;
  /** Of Azure the operation's published id, such as `PrivateLinkServices_Get`. */
  action?: string;
  /** Of Azure the subscription. */
  accountId?: string;
  /** Azure's calls have none. */
  region?: string;
}

/** A fault to inject. @public */
export interface FaultInput extends FaultTarget {
  effect: FaultEffect;
  /** How many calls it meets; default all until it is cleared. */
  times?: number;
  /**
   * True lets the service do its work first, and spoils only the answer. For
   * `error`, `timeout` and `reset`.
   */
  afterEffect?: boolean;
}

/** A fault in force. @public */
export interface Fault extends FaultInput {
  id: string;
  /** How many calls it has met. */
  met: number;
}

/** One call, as faults look at it. @public */
export interface FaultSubject extends Required<FaultTarget> {
  /** The page that a listing is at. */
  page: number;
}

const TARGET_KEYS = [
  'cloud',
  'service',
  'action',
  'accountId',
  'region',
] as const;

function meets(fault: Fault, subject: FaultSubject): boolean {
  const { effect } = fault;
  return (
    (fault.times === undefined || fault.met < fault.times) &&
    TARGET_KEYS.every(
      key => fault[key] === undefined || fault[key] === subject[key],
    ) &&
    (effect.type !== 'failed-page' || effect.page === subject.page)
  );
}

/**
 * The faults in force. Those injected first are met first.
 *
 * @public
 */
export class FaultRules {
  readonly #faults = new Map<string, Fault>();
  readonly #releases = new Set<() => void>();
  #count = 0;

  /** Injects a fault. */
  inject(input: FaultInput): Fault {
    this.#count += 1;
    const fault: Fault = { ...input, id: `fault-${this.#count}`, met: 0 };
    this.#faults.set(fault.id, fault);
    return fault;
  }

  /** All faults, spent ones too. */
  list(): Fault[] {
    return [...this.#faults.values()];
  }

  /** Ends one fault, or all, and lets calls go that hang in a `timeout`. */
  clear(id?: string): void {
    if (id === undefined) this.#faults.clear();
    else this.#faults.delete(id);
    for (const release of this.#releases) release();
    this.#releases.clear();
  }

  /** The first fault that meets the call at this stage; it is counted. */
  take(
    subject: FaultSubject,
    stage: { types: FaultEffect['type'][]; afterEffect: boolean },
  ): Fault | undefined {
    const fault = this.list().find(
      one =>
        stage.types.includes(one.effect.type) &&
        Boolean(one.afterEffect) === stage.afterEffect &&
        meets(one, subject),
    );
    if (fault) fault.met += 1;
    return fault;
  }

  /** Calls `release` at the next `clear`. */
  onClear(release: () => void): void {
    this.#releases.add(release);
  }
}
