import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { PullRequestReading } from './ChangeStore';
import {
  fetchJson,
  type PullRequestHost,
  textOf,
  timeOf,
} from './PullRequestReader';

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
    const address = this.#locate(url);
    if (!address) throw new NotFoundError(`No GitHub host has '${url}'`);
    const { headers } = await this.#credentials.getCredentials({
      url: address.repositoryUrl,
    });
    const body = await fetchJson(address.apiUrl, {
      headers: { accept: 'application/vnd.github+json', ...headers },
      signal,
    });
    return toReading(body, url);
  }

  #locate(url: string): { apiUrl: string; repositoryUrl: string } | undefined {
    if (!URL.canParse(url)) return undefined;
    const integration = this.#integrations.github.byUrl(url);
    const { origin, pathname } = new URL(url);
    // Only what names are made of: an escaped slash would lead elsewhere in the API.
    const match = /^\/([\w.-]+)\/([\w.-]+)\/pull\/(\d+)\/?$/.exec(pathname);
    if (!integration?.config.apiBaseUrl || !match) return undefined;
    const [, owner, repo, number] = match;
    return {
      apiUrl: `${integration.config.apiBaseUrl}/repos/${owner}/${repo}/pulls/${number}`,
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
