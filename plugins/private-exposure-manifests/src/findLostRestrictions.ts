import { PREFIX_LISTS } from './builders/adaptAnnotations';
import { SERVICE_PREFIX } from './builders/loadBalancerAnnotations';
import { SOURCE_RANGES } from './builders/manifestForms';
import { GeneratedFile } from './builders/types';
import { SettingChange } from './describe/changesTable';
import { AwsPrivateLinkExposureIntent } from './intents/exposure';
import { Finding } from './linter/types';
import { lostRestrictions } from './lostRestrictions';

const RESTRICTIONS = [
  SOURCE_RANGES,
  PREFIX_LISTS,
  `${SERVICE_PREFIX}aws-load-balancer-security-groups`,
];

/** Whether the intent says itself who is let in. */
function isRestricted({ loadBalancer }: AwsPrivateLinkExposureIntent): boolean {
  const { securityGroups: groups } = loadBalancer;
  switch (groups.type) {
    case 'explicit':
      return true;
    case 'managed':
      return groups.sourceRanges.length + groups.prefixLists.length > 0;
    default:
      return false;
  }
}

/**
 * Warns where an edit takes out what limits who reaches a load balancer, and nothing takes its place.
 *
 * @internal
 */
export function findLostRestrictions(
  changes: readonly SettingChange[],
  options: {
    intent: AwsPrivateLinkExposureIntent;
    manifest: GeneratedFile;
    /** Networks and prefix lists that the manifest lets in still. */
    kept: readonly string[];
  },
): Finding[] {
  const { intent, manifest, kept } = options;
  if (isRestricted(intent) || kept.length > 0) return [];
  const line = manifest.content
    .split('\n')
    .findIndex(text => text.includes(SERVICE_PREFIX));
  return lostRestrictions(changes, {
    ...{ keys: RESTRICTIONS, path: manifest.path, line: line + 1 || 1 },
    remedy: `Name security groups in the cluster's profile, or the networks in '${SOURCE_RANGES}', which stays as it is.`,
  });
}
