import type { Config } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';
import {
  clusterProfileSchema,
  parseIntent,
  type ClusterProfile,
  type IntentIssue,
} from '@postern/backstage-plugin-private-exposure-manifests';

const CLUSTERS = 'privateExposure.clusters';

/** Cluster profiles by name. @public */
export type ClusterProfiles = ReadonlyMap<string, ClusterProfile>;

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
): ClusterProfile {
  const profile = profiles.get(name);
  if (profile) return profile;
  const known = [...profiles.keys()].map(key => `'${key}'`).join(', ');
  throw new InputError(
    `cluster: ${JSON.stringify(
      name,
    )} has no profile in '${CLUSTERS}'; known clusters: ${known || 'none'}`,
  );
}

function readProfile(name: string, config: Config): ClusterProfile {
  const input = {
    name,
    controller: {
      type: config.getString('controller'),
      version: config.getOptionalString('version'),
    },
    externalDnsPrefix: config.getOptionalString('externalDnsPrefix'),
    partition: config.getOptionalString('partition'),
    account: config.getString('accountId'),
    region: config.getString('region'),
    vpc: config.getOptionalString('vpcId'),
    subnets: config.getOptionalConfigArray('subnets')?.map(subnet => ({
      id: subnet.getString('id'),
      zoneId: subnet.getString('zoneId'),
    })),
    securityGroups: config
      .getOptionalStringArray('securityGroups')
      ?.map(id => ({ id })),
  };
  try {
    return parseIntent(clusterProfileSchema, input);
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

/** Where the configuration is flatter than the profile, or calls a field by another name. */
const keyOfField: Record<string, string> = {
  'controller.type': 'controller',
  'controller.version': 'version',
  account: 'accountId',
  vpc: 'vpcId',
};

function toKey(name: string, field: string): string {
  const key =
    keyOfField[field] ?? field.replace(/^(securityGroups\[\d+\])\.id$/, '$1');
  return field === 'name'
    ? `${CLUSTERS}.${name}`
    : `${CLUSTERS}.${name}.${key}`;
}
