import { parse } from 'yaml';
import { applyChanges, valueAt } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { UnsafeEditError } from '../errors';
import { isSameValue } from '../verify/sameValue';
import { verifyManifest } from '../verify/verifyManifest';
import { ManifestPath } from './manifestPlan';
import { ExistingFiles, GeneratedFile, ManifestObject } from './types';
import { writeCloudFormation } from './writeCloudFormation';

function parseOrUndefined(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    // Whatever is wrong with it: it is not the template that was asked for.
    return undefined;
  }
}

/** The template with one switch changed, where that makes it say what is wanted. */
function changeSwitch(
  { path, template }: { path: string; template: ManifestObject },
  before: string,
  place: ManifestPath,
): string | undefined {
  const value = valueAt(template, place);
  if (typeof value !== 'boolean') return undefined;
  const file = YamlText.parse(path, before);
  if (valueAt(parseOrUndefined(before), place) === undefined) return undefined;
  const content = applyChanges(file, { document: 0, base: [] }, [
    { path: place, value },
  ]);
  return isSameValue(parseOrUndefined(content), template) ? content : undefined;
}

/**
 * Writes a CloudFormation template as JSON or YAML, by the path's extension, and reads it back. An existing template is
 * left alone unless it says the same: which of its parts depend on each other can't be seen from outside.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildCloudFormationFile(options: {
  path: string;
  template: ManifestObject;
  existing: ExistingFiles;
  /** A switch that may be changed in a template that is there, by its place. */
  changeable?: ManifestPath;
}): GeneratedFile {
  const { path, template, existing, changeable } = options;
  const written = writeCloudFormation(path, template);
  const before = existing[path];
  if (before !== undefined && before.trim() !== '') {
    if (isSameValue(parseOrUndefined(before), template))
      return { path, content: before };
    const content = changeable && changeSwitch(options, before, changeable);
    if (content !== undefined) return { path, content };
    throw new UnsafeEditError({
      path,
      message:
        'is another CloudFormation template; choose a file of its own for this exposure',
    });
  }
  verifyManifest({ path, content: written, wanted: [template] });
  return { path, content: written };
}
