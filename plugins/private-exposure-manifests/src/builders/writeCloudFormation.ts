import { InvalidIntentError } from '../errors';
import { ManifestValue, stringifyManifest } from '../yaml/stringifyManifest';
import { ManifestObject } from './types';

/** A whole secret by its ARN, as this package writes it; no text from users may hold `{{`. */
const SECRET =
  /^\{\{resolve:secretsmanager:arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]+:SecretString\}\}$/;

// CloudFormation resolves `{{resolve:…}}` in every literal, so no other literal may hold the start of one.
function refuseDynamicReferences(value: ManifestValue): void {
  if (
    typeof value === 'string' &&
    value.includes('{{') &&
    !SECRET.test(value)
  ) {
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
