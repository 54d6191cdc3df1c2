import { ControllerRefusal } from '../ControllerRefusal';
import { mergePairs } from './agreeOn';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { BackendService } from './BackendServices';
import { IngressClassParams } from './IngressClassParams';
import {
  GroupMember,
  INGRESS_ANNOTATION_PREFIX,
  readIngressAnnotations,
} from './LbcIngress';

/** What tags depend on besides the Ingresses. @internal */
export type TagFacts = Pick<
  AwsLbcIngressFacts,
  'defaultTags' | 'externalManagedTags' | 'featureGates'
>;

const ABOUT = [`${INGRESS_ANNOTATION_PREFIX}/tags`];

function checkTags(
  tags: Readonly<Record<string, string>>,
  { externalManagedTags }: Pick<TagFacts, 'externalManagedTags'>,
  of: string,
): void {
  const managed = Object.keys(tags).find(tag =>
    externalManagedTags.includes(tag),
  );
  if (managed !== undefined)
    throw new ControllerRefusal(
      `failed build tags for ${of}: external managed tag key ${managed} cannot be specified`,
      ABOUT,
    );
}

function planClassTags(
  params: IngressClassParams | undefined,
  facts: TagFacts,
): Readonly<Record<string, string>> {
  if (!params) return {};
  checkTags(params.tags, facts, `IngressClassParams ${params.name}`);
  return params.tags;
}

/** Tags of one Ingress; those of its class win. @internal */
export function planIngressTags(
  { annotations, params, key }: GroupMember,
  facts: TagFacts,
): Record<string, string> {
  const tags = annotations.stringMap('tags') ?? {};
  checkTags(tags, facts, `Ingress ${key}`);
  return { ...tags, ...planClassTags(params, facts) };
}

/** Tags of a backend of an Ingress: the Service's win over the Ingress's, and the class's over both. @internal */
export function planBackendTags(
  { annotations, params, key }: GroupMember,
  service: BackendService | undefined,
  facts: TagFacts,
): Record<string, string> {
  const ofService =
    readIngressAnnotations(service?.rawAnnotations).stringMap('tags') ?? {};
  const tags = { ...(annotations.stringMap('tags') ?? {}), ...ofService };
  const name = service ? `${service.namespace}/${service.name}` : '';
  checkTags(tags, facts, `Ingress ${key} and Service ${name}`);
  return { ...tags, ...planClassTags(params, facts) };
}

/** Tags of what several Ingresses share. @internal */
export function planGroupTags(
  members: readonly GroupMember[],
  facts: TagFacts,
): Record<string, string> {
  return mergePairs(
    members.map(member => planIngressTags(member, facts)),
    ABOUT,
    { what: 'tag' },
  );
}

/**
 * The tags with the controller's `--default-tags`, which win, unless a feature gate turns that round.
 *
 * @remarks `pkg/ingress/model_build_tags.go`, version 3.5.
 *
 * @internal
 */
export function withDefaultTags(
  tags: Readonly<Record<string, string>>,
  { defaultTags, featureGates }: TagFacts,
): Record<string, string> {
  return featureGates.EnableDefaultTagsLowPriority
    ? { ...defaultTags, ...tags }
    : { ...tags, ...defaultTags };
}
