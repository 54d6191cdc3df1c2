import { ManifestPath, ManifestPlan } from '../builders/manifestPlan';
import { ManifestValue } from '../yaml/stringifyManifest';
import { valueAt } from './valueAt';

/** One place of a document that an edit sets, or takes out where it has no value. @internal */
export interface PlannedChange {
  path: ManifestPath;
  value?: ManifestValue;
}

function textsAt(value: unknown, path: ManifestPath): Record<string, string> {
  const found = valueAt(value, path);
  const entries =
    typeof found === 'object' && found ? Object.entries(found) : [];
  return Object.fromEntries(
    entries.map(([key, text]): [string, string] => [key, String(text)]),
  );
}

/**
 * What an edit changes for a plan: its settings, with what of the annotations stays beside them, and what goes because it
 * would say something else.
 *
 * @param plain - the object, or the item, that holds the settings
 * @internal
 */
export function planEdit(plan: ManifestPlan, plain: unknown): PlannedChange[] {
  const present = textsAt(plain, plan.annotations);
  const adapted = plan.adapt?.(present) ?? {};
  const keyOf = (path: ManifestPath) =>
    path.length === plan.annotations.length + 1
      ? String(path[path.length - 1])
      : '';
  const set = new Set(plan.settings.map(({ path }) => keyOf(path)));
  const superseded = Object.keys(present).filter(
    key => plan.superseded.includes(key) && !set.has(key),
  );
  return [
    ...plan.settings.map(({ path, value }) => ({
      path,
      value: adapted[keyOf(path)] ?? value,
    })),
    ...superseded.map(key => {
      const path = [...plan.annotations, key];
      return key in adapted ? { path, value: adapted[key] } : { path };
    }),
  ];
}
