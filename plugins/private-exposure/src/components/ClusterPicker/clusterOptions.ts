import type { Cluster } from '@postern/backstage-plugin-private-exposure-common';

/** A cluster as a form offers it. @internal */
export interface ClusterOption {
  name: string;
  /** Shown instead of the name. */
  title?: string;
}

/**
 * The clusters that a template lists itself: `ui:options.clusters` (names, or objects with `name` and `title`), else the
 * parameter's `enum` with its `enumNames`.
 *
 * @remarks
 * Written by a template's author, so anything that is neither is left out instead of breaking the form.
 *
 * @internal
 */
export function readClusterOptions(sources: {
  uiOptions?: object;
  schema?: object;
}): ClusterOption[] {
  const clusters = readList(sources.uiOptions, 'clusters');
  if (clusters.length > 0) return clusters.flatMap(toOption);
  const titles = readList(sources.schema, 'enumNames');
  return readList(sources.schema, 'enum').flatMap((name, index) => {
    const title = titles[index];
    if (typeof name !== 'string') return [];
    return typeof title === 'string' ? { name, title } : { name };
  });
}

/** The cloud whose clusters a template takes, by `ui:options.cloud`; those of every cloud unless given. @internal */
export function readCloud(uiOptions: object | undefined): string | undefined {
  const cloud: unknown =
    uiOptions && new Map(Object.entries(uiOptions)).get('cloud');
  return typeof cloud === 'string' ? cloud : undefined;
}

/**
 * The clusters with a profile that a template takes: all of its cloud, or of its own list, in that list's order and with
 * its titles.
 *
 * @internal
 */
export function offerClusters(
  clusters: readonly Cluster[],
  template: { own: readonly ClusterOption[]; cloud?: string },
): ClusterOption[] {
  const { own, cloud } = template;
  const taken = clusters.filter(
    ({ profile }) => !cloud || cloudOf(profile) === cloud,
  );
  if (own.length === 0) {
    return taken.map(({ name, profile }) => ({
      name,
      title: describeCluster(name, profile),
    }));
  }
  const titles = new Map(
    taken.map(({ name, profile }) => [name, describeCluster(name, profile)]),
  );
  return own
    .filter(({ name }) => titles.has(name))
    .map(({ name, title = titles.get(name) }) => ({ name, title }));
}

/** A profile that names no cloud is of a cluster on AWS, as everywhere else. */
function cloudOf(profile: Cluster['profile']): string {
  return profile.cloud ?? 'aws';
}

function describeCluster(name: string, profile: Cluster['profile']): string {
  const { accountId, subscriptionId, region, location } = profile;
  const facts = [accountId ?? subscriptionId, region ?? location].filter(
    fact => fact !== undefined,
  );
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

function readList(source: object | undefined, key: string): unknown[] {
  const value: unknown =
    source && Object.entries(source).find(([name]) => name === key)?.[1];
  return Array.isArray(value) ? value : [];
}

function toOption(value: unknown): ClusterOption[] {
  if (typeof value === 'string') return [{ name: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (!('name' in value) || typeof value.name !== 'string') return [];
  const title =
    'title' in value && typeof value.title === 'string'
      ? { title: value.title }
      : {};
  return [{ name: value.name, ...title }];
}
