import { InvalidIntentError } from '../errors';
import { ManifestValue, stringifyManifest } from '../yaml/stringifyManifest';
import { ManifestObject } from './types';

// CloudFormation resolves `{{resolve:…}}` in every literal, so no literal may hold the start of one.
function refuseDynamicReferences(value: ManifestValue): void {
  if (typeof value === 'string' && value.includes('{{')) {
    throw new InvalidIntentError({
      field: 'intent',
      message: `holds '{{', which CloudFormation reads as a dynamic reference`,
    });
  }
  if (typeof value === 'object') {
    Object.entries(value).forEach(([key, item]) => {
      refuseDynamicReferences(key);
      refuseDynamicReferences(item);
    });
  }
}

/**
 * Writes a CloudFormation template as JSON or YAML, by the path's extension.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function writeCloudFormation(
  path: string,
  template: ManifestObject,
): string {
  refuseDynamicReferences(template);
  return path.endsWith('.json')
    ? `${JSON.stringify(template, undefined, 2)}\n`
    : stringifyManifest(template);
}
