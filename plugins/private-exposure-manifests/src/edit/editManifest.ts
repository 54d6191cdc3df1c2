import { isMap, isSeq } from 'yaml';
import {
  ManifestPath,
  ManifestPlan,
  ManifestSetting,
} from '../builders/manifestPlan';
import { ServiceIntent } from '../intents/service';
import { verifyEdit } from '../verify/verifyEdit';
import { ManifestValue, stringifyManifest } from '../yaml/stringifyManifest';
import { YamlText, childOf } from './YamlText';
import { YamlChange, applyYamlChange } from './editYaml';
import { checkKeptPorts, findClassConflict } from './keptService';
import { planEdit } from './planEdit';
import { valueAt } from './valueAt';

export { valueAt } from './valueAt';

/** Where in a file the settings of a plan go. @internal */
export interface EditTarget {
  document: number;
  /** Path of the item in the document; empty for the document itself. */
  base: ManifestPath;
}

/** What an edit needs to know of the intent that it is for. @internal */
export interface EditedService {
  service: ServiceIntent;
  manifest: { form: string };
}

function isMatch(plain: unknown, { path, value }: ManifestSetting): boolean {
  const found = valueAt(plain, path);
  const key = path[path.length - 1];
  // A namespace that is left out comes from whoever applies the file.
  if (key === 'namespace' && found === undefined) return true;
  if (key === 'apiVersion')
    return String(found).split('/')[0] === String(value).split('/')[0];
  return found === value;
}

/**
 * Finds the object of a plan in a file.
 *
 * @throws {@link UnsafeEditError} where it is there twice.
 * @internal
 */
export function findTarget(
  file: YamlText,
  plan: ManifestPlan,
): EditTarget | undefined {
  const found = file.documents.flatMap((document, index) => {
    if (!isMap(document.contents)) return [];
    const plain: unknown = document.toJS({ maxAliasCount: 100 });
    if (!plan.match.every(setting => isMatch(plain, setting))) return [];
    return [index];
  });
  if (found.length > 1) {
    const second = file.documents[found[1]].contents?.range[0];
    file.fail(second, 'has the same object a second time; keep one of them');
  }
  if (found.length === 0) return undefined;
  const [document] = found;
  return plan.item
    ? findItem(file, document, plan.item)
    : { document, base: [] };
}

/**
 * Reads what holds the settings of a plan in a file, as a plain value.
 *
 * @returns `undefined` where the file is not there, empty, or has no such object.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function readTarget(
  path: string,
  text: string | undefined,
  plan: ManifestPlan,
): unknown {
  if (text === undefined || text.trim() === '') return undefined;
  const file = YamlText.parse(path, text);
  const target = findTarget(file, plan);
  if (!target) return undefined;
  const document = file.documents[target.document];
  return valueAt(document.toJS({ maxAliasCount: 100 }), target.base);
}

function findItem(
  file: YamlText,
  document: number,
  { list, name }: NonNullable<ManifestPlan['item']>,
): EditTarget {
  const node = list.reduce<unknown>(childOf, file.documents[document].contents);
  const plain = valueAt(
    file.documents[document].toJS({ maxAliasCount: 100 }),
    list,
  );
  const names = Array.isArray(plain)
    ? plain.map(item => valueAt(item, ['name']))
    : [];
  const index = names.indexOf(name);
  if (!isSeq(node) || index < 0) {
    return file.fail(
      file.documents[document].contents?.range[0],
      `has no '${name}' under ${list.join('.')}; add it there first`,
    );
  }
  if (names.lastIndexOf(name) !== index)
    file.fail(node.range?.[0], `has '${name}' twice under ${list.join('.')}`);
  file.checkEditable(node);
  return { document, base: [...list, index] };
}

function checkService(
  file: YamlText,
  target: EditTarget,
  plain: unknown,
  { plan, intent }: { plan: ManifestPlan; intent: EditedService },
): void {
  checkKeptPorts(plain, intent.service);
  if (intent.manifest.form === 'knative-kourier') return;
  const conflict = findClassConflict(plain, plan.settings);
  const start = file.documents[target.document].contents?.range[0];
  if (conflict !== undefined) file.fail(start, conflict);
}

/** The file's text with one more document after the others. @internal */
export function appendDocument(
  file: YamlText,
  created: { [key: string]: ManifestValue },
): string {
  const text = file.text.replace(/(\r?\n)*$/, file.eol);
  const separator = /(^|\n)---\s*$/.test(text) ? '' : `---${file.eol}`;
  return `${text}${separator}${stringifyManifest(created).replaceAll(
    '\n',
    file.eol,
  )}`;
}

/**
 * Applies changes to one document, checks that nothing else changed, and returns the text.
 *
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function applyChanges(
  file: YamlText,
  target: EditTarget,
  changes: YamlChange[],
): string {
  const after = changes.reduce(
    (text, change) => applyYamlChange(text, target.document, change),
    file,
  );
  verifyEdit({ before: file, after, document: target.document, changes });
  return after.text;
}

/**
 * Writes a plan into an existing file: into the object that it names, or as a new document after the others.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function editManifest(options: {
  path: string;
  text: string;
  plan: ManifestPlan;
  intent: EditedService;
}): string {
  const { path, text, plan, intent } = options;
  const file = YamlText.parse(path, text);
  const target = findTarget(file, plan);
  if (!target) {
    if (plan.match.length === 0)
      return file.fail(0, 'is not a map of Helm values');
    if (
      !intent.service.ports?.length &&
      intent.manifest.form !== 'knative-kourier'
    ) {
      return file.fail(
        undefined,
        `has no ${intent.service.namespace}/${intent.service.name}; give its selector and ports to add it`,
      );
    }
    const after = appendDocument(file, plan.create);
    verifyEdit({
      before: file,
      after: YamlText.parse(path, after),
      added: plan.create,
    });
    return after;
  }
  const plain: unknown = file.documents[target.document].toJS({
    maxAliasCount: 100,
  });
  if (plan.match.length && plan.match[1]?.value === 'Service') {
    checkService(file, target, plain, { plan, intent });
  }
  const changes = planEdit(plan, valueAt(plain, target.base)).map(change => ({
    ...change,
    path: [...target.base, ...change.path],
  }));
  return applyChanges(file, target, changes);
}
