/**
 * Puts a path below a folder of the repository. Nothing is resolved: `..` stays, for the check of paths to refuse.
 *
 * @public
 */
export function inFolder(folder: string | undefined, path: string): string {
  const trimmed = folder?.replace(/^\/+|\/+$/g, '') ?? '';
  return trimmed === '' ? path : `${trimmed}/${path}`;
}
