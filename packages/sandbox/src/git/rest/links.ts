import { fullName } from '../GitHost';
import { RepositoryInfo } from '../types';

/**
 * Addresses of the host's things, as its answers and pages print them.
 * @internal
 */
export interface Links {
  /** The web page's root, without a slash at the end. */
  web: string;
  /** The REST API's root, without a slash at the end. */
  api: string;
}

/**
 * The addresses that belong to a host at `origin`, the API where GitHub Enterprise has it.
 * @internal
 */
export function createLinks(origin: string): Links {
  return { web: origin, api: `${origin}/api/v3` };
}

/**
 * A path's segments, each encoded for a URL.
 * @internal
 */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * A repository's address in the API.
 * @internal
 */
export function repositoryApiUrl(links: Links, info: RepositoryInfo): string {
  return `${links.api}/repos/${fullName(info)}`;
}

/**
 * A repository's page.
 * @internal
 */
export function repositoryWebUrl(links: Links, info: RepositoryInfo): string {
  return `${links.web}/${fullName(info)}`;
}
