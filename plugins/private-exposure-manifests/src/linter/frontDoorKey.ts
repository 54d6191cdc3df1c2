/** Any profile: a security policy does not tell which one it protects. @internal */
export const ANY_PROFILE = '*';

/** What files tell of each other about Front Doors. @internal */
export interface FrontDoorContext {
  /** Whether a firewall stands in front of the profile of a key, as far as anybody knows. */
  isProtected(key: string): boolean;
}

/**
 * What a profile is known by across files: Terraform reads a folder as one, Bicep each file alone.
 *
 * @param name - Its address or symbol; `undefined` where it is not known.
 * @internal
 */
export function frontDoorKey(path: string, name: string | undefined): string {
  if (name === undefined) return ANY_PROFILE;
  const place = path.endsWith('.tf')
    ? path.slice(0, path.lastIndexOf('/') + 1)
    : path;
  return `${place} ${name}`;
}
