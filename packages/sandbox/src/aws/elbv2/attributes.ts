/** Attributes as the wire has them. @internal */
export function toAttributes(
  attributes: Record<string, string>,
): { Key: string; Value: string }[] {
  return Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
}

/** Attributes as the world has them; an absent value is empty. @internal */
export function fromAttributes(
  attributes: { Key?: string; Value?: string }[],
): Record<string, string> {
  return Object.fromEntries(
    attributes.map(({ Key = '', Value = '' }) => [Key, Value]),
  );
}
