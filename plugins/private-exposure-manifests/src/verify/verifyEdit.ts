import { ManifestPath } from '../builders/manifestPlan';
import { YamlText } from '../edit/YamlText';
import { YamlChange } from '../edit/editYaml';
import { VerificationError } from '../errors';
import { isSameValue } from './sameValue';

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}

function withValue(node: unknown, path: ManifestPath, value: unknown): unknown {
  if (path.length === 0) return value;
  const [part, ...rest] = path;
  if (Array.isArray(node)) {
    return node.map((item: unknown, index) =>
      index === part ? withValue(item, rest, value) : item,
    );
  }
  const entries = new Map(isPlain(node) ? Object.entries(node) : []);
  if (value === undefined && rest.length === 0) entries.delete(String(part));
  else if (value !== undefined || entries.has(String(part))) {
    entries.set(
      String(part),
      withValue(entries.get(String(part)), rest, value),
    );
  }
  return Object.fromEntries(entries);
}

function toPlain(file: YamlText): unknown[] {
  return file.documents.map((document): unknown =>
    document.toJS({ maxAliasCount: 100 }),
  );
}

/**
 * Compares a file before and after an edit: the named document must hold the changes and nothing else new, all others
 * must be as they were.
 *
 * @throws {@link VerificationError}
 * @internal
 */
export function verifyEdit(options: {
  before: YamlText;
  after: YamlText;
  document?: number;
  changes?: YamlChange[];
  added?: unknown;
}): void {
  const { before, after, document, changes = [], added } = options;
  const expected = toPlain(before).map((plain, index) =>
    index === document
      ? changes.reduce(
          (value, change) => withValue(value, change.path, change.value),
          plain,
        )
      : plain,
  );
  const wanted = added === undefined ? expected : [...expected, added];
  if (!isSameValue(toPlain(after), wanted)) {
    throw new VerificationError(
      after.path,
      'the edit changed something else, or not all that it should',
    );
  }
}
