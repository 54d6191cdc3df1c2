import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  parseRepositoryUrl,
  type RepositoryLocation,
} from '@postern/backstage-plugin-private-exposure-common';

/** The annotation that names a repository on GitHub as `<owner>/<name>`. */
const GITHUB_PROJECT_SLUG = 'github.com/project-slug';

/** What stays within a repository, whoever writes it into an address. */
const SEGMENT = /^(?!\.\.?$)(?!\.git$)[A-Za-z0-9._@+=-]+$/i;

/** How hosts write the address of a file on the default branch; each understands `HEAD` as that. */
const filePaths: Readonly<Record<string, string>> = {
  github: 'blob/HEAD',
  gitlab: '-/blob/HEAD',
};

/** Where a manifest of an entity is. @internal */
export interface ManifestLocation {
  /** `<owner>/<name>`, for people. */
  repository: string;
  /** From the root of the repository. */
  path: string;
  /** For the URL reader; undefined on hosts of whose default branch nothing is known. */
  url: string | undefined;
}

/**
 * Finds a file in the repository that templates write to: that of the entity's source location, else the one that its
 * annotation `github.com/project-slug` names, on the default branch.
 *
 * @param path - inside the entity's folder
 * @returns undefined if neither leads to a Git host that the portal knows, or the path leads out of the repository
 * @internal
 */
export function locateManifest(
  entity: Entity,
  path: string,
  integrations: ScmIntegrationRegistry,
): ManifestLocation | undefined {
  const found =
    readSourceLocation(entity, integrations) ??
    readProjectSlug(entity, integrations);
  if (!found) return undefined;
  const { origin, type, location } = found;
  const folder = location.path === '' ? [] : location.path.split('/');
  const segments = [...folder, ...path.split('/')];
  if (!segments.every(segment => SEGMENT.test(segment))) return undefined;
  const { owner, name } = location;
  const repository = `${owner}/${name}`;
  const infix = filePaths[type];
  const address = [
    ...repository.split('/').map(encodeURIComponent),
    infix,
    ...segments.map(encodeURIComponent),
  ];
  return {
    repository,
    path: segments.join('/'),
    url: infix && `${origin}/${address.join('/')}`,
  };
}

interface FoundRepository {
  origin: string;
  /** Of the integration. */
  type: string;
  location: RepositoryLocation;
}

function readSourceLocation(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): FoundRepository | undefined {
  const annotation = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  if (!annotation?.startsWith('url:')) return undefined;
  const { target } = parseLocationRef(annotation);
  return toRepository(target, integrations);
}

function readProjectSlug(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): FoundRepository | undefined {
  const slug = entity.metadata.annotations?.[GITHUB_PROJECT_SLUG];
  const host = integrations.github.list()[0]?.config.host;
  if (!slug || !host) return undefined;
  return toRepository(`https://${host}/${slug}`, integrations);
}

function toRepository(
  url: string,
  integrations: ScmIntegrationRegistry,
): FoundRepository | undefined {
  const type = URL.canParse(url) ? integrations.byUrl(url)?.type : undefined;
  const location = type && parseRepositoryUrl(url, type);
  if (!type || !location) return undefined;
  return { origin: new URL(url).origin, type, location };
}
