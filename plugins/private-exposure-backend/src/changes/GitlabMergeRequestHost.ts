import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  getGitLabRequestOptions,
  type GitLabIntegrationConfig,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { ChangeState } from '@postern/backstage-plugin-private-exposure-common';
import type { PullRequestReading } from './ChangeStore';
import type { Contributors } from './ContributorList';
import { readGitlabContributors } from './gitlabContributors';
import {
  fetchAnswer,
  fetchJson,
  type PullRequestHost,
  textOf,
  timeOf,
} from './PullRequestReader';

/** GitLab's words for the state of a merge request; one that is being merged is still open. */
const states: Record<string, ChangeState> = {
  opened: 'open',
  locked: 'open',
  merged: 'merged',
  closed: 'closed',
};

/**
 * GitLab (`GET /projects/{path}/merge_requests/{iid}`).
 *
 * @internal
 */
export class GitlabMergeRequestHost implements PullRequestHost {
  readonly #integrations: ScmIntegrationRegistry;

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
  }

  handles(url: string): boolean {
    return this.#locate(url) !== undefined;
  }

  async read(
    url: string,
    { signal }: { signal: AbortSignal },
  ): Promise<PullRequestReading> {
    const address = this.#locate(url);
    if (!address) throw new NotFoundError(`No GitLab host has '${url}'`);
    const { headers } = getGitLabRequestOptions(address.config);
    const body = await fetchJson(address.apiUrl, { headers, signal });
    const state = states[textOf(body, 'state') ?? ''];
    if (!state) {
      throw new ServiceUnavailableError(
        `The Git host gave no state for '${url}'`,
      );
    }
    return {
      state,
      title: textOf(body, 'title'),
      endedAt: timeOf(body, 'merged_at') ?? timeOf(body, 'closed_at'),
      movedAt: timeOf(body, 'updated_at'),
    };
  }

  async readContributors(
    url: string,
    { signal }: { signal: AbortSignal },
  ): Promise<Contributors> {
    const address = this.#locate(url);
    if (!address) throw new NotFoundError(`No GitLab host has '${url}'`);
    const { headers } = getGitLabRequestOptions(address.config);
    return readGitlabContributors({
      requestUrl: address.apiUrl,
      apiBaseUrl: address.config.apiBaseUrl,
      host: address.config.host,
      get: asked => fetchAnswer(asked, { headers, signal }),
    });
  }

  #locate(
    url: string,
  ): { apiUrl: string; config: GitLabIntegrationConfig } | undefined {
    const config = URL.canParse(url)
      ? this.#integrations.gitlab.byUrl(url)?.config
      : undefined;
    // The base may have a path of its own, which is not part of the project's.
    if (!config || !url.startsWith(`${config.baseUrl}/`)) return undefined;
    const path = new URL(url).pathname.slice(
      new URL(config.baseUrl).pathname.replace(/\/$/, '').length,
    );
    const match = /^\/(.+?)(?:\/-)?\/merge_requests\/(\d+)\/?$/.exec(path);
    if (!match) return undefined;
    const [, project, number] = match;
    // Only what names are made of: an escaped slash would lead elsewhere in the API.
    if (!/^[\w.-]+(?:\/[\w.-]+)+$/.test(project)) return undefined;
    return {
      config,
      apiUrl: `${config.apiBaseUrl}/projects/${encodeURIComponent(
        project,
      )}/merge_requests/${number}`,
    };
  }
}
