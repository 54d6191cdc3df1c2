import { PREFIX_LISTS } from '../builders/adaptAnnotations';
import { SOURCE_RANGES } from '../builders/manifestForms';
import { planManifest } from '../builders/manifestPlan';
import { readTarget } from '../edit/editManifest';
import { valueAt } from '../edit/valueAt';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';

const listOf = (value: unknown): string[] =>
  String(value ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');

/**
 * Networks and prefix lists that a finished manifest lets in and the intent doesn't name: they were there before, and stay
 * where the intent leaves open who is let in.
 *
 * @internal
 */
export function keptNetworks(
  intent: AwsPrivateLinkExposureIntent,
  content: string,
): string[] {
  const { securityGroups: groups } = intent.loadBalancer;
  if (groups.type !== 'managed') return [];
  const plan = planManifest(intent);
  const plain = readTarget(intent.manifest.path, content, plan);
  const annotation = (key: string) =>
    listOf(valueAt(plain, [...plan.annotations, key]));
  const field = plan.sourceRanges && listOf(valueAt(plain, plan.sourceRanges));
  // The field wins over the annotation.
  const ranges = field?.length ? field : annotation(SOURCE_RANGES);
  const named: readonly string[] = [
    ...groups.sourceRanges,
    ...groups.prefixLists,
  ];
  return [...ranges, ...annotation(PREFIX_LISTS)].filter(
    network => !named.includes(network),
  );
}
