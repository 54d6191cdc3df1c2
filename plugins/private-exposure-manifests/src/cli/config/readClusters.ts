import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { Minimatch } from 'minimatch';
import { z } from 'zod';
import { AnyClusterProfile, parseClusterProfile } from '../../intents';
import { UsageError } from '../UsageError';

/** Clusters by name, in the form of `privateExposure.clusters`, with the files that each one gets. */
const clustersSchema = z.record(
  z
    .object({
      /** Patterns of the paths that end up in this cluster. */
      paths: z.array(z.string()).optional(),
    })
    .passthrough(),
);
const fileSchema = z.union([
  z.object({ privateExposure: z.object({ clusters: clustersSchema }) }),
  z.object({ clusters: clustersSchema }),
]);

/** Says which cluster a file is for; `undefined` where that is not known. @internal */
export type FindCluster = (path: string) => AnyClusterProfile | undefined;

/**
 * Reads a file of cluster profiles: `clusters:` with the same entries as in an app-config, or an app-config itself. An
 * entry may have `paths`, patterns of the files that end up in it.
 *
 * @param only - Name of the cluster that all files are for.
 * @throws {@link UsageError} naming the file and the field.
 *
 * @internal
 */
export async function readClusters(
  file: string,
  options: { cwd: string; only?: string },
): Promise<FindCluster> {
  const { cwd, only } = options;
  const text = await readFile(resolve(cwd, file), 'utf8').catch(error => {
    throw new UsageError(`${file} can't be read: ${error.message}`);
  });
  const read = fileSchema.safeParse(parse(file, text));
  if (!read.success) {
    throw new UsageError(
      `${file} has no clusters: write them under 'clusters:', by name, as in app-config.yaml`,
    );
  }
  const table =
    'clusters' in read.data
      ? read.data.clusters
      : read.data.privateExposure.clusters;
  const clusters = Object.entries(table).map(([name, { paths, ...entry }]) => ({
    patterns: paths?.map(pattern => new Minimatch(pattern, { dot: true })),
    profile: parseProfile(file, name, entry),
  }));
  if (only !== undefined) {
    const named = clusters.find(({ profile }) => profile.name === only);
    if (!named) {
      throw new UsageError(
        `${file} has no cluster '${only}', only ${Object.keys(table).join(
          ', ',
        )}`,
      );
    }
    return () => named.profile;
  }
  // One cluster without patterns is the cluster of everything.
  if (clusters.length === 1 && !clusters[0].patterns) {
    return () => clusters[0].profile;
  }
  return path =>
    clusters.find(({ patterns }) =>
      patterns?.some(pattern => pattern.match(path)),
    )?.profile;
}

function parse(file: string, text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    throw new UsageError(
      `${file} is no YAML: ${
        error instanceof Error ? error.message.split('\n')[0] : error
      }`,
    );
  }
}

function parseProfile(file: string, name: string, entry: unknown) {
  try {
    return parseClusterProfile(name, entry);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UsageError(`${file}, cluster ${name}: ${error.message}`);
  }
}
