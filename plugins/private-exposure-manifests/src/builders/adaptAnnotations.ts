import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { parseStringMap } from '../values/goParsers';
import {
  SERVICE_PREFIX,
  loadBalancerAnnotations,
} from './loadBalancerAnnotations';
import { SOURCE_RANGES } from './manifestForms';
import { controllerOf } from './resolveLoadBalancer';

const PREFIX = `${SERVICE_PREFIX}aws-load-balancer-`;

/** Prefix lists that a load balancer lets in. @internal */
export const PREFIX_LISTS = `${PREFIX}security-group-prefix-lists`;

const PROXY_PROTOCOL = 'proxy_protocol_v2.enabled';

/** Puts what an intent sets over the pairs that are there; the text stays where it says all of it already. */
function mergePairs(
  present: string,
  wanted: string | undefined,
  dropped: readonly string[],
): string | undefined {
  const former = parseStringMap(present);
  if (!former) return wanted;
  const ours = Object.entries(parseStringMap(wanted ?? '') ?? {});
  const others = Object.entries(former).filter(
    ([key]) => !dropped.includes(key) && !ours.some(([own]) => own === key),
  );
  const isSaid =
    ours.every(([key, value]) => former[key] === value) &&
    ours.length + others.length === Object.keys(former).length;
  if (isSaid) return present;
  const all = [...ours, ...others].map(([key, value]) => `${key}=${value}`);
  return all.length ? all.join(',') : undefined;
}

/** Networks and prefix lists stay where the intent has the controller make a group and names none itself. */
function keptRanges(
  intent: AwsPrivateLinkExposureIntent,
  present: Readonly<Record<string, string>>,
): Record<string, string> {
  const { securityGroups: groups } = intent.loadBalancer;
  if (groups.type !== 'managed') return {};
  if (groups.sourceRanges.length + groups.prefixLists.length > 0) return {};
  const read =
    controllerOf(intent) === 'in-tree'
      ? [SOURCE_RANGES]
      : [SOURCE_RANGES, PREFIX_LISTS];
  return Object.fromEntries(
    read.flatMap(key => (key in present ? [[key, present[key]]] : [])),
  );
}

/**
 * What of an existing manifest's annotations stays beside an intent's, and in which values: who is let in where the intent
 * doesn't say, and attributes that it doesn't set.
 *
 * @internal
 */
export function adaptAnnotations(
  intent: AwsPrivateLinkExposureIntent,
  present: Readonly<Record<string, string>>,
): Record<string, string> {
  const wanted = loadBalancerAnnotations(intent);
  const read =
    controllerOf(intent) === 'in-tree'
      ? ['target-group-attributes']
      : ['attributes', 'target-group-attributes'];
  const merged = read.flatMap((name): [string, string][] => {
    const key = `${PREFIX}${name}`;
    if (!(key in present)) return [];
    // An intent says whether there is PROXY protocol, here or in an annotation of its own.
    const value = mergePairs(present[key], wanted[key], [PROXY_PROTOCOL]);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...keptRanges(intent, present), ...Object.fromEntries(merged) };
}
