import { PREFIX_LISTS } from './builders/adaptAnnotations';
import { SERVICE_PREFIX } from './builders/loadBalancerAnnotations';
import { SOURCE_RANGES } from './builders/manifestForms';
import { GeneratedFile } from './builders/types';
import { SettingChange } from './describe/changesTable';
import { AwsPrivateLinkExposureIntent } from './intents/exposure';
import { Finding } from './linter/types';

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
  return changes
    .filter(({ after }) => after === undefined)
    .map(({ where, before }) => ({
      key: where.slice(where.lastIndexOf(' ') + 1),
      before,
    }))
    .filter(({ key, before }) => {
      const isOpen = before
        .split(',')
        .some(part => /^\s*(0\.0\.0\.0|::)\/0\s*$/.test(part));
      return RESTRICTIONS.includes(key) && !isOpen;
    })
    .map(({ key, before }) => ({
      ruleId: 'aws/restriction-removed',
      severity: 'warning',
      message: `Nothing limits any more who reaches the load balancer: '${key}' goes, which was '${before}'`,
      remedy: `Name security groups in the cluster's profile, or the networks in '${SOURCE_RANGES}', which stays as it is.`,
      evidence: [
        { label: `${key} before`, value: before },
        { label: `${key} after`, value: 'missing' },
      ],
      path: manifest.path,
      line: line + 1 || 1,
      column: 1,
    }));
}
