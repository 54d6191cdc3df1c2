/** A call that the sandbox answered, or left without an answer. @public */
export interface LoggedRequest {
  requestId: string;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  at: number;
  /** Of AWS as in the credential scope, of Azure the namespace. */
  service: string;
  /** Of Azure the operation's published id, such as `PrivateLinkServices_Get`. */
  action: string;
  /** Of Azure the subscription. Empty for a caller that could not be told. */
  accountId: string;
  /** Empty for Azure, whose calls have none. */
  region: string;
  /** HTTP status; 0 for a call without an answer. */
  status: number;
  errorCode?: string;
}

/** How often an action was called. @public */
export interface CallCount {
  service: string;
  action: string;
  accountId: string;
  region: string;
  calls: number;
  errors: number;
}

/** How many calls are kept one by one; the counts go on beyond. */
const KEPT_REQUESTS = 20_000;

/**
 * The calls since the start or the last reset.
 *
 * @public
 */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #counts = new Map<string, CallCount>();

  /** Notes a call. */
  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > 2 * KEPT_REQUESTS) {
      this.#requests = this.#requests.slice(-KEPT_REQUESTS);
    }
    const { service, action, accountId, region } = request;
    const key = [service, action, accountId, region].join('/');
    const count = this.#counts.get(key) ?? {
      service,
      action,
      accountId,
      region,
      calls: 0,
      errors: 0,
    };
    count.calls += 1;
    if (request.status < 200 || request.status >= 300) count.errors += 1;
    this.#counts.set(key, count);
  }

  /** The latest calls, oldest first. */
  list(): LoggedRequest[] {
    return this.#requests.slice(-KEPT_REQUESTS);
  }

  /** Calls by service, action, account and region. */
  counts(): CallCount[] {
    return [...this.#counts.values()].map(count => ({ ...count }));
  }

  /** How many calls there were, of one service or action if it is given. */
  total(filter: { service?: string; action?: string } = {}): number {
    return this.counts()
      .filter(
        ({ service, action }) =>
          (filter.service ?? service) === service &&
          (filter.action ?? action) === action,
      )
      .reduce((sum, { calls }) => sum + calls, 0);
  }

  /** Forgets all calls and counts. */
  reset(): void {
    this.#requests = [];
    this.#counts.clear();
  }
}
