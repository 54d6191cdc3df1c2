import { GeneratedFile, ManifestObject } from '../builders/types';
import { stringifyManifest } from '../yaml/stringifyManifest';

/** A manifest of one document after the other, as the builders append them. @internal */
export function writeManifest(
  path: string,
  objects: readonly ManifestObject[],
): GeneratedFile {
  return { path, content: objects.map(stringifyManifest).join('---\n') };
}
