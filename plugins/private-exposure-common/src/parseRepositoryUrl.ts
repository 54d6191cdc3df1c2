/** Where an entity's source lies on a Git host. @public */
export interface RepositoryLocation {
  /** Host name with port, for example `github.com` or `localhost:7071`. */
  host: string;
  /** Organization, user or group; GitLab's subgroups are kept, joined with slashes. */
  owner: string;
  /** Name of the repository, without `.git`. */
  name: string;
  /** Folder of the entity inside the repository; empty for its root. */
  path: string;
}

interface PathParts {
  repository: string[];
  inside: string[];
}

/**
 * Takes a URL of a file or folder on a Git host apart. Returns `undefined` for a URL that has no owner and repository.
 *
 * @remarks A branch name with a slash can't be told from a folder in such a URL. Pull requests start from the default
 * branch, so that only the folder matters here.
 *
 * @param integrationType - what the integration of the host is, such as `github`
 * @public
 */
export function parseRepositoryUrl(
  url: string,
  integrationType: string,
): RepositoryLocation | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  const segments = pathname
    .split('/')
    .filter(segment => segment !== '')
    .map(decodeSegment);
  if (segments.some(isTrouble)) return undefined;
  const { repository, inside } =
    integrationType === 'gitlab'
      ? splitGitlabPath(segments)
      : splitOwnerAndName(segments);
  const name = repository.at(-1)?.replace(/\.git$/, '');
  if (repository.length < 2 || !name) return undefined;
  return {
    host,
    owner: repository.slice(0, -1).join('/'),
    name,
    path: inside.join('/'),
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A `%` that encodes nothing: no host has such a repository.
    return '';
  }
}

/** What would mean another repository once it is part of an address again. */
function isTrouble(segment: string): boolean {
  return segment === '' || /[/\\?#\p{Cc}]/u.test(segment);
}

/** GitLab: `/group/subgroup/name/-/tree/<ref>/<folder>`. */
function splitGitlabPath(segments: string[]): PathParts {
  const dash = segments.indexOf('-');
  if (dash === -1) return { repository: segments, inside: [] };
  return {
    repository: segments.slice(0, dash),
    inside: segments.slice(dash + 3),
  };
}

/** GitHub: `/owner/name/tree/<ref>/<folder>`; Gitea: `/owner/name/src/branch/<ref>/<folder>`. */
function splitOwnerAndName(segments: string[]): PathParts {
  const refLength = segments[2] === 'src' ? 3 : 2;
  return {
    repository: segments.slice(0, 2),
    inside: segments.slice(2 + refLength),
  };
}
