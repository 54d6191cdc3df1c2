import { ControllerRefusal } from '../ControllerRefusal';
import { AwsLbcServiceFacts } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

/**
 * Tags of everything that the controller makes for the Service, besides its own. The controller's `--default-tags` win,
 * unless a feature gate turns that round.
 *
 * @internal
 */
export function planTags(
  { annotations }: LbcService,
  facts: Pick<
    AwsLbcServiceFacts,
    'defaultTags' | 'externalManagedTags' | 'featureGates'
  >,
): Record<string, string> {
  const key = 'aws-load-balancer-additional-resource-tags';
  const asked = annotations.stringMap(key) ?? {};
  const managed = Object.keys(asked).find(tag =>
    facts.externalManagedTags.includes(tag),
  );
  if (managed !== undefined) {
    throw new ControllerRefusal(
      `external managed tag key ${managed} cannot be specified on Service`,
      [annotations.keyOf(key)],
    );
  }
  return facts.featureGates.EnableDefaultTagsLowPriority
    ? { ...facts.defaultTags, ...asked }
    : { ...asked, ...facts.defaultTags };
}
