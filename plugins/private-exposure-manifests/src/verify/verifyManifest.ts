import { parseAllDocuments } from 'yaml';
import { VerificationError } from '../errors';
import { isSameValue } from './sameValue';

/**
 * Reads YAML back, as version 1.1 and 1.2, and compares the documents with what was to be written.
 *
 * @throws {@link VerificationError}
 * @internal
 */
export function verifyManifest(options: {
  path: string;
  content: string;
  wanted: unknown[];
}): void {
  const { path, content, wanted } = options;
  for (const version of ['1.1', '1.2'] as const) {
    const documents = parseAllDocuments(content, { version });
    const errors = documents.flatMap(document => document.errors);
    if (errors.length) throw new VerificationError(path, errors[0].message);
    const found = documents.map((document): unknown => document.toJS());
    if (!isSameValue(found, wanted)) {
      throw new VerificationError(
        path,
        `the documents differ (read as YAML ${version})`,
      );
    }
  }
}
