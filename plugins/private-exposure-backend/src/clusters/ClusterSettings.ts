import type { Config } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { ClusterProfile } from '@postern/backstage-plugin-private-exposure-common';

/** What the API says of a cluster; whatever else stands in the configuration stays there. */
const KEYS = [
  'cloud',
  'controller',
  'version',
  'webhook',
  'externalDnsPrefix',
  'externalDnsVersion',
  'externalDnsDomains',
  'ingressClass',
  'accountId',
  'region',
  'partition',
  'vpcId',
  'subscriptionId',
  'resourceGroup',
  'location',
  'vnet',
  'defaultSubnet',
  'securityGroups',
] as const satisfies (keyof ClusterProfile)[];

const SUBNET_KEYS = [
  'id',
  'zoneId',
  'name',
  'cidr',
  'privateLinkServiceNetworkPolicies',
];

/** Profiles of clusters by their names. @internal */
export type ClusterSettings = ReadonlyMap<string, ClusterProfile>;

/**
 * Reads `privateExposure.clusters`, the keys that the API answers with alone.
 *
 * @remarks The scaffolder module says what may stand there, and refuses to start with what is wrong.
 *
 * @internal
 */
export function readClusterSettings(
  config: Config | undefined,
): ClusterSettings {
  const clusters = config?.getOptionalConfig('clusters');
  const names = clusters?.keys() ?? [];
  return new Map(
    names.map(name => [name, pickProfile(clusters?.getOptional(name))]),
  );
}

function pickProfile(entry: JsonValue | undefined): ClusterProfile {
  if (!isObject(entry)) return {};
  const { subnets } = entry;
  return {
    ...pick(entry, KEYS),
    ...(Array.isArray(subnets) && {
      subnets: subnets
        .filter(isObject)
        .map(subnet => pick(subnet, SUBNET_KEYS)),
    }),
  };
}

function pick(from: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => keys.includes(key)),
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
