import {
  InputError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { PullRequestReading } from './ChangeStore';
import type { Contributors } from './ContributorList';

/** One kind of Git host. @internal */
export interface PullRequestHost {
  /** Whether an address is one of a pull request on a host that the configuration knows. */
  handles(url: string): boolean;
  /** Asks the host. @throws if it does not answer, or not with a pull request */
  read(
    url: string,
    options: { signal: AbortSignal },
  ): Promise<PullRequestReading>;
  /** Asks the host who put something into it. @throws as `read` does */
  readContributors(
    url: string,
    options: { signal: AbortSignal },
  ): Promise<Contributors>;
}

/**
 * Asks Git hosts about pull requests, with the credentials of the `integrations` configuration.
 *
 * @internal
 */
export class PullRequestReader {
  readonly #hosts: readonly PullRequestHost[];

  private constructor(hosts: readonly PullRequestHost[]) {
    this.#hosts = hosts;
  }

  static create(hosts: readonly PullRequestHost[]): PullRequestReader {
    return new PullRequestReader(hosts);
  }

  /**
   * @throws InputError if nobody could follow the address. An address that no configured host has is refused here, at
   * the door: a credential must never be sent to where a request body says.
   */
  requireKnown(url: string): void {
    if (!this.#hostOf(url)) {
      throw new InputError(
        `'url' must be the address of a pull request or merge request on a GitHub or GitLab host under 'integrations' in the configuration, not '${url}'`,
      );
    }
  }

  /** What the host says now. */
  async read(
    url: string,
    options: { signal: AbortSignal },
  ): Promise<PullRequestReading> {
    return this.#requireHost(url).read(url, options);
  }

  /** Who put something into it, by what the host says now. */
  async readContributors(
    url: string,
    options: { signal: AbortSignal },
  ): Promise<Contributors> {
    return this.#requireHost(url).readContributors(url, options);
  }

  #requireHost(url: string): PullRequestHost {
    const host = this.#hostOf(url);
    if (host) return host;
    throw new NotFoundError(
      `No host under 'integrations' in the configuration has '${url}' any more`,
    );
  }

  #hostOf(url: string): PullRequestHost | undefined {
    return isWebAddress(url)
      ? this.#hosts.find(host => host.handles(url))
      : undefined;
  }
}

/** Pages link to the address: `javascript:` has hosts too. And a password in it would be shown to everybody. */
function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** How a Git host is asked. @internal */
export interface FetchInit {
  /** With the credential. */
  headers?: Record<string, string>;
  /** Ends the call. */
  signal: AbortSignal;
}

/** More than any host needs for a repository that was renamed or given away. */
const MOST_REDIRECTS = 3;

/**
 * Gets whatever JSON a Git host answers with. A repository that was renamed is followed to where its host says it is now.
 *
 * @throws ResponseError
 * @throws ServiceUnavailableError for a redirect that would lead the credential to another host, or round in a circle
 * @internal
 */
export async function fetchAnswer(
  url: string,
  init: FetchInit,
): Promise<unknown> {
  let address = url;
  for (let asked = 0; asked <= MOST_REDIRECTS; asked += 1) {
    const response = await fetch(address, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !location) {
      if (!response.ok) throw await ResponseError.fromResponse(response);
      return readJson(response, url);
    }
    await response.body?.cancel();
    address = new URL(location, address).href;
    if (new URL(address).origin !== new URL(url).origin) {
      throw new ServiceUnavailableError(
        `'${url}' leads to another host, which must not see the credential`,
      );
    }
  }
  throw new ServiceUnavailableError(
    `'${url}' leads on more than ${MOST_REDIRECTS} times`,
  );
}

/** A host that wants a person to sign in answers with a page. */
async function readJson(response: Response, url: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new ServiceUnavailableError(
      `'${url}' did not answer with JSON`,
      error,
    );
  }
}

/**
 * Gets a JSON object from a Git host.
 *
 * @internal
 */
export async function fetchJson(
  url: string,
  init: FetchInit,
): Promise<Record<string, unknown>> {
  const body = await fetchAnswer(url, init);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return { ...body };
  }
  throw new ServiceUnavailableError(
    `'${url}' did not answer with a pull request`,
  );
}

/** The text under a key of an answer, if there is one. @internal */
export function textOf(
  body: Record<string, unknown>,
  key: string,
): string | undefined {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
}

/** The time under a key of an answer, if there is one. @internal */
export function timeOf(
  body: Record<string, unknown>,
  key: string,
): Date | undefined {
  const text = textOf(body, key);
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time);
}
