import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import {
  parseRepositoryUrl,
  type RepositoryLocation,
} from '@postern/backstage-plugin-private-exposure-common';
import { quoteForMessage } from '@postern/backstage-plugin-private-exposure-manifests';

/** The annotation that names a repository on GitHub as `<owner>/<name>`. */
const GITHUB_PROJECT_SLUG = 'github.com/project-slug';

/** A repository, in the forms that the stock actions take. @internal */
export interface FoundRepository {
  /** For `publish:*`: `<host>?owner=<owner>&repo=<name>`. */
  repoUrl: string;
  /** For `fetch:plain`: the address of the repository's root. */
  fetchUrl: string;
  /** `<owner>/<name>`, for people. */
  slug: string;
  /** The entity's folder inside the repository; empty for the root. */
  path: string;
}

/**
 * Finds the repository that a change for an entity goes to.
 *
 * 1. the repository that was given: its address, or what `RepoUrlPicker` writes;
 * 2. the entity's source location (`backstage.io/source-location`);
 * 3. the annotation `github.com/project-slug`, on the first GitHub host of the configuration.
 *
 * @throws InputError when none of these leads to a Git host that the portal knows.
 *
 * @internal
 */
export function findRepository(options: {
  /** Left out for what no entity claims: the repository is given then. */
  entity?: Entity;
  repoUrl?: string;
  integrations: ScmIntegrationRegistry;
}): FoundRepository {
  const { entity, repoUrl, integrations } = options;
  if (repoUrl) {
    return toFoundRepository(readRepoUrl(repoUrl, integrations), integrations);
  }
  if (!entity) {
    throw new InputError(
      'entityRef: choose a component, or give the address of a repository',
    );
  }
  const location =
    readSourceLocation(entity, integrations) ??
    readProjectSlug(entity, integrations);
  if (!location) {
    throw new InputError(
      `entityRef: the repository of '${stringifyEntityRef(
        entity,
      )}' is not known. Choose a repository in the form, or give the entity the annotation 'backstage.io/source-location'.`,
    );
  }
  return toFoundRepository(location, integrations);
}

function readRepoUrl(
  repoUrl: string,
  integrations: ScmIntegrationRegistry,
): RepositoryLocation {
  if (/^https?:\/\//i.test(repoUrl)) return readAddress(repoUrl, integrations);
  try {
    const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
    if (!owner) {
      throw new InputError('the owner is missing');
    }
    return { host, owner, name: repo, path: '' };
  } catch {
    // The parser's own message repeats what was typed, line ends included.
    throw new InputError(
      `repoUrl: ${quoteForMessage(
        repoUrl,
      )} does not name a repository on a Git host of this portal`,
    );
  }
}

function readAddress(
  url: string,
  integrations: ScmIntegrationRegistry,
): RepositoryLocation {
  const integration = URL.canParse(url) ? integrations.byUrl(url) : undefined;
  const location = integration && parseRepositoryUrl(url, integration.type);
  if (location) return location;
  const hosts = integrations.list().map(({ title }) => title);
  throw new InputError(
    `repoUrl: ${quoteForMessage(
      url,
    )} does not name a repository on a Git host of this portal: ${hosts.join(
      ', ',
    )}`,
  );
}

function readSourceLocation(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): RepositoryLocation | undefined {
  const annotation = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  if (!annotation) return undefined;
  const { type, target } = parseLocationRef(annotation);
  const integration =
    type === 'url' && URL.canParse(target)
      ? integrations.byUrl(target)
      : undefined;
  return integration && parseRepositoryUrl(target, integration.type);
}

function readProjectSlug(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): RepositoryLocation | undefined {
  const slug = entity.metadata.annotations?.[GITHUB_PROJECT_SLUG];
  const host = integrations.github.list()[0]?.config.host;
  if (!slug || !host) return undefined;
  return parseRepositoryUrl(`https://${host}/${slug}`, 'github');
}

function toFoundRepository(
  location: RepositoryLocation,
  integrations: ScmIntegrationRegistry,
): FoundRepository {
  const { host, owner, name, path } = location;
  const query = new URLSearchParams({ owner, repo: name });
  const base = baseUrlOf(integrations, host);
  return {
    repoUrl: `${host}?${query}`,
    fetchUrl: `${base}/${owner}/${name}`,
    slug: `${owner}/${name}`,
    path,
  };
}

/** The scheme is not part of a repository's name: only the integration knows whether its host speaks plain HTTP. */
function baseUrlOf(integrations: ScmIntegrationRegistry, host: string): string {
  const known =
    integrations.github.byHost(host)?.config.apiBaseUrl ??
    integrations.gitlab.byHost(host)?.config.baseUrl ??
    integrations.gitea.byHost(host)?.config.baseUrl;
  const protocol = known ? new URL(known).protocol : 'https:';
  return `${protocol}//${host}`;
}
