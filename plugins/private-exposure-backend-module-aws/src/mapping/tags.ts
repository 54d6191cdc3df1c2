/** A tag as EC2 and Elastic Load Balancing send it. @internal */
export interface AwsTag {
  /** Case-sensitive. */
  Key?: string;
  /** May be empty. */
  Value?: string;
}

/** Tags by key. @internal */
export type Tags = Readonly<Record<string, string>>;

/**
 * Tags by key.
 *
 * @internal
 */
export function toTags(
  tags: readonly AwsTag[] | undefined,
): Record<string, string> {
  return Object.fromEntries(
    (tags ?? []).flatMap(({ Key, Value }) =>
      Key === undefined ? [] : [[Key, Value ?? '']],
    ),
  );
}
