import type { Config } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';
import {
  DEFAULT_OWNER_TAG,
  isAutoModeProfile,
  ownerTagSchema,
  parseClusterProfile,
  parseIntent,
  type AnyClusterProfile,
  type AzureClusterProfile,
  type ClusterProfile,
  type IntentIssue,
} from '@postern/backstage-plugin-private-exposure-manifests';

const CLUSTERS = 'privateExposure.clusters';
const OWNER_TAG = 'privateExposure.ownerTag';

/** Cluster profiles by name. @public */
export type ClusterProfiles = ReadonlyMap<string, AnyClusterProfile>;

/**
 * Reads `privateExposure.clusters`.
 *
 * @throws Error naming the full key when a profile is incomplete or wrong, so that the backend does not start with it.
 *
 * @public
 */
export function readClusterProfiles(config: Config): ClusterProfiles {
  const clusters = config.getOptionalConfig(CLUSTERS);
  const names = clusters?.keys() ?? [];
  return new Map(
    names.map(name => [
      name,
      readProfile(name, config.getConfig(`${CLUSTERS}.${name}`)),
    ]),
  );
}

/**
 * Reads `privateExposure.ownerTag`, the key of the tag by which the back end finds the owner of a cloud resource.
 *
 * @returns the configured key, or `backstage-entity-ref` where there is none
 * @throws Error naming the key when no tag can be called so, so that the backend does not start with it.
 *
 * @public
 */
export function readOwnerTag(config: Config): string {
  const ownerTag = config.getOptionalString(OWNER_TAG) ?? DEFAULT_OWNER_TAG;
  return namingKeys(
    () => parseIntent(ownerTagSchema, ownerTag),
    () => OWNER_TAG,
  );
}

/**
 * Finds the profile that an input field names.
 *
 * @throws InputError naming the field and the clusters that have a profile.
 *
 * @internal
 */
export function getClusterProfile(
  profiles: ClusterProfiles,
  name: string,
): AnyClusterProfile {
  const profile = profiles.get(name);
  if (profile) return profile;
  const known = [...profiles.keys()].map(key => `'${key}'`).join(', ');
  throw new InputError(
    `cluster: ${JSON.stringify(
      name,
    )} has no profile in '${CLUSTERS}'; known clusters: ${known || 'none'}`,
  );
}

/**
 * Finds the profile of a cluster on AWS whose load balancers a controller makes that the AWS actions write for.
 *
 * @throws InputError naming the field, for a cluster that is unknown or of another kind.
 *
 * @internal
 */
export function getAwsClusterProfile(
  profiles: ClusterProfiles,
  name: string,
): ClusterProfile {
  const profile = getClusterProfile(profiles, name);
  if (profile.cloud === 'azure') {
    throw new InputError(
      `cluster: '${name}' is on Azure; this action needs a cluster on AWS`,
    );
  }
  if (isAutoModeProfile(profile)) {
    throw new InputError(
      `cluster: '${name}' is in EKS Auto Mode, which this action does not write for`,
    );
  }
  return profile;
}

/**
 * Finds the profile of a cluster on Azure.
 *
 * @throws InputError naming the field, for a cluster that is unknown or in another cloud.
 *
 * @internal
 */
export function getAzureClusterProfile(
  profiles: ClusterProfiles,
  name: string,
): AzureClusterProfile {
  const profile = getClusterProfile(profiles, name);
  if (profile.cloud === 'azure') return profile;
  throw new InputError(
    `cluster: '${name}' is on AWS; this action needs a cluster on Azure`,
  );
}

function readProfile(name: string, config: Config): AnyClusterProfile {
  // Which files end up in a cluster is for the command line, which reads the same configuration.
  const { paths: _, ...entry } = config.get<Record<string, unknown>>();
  return namingKeys(
    () => parseClusterProfile(name, entry),
    field => toKey(name, field),
  );
}

/** Reads a value, and turns a refusal of its fields into an error that names their keys. */
function namingKeys<T>(read: () => T, keyOf: (field: string) => string): T {
  try {
    return read();
  } catch (error) {
    if (!isError(error) || error.name !== 'InvalidIntentError') throw error;
    const issues = error.issues as readonly IntentIssue[];
    throw new Error(
      issues
        .map(({ field, message }) => `Invalid '${keyOf(field)}': ${message}`)
        .join('; '),
      { cause: error },
    );
  }
}

function toKey(name: string, field: string): string {
  return field === 'name'
    ? `${CLUSTERS}.${name}`
    : `${CLUSTERS}.${name}.${field}`;
}
