/** The tag that names the owner of what an intent makes, as key and value. @internal */
export function ownerTagOf(intent: {
  ownerTag: string;
  entityRef: string;
}): Record<string, string> {
  return { [intent.ownerTag]: intent.entityRef };
}
