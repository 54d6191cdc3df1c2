import { Tags } from '../../world';

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

/** The tags that a create operation gives to a type of resource. @internal */
export function tagsFor(
  resourceType: string,
  specifications:
    | {
        ResourceType?: string;
        Tags?: { Key?: string; Value?: string }[];
      }[]
    | undefined,
): Tags {
  return fromTagList(
    (specifications ?? [])
      .filter(({ ResourceType }) => ResourceType === resourceType)
      .flatMap(({ Tags: tags }) => tags ?? []),
  );
}
