import { recordsOfManifest } from '../builders/recordsOfManifest';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { YamlText } from '../edit/YamlText';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { ClusterProfile } from '../intents/clusterProfile';
import { codeMarkdown as code } from './escapeMarkdown';

/** What is known besides the intent. @internal */
export interface RecordOptions {
  /** The manifests as they are to be. */
  manifests: readonly GeneratedFile[];
  /** Files as they are. */
  existing: ExistingFiles;
  clusterProfile: ClusterProfile | undefined;
}

/** The published names that external-dns writes, each with the object that it has them from. */
function publishedRecords(
  { hostNames, externalDnsPrefix }: AwsCloudFrontIntent,
  files: readonly GeneratedFile[],
  clusterProfile: ClusterProfile | undefined,
): { object: string; name: string }[] {
  const context = {
    prefix: externalDnsPrefix,
    domainFilters: clusterProfile?.externalDnsDomains,
  };
  return files
    .filter(({ content }) => content.trim() !== '')
    .flatMap(({ path, content }) =>
      recordsOfManifest(YamlText.parse(path, content), context),
    )
    .flatMap(({ object, names }) =>
      names
        .filter(name => hostNames.includes(name))
        .map(name => ({ object, name })),
    );
}

const listOf = (items: readonly string[]) =>
  [...new Set(items)].map(code).join(', ');

/**
 * What a reviewer looks at because of external-dns: a name has its record from CloudFront's code or from external-dns, and
 * where both write it callers are led to the load balancer now and then.
 *
 * @internal
 */
export function recordChecks(
  intent: AwsCloudFrontIntent,
  { manifests, existing, clusterProfile }: RecordOptions,
): string[] {
  const after = publishedRecords(intent, manifests, clusterProfile);
  if (intent.externalDnsPrefix === undefined) {
    return after.length
      ? [
          `The cluster’s profile does not say which annotations its external-dns reads, so that nothing keeps it from ${listOf(
            after.map(({ name }) => name),
          )}. Where it watches ${listOf(
            after.map(({ object }) => object.split(' ')[0]),
          )}, it would lead the names to the load balancer, in the way of CloudFront’s records: set ${code(
            'externalDnsPrefix',
          )} in the profile first.`,
        ]
      : [];
  }
  const before = publishedRecords(
    intent,
    manifests.flatMap(({ path }) =>
      existing[path] === undefined ? [] : [{ path, content: existing[path] }],
    ),
    clusterProfile,
  );
  const stays = (name: string) => after.some(each => each.name === name);
  const gone = before.filter(({ name }) => !stays(name));
  return [
    ...(after.length
      ? [
          `${listOf(
            after.map(({ object }) => object),
          )} has names of others, or asks for the name itself, and is left as it is. Where external-dns watches it, that leads ${listOf(
            after.map(({ name }) => name),
          )} to the load balancer, in the way of CloudFront’s records: give the published names an object of their own.`,
        ]
      : []),
    ...(gone.length
      ? [
          `external-dns no longer writes ${listOf(
            gone.map(({ name }) => name),
          )}. Where it did so far, callers find nothing from the merge on until the infrastructure code is applied.`,
        ]
      : []),
  ];
}
