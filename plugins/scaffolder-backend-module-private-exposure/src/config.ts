import type { Config } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';
import {
  isAutoModeProfile,
  parseClusterProfile,
  type AnyClusterProfile,
  type ClusterProfile,
  type IntentIssue,
} from '@postern/backstage-plugin-private-exposure-manifests';

const CLUSTERS = 'privateExposure.clusters';

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
      `cluster: '${name}' is on Azure; AWS PrivateLink needs a cluster on AWS`,
    );
  }
  if (isAutoModeProfile(profile)) {
    throw new InputError(
      `cluster: '${name}' is in EKS Auto Mode, which this action does not write for`,
    );
  }
  return profile;
}

function readProfile(name: string, config: Config): AnyClusterProfile {
  // Which files end up in a cluster is for the command line, which reads the same configuration.
  const { paths: _, ...entry } = config.get<Record<string, unknown>>();
  try {
    return parseClusterProfile(name, entry);
  } catch (error) {
    if (!isError(error) || error.name !== 'InvalidIntentError') throw error;
    const issues = error.issues as readonly IntentIssue[];
    throw new Error(
      issues
        .map(issue => `Invalid '${toKey(name, issue.field)}': ${issue.message}`)
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
