/** Any profile: a security policy does not tell which one it protects. @internal */
export const ANY_PROFILE = '*';

/** What files tell of each other about Front Doors. @internal */
export interface FrontDoorContext {
  /** Whether a firewall stands in front of the profile of a key, as far as anybody knows. */
  isProtected(key: string): boolean;
  /** The paths, such as `/*`, that firewalls look at of the domain of a key, or of every domain of the profile of a key. */
  coveredPaths(key: string): string[];
}

/** Every path: what covers a domain as a whole. @internal */
export const EVERY_PATH = '/*';

/**
 * What says across files that a firewall looks at a path of a domain, or of all domains of a profile.
 *
 * @param key - Of the domain or profile.
 * @internal
 */
export function coverKey(key: string, path: string): string {
  return `${key} ${path}`;
}

/**
 * Of the paths that a route serves, those that no firewall looks at. A pattern has at most one `*`, at its end; case does
 * not count.
 *
 * @remarks https://learn.microsoft.com/azure/frontdoor/front-door-route-matching
 *
 * @internal
 */
export function openPaths(
  served: readonly string[],
  covered: readonly string[],
): string[] {
  return served.filter(path => !covered.some(cover => covers(cover, path)));
}

function covers(cover: string, path: string): boolean {
  const wide = cover.toLowerCase();
  const narrow = path.toLowerCase();
  return wide.endsWith('*')
    ? narrow.startsWith(wide.slice(0, -1))
    : wide === narrow;
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
