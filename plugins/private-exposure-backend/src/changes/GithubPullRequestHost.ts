import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { PullRequestReading } from './ChangeStore';
import type { Contributors } from './ContributorList';
import { readGithubContributors } from './githubContributors';
import {
  fetchAnswer,
  fetchJson,
  type FetchInit,
  type PullRequestHost,
  textOf,
  timeOf,
} from './PullRequestReader';

interface GithubAddress {
  apiBaseUrl: string;
  /** The pull request in the API. */
  apiUrl: string;
  /** For the choice of the credential. */
  repositoryUrl: string;
}

/**
 * GitHub, and hosts that speak its REST API (`GET /repos/{owner}/{repo}/pulls/{number}`).
 *
 * @internal
 */
export class GithubPullRequestHost implements PullRequestHost {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
    this.#credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  handles(url: string): boolean {
    return this.#locate(url) !== undefined;
  }

  async read(
    url: string,
    { signal }: { signal: AbortSignal },
  ): Promise<PullRequestReading> {
    const { apiUrl, init } = await this.#prepare(url, signal);
    return toReading(await fetchJson(apiUrl, init), url);
  }

  async readContributors(
    url: string,
    { signal }: { signal: AbortSignal },
  ): Promise<Contributors> {
    const { apiUrl, apiBaseUrl, init } = await this.#prepare(url, signal);
    return readGithubContributors({
      pullUrl: apiUrl,
      apiBaseUrl,
      get: address => fetchAnswer(address, init),
    });
  }

  async #prepare(
    url: string,
    signal: AbortSignal,
  ): Promise<GithubAddress & { init: FetchInit }> {
    const address = this.#locate(url);
    if (!address) throw new NotFoundError(`No GitHub host has '${url}'`);
    const { headers } = await this.#credentials.getCredentials({
      url: address.repositoryUrl,
    });
    const accept = 'application/vnd.github+json';
    return { ...address, init: { headers: { accept, ...headers }, signal } };
  }

  #locate(url: string): GithubAddress | undefined {
    if (!URL.canParse(url)) return undefined;
    const integration = this.#integrations.github.byUrl(url);
    const { origin, pathname } = new URL(url);
    // Only what names are made of: an escaped slash would lead elsewhere in the API.
    const match = /^\/([\w.-]+)\/([\w.-]+)\/pull\/(\d+)\/?$/.exec(pathname);
    if (!integration?.config.apiBaseUrl || !match) return undefined;
    const [, owner, repo, number] = match;
    const { apiBaseUrl } = integration.config;
    return {
      apiBaseUrl,
      apiUrl: `${apiBaseUrl}/repos/${owner}/${repo}/pulls/${number}`,
      repositoryUrl: `${origin}/${owner}/${repo}`,
    };
  }
}

function toReading(
  body: Record<string, unknown>,
  url: string,
): PullRequestReading {
  const title = textOf(body, 'title');
  if (body.state === 'open') {
    return { state: 'open', title, movedAt: timeOf(body, 'updated_at') };
  }
  if (body.state !== 'closed') {
    throw new ServiceUnavailableError(
      `The Git host gave no state for '${url}'`,
    );
  }
  const mergedAt = timeOf(body, 'merged_at');
  return body.merged === true || mergedAt
    ? { state: 'merged', title, endedAt: mergedAt }
    : { state: 'closed', title, endedAt: timeOf(body, 'closed_at') };
}
