import { AwsFault, Tags } from '../../world';

/** Tags as the wire has them. @internal */
export function toTagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Tags as the world has them. @internal */
export function fromTagList(
  tags: { Key?: string; Value?: string }[] | undefined,
): Tags {
  return Object.fromEntries(
    (tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]),
  );
}

/**
 * The tags that a create operation gives to the type of resource that it makes.
 *
 * @throws AwsFault `InvalidParameterValue` for tags on another type.
 * @internal
 */
export function tagsFor(
  resourceType: string,
  specifications:
    | {
        ResourceType?: string;
        Tags?: { Key?: string; Value?: string }[];
      }[]
    | undefined,
): Tags {
  const given = specifications ?? [];
  const other = given.find(one => one.ResourceType !== resourceType);
  if (other) {
    throw new AwsFault(
      'InvalidParameterValue',
      `'${
        other.ResourceType ?? ''
      }' is not a valid taggable resource type for this operation.`,
    );
  }
  return fromTagList(given.flatMap(({ Tags: tags }) => tags ?? []));
}
