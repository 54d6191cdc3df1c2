import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Where the catalog's own routes put it, and the plugin the tab. @internal */
export const defaultEntityTabPath =
  '/catalog/{namespace}/{kind}/{name}/private-exposure';

/**
 * Makes sure that a path leads to one entity of this portal.
 *
 * @param path - with a place each for `{kind}`, `{namespace}` and `{name}`
 * @throws InputError
 * @internal
 */
export function checkEntityTabPath(path: string, key: string): string {
  const places = path.match(/\{[^}]*\}/g) ?? [];
  const isWhole =
    /^\/(?![/\\])[^\s?#]*$/.test(path) &&
    [...places].sort().join() === '{kind},{namespace},{name}';
  if (isWhole) return path;
  throw new InputError(
    `'${key}' must be a path from the portal's root with {kind}, {namespace} and {name} in it once each, such as '${defaultEntityTabPath}', not '${path}'`,
  );
}

/** The path of one entity's tab. @internal */
export function entityTabPath(path: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts: Record<string, string> = { kind, namespace, name };
  return path.replace(/\{(\w+)\}/g, (_, part) =>
    encodeURIComponent(parts[part]),
  );
}
