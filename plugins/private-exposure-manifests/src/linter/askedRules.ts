import { Rule } from './createRule';
import { PlaceTarget } from './readPlaces';
import { rules } from './rules';

// Keys are anybody's to invent, and may keep the text alive that they were cut out of: so not all are remembered.
const MAX_KEYS = 1_000;
const byKey = new Map<string, readonly Rule[]>();

const always = rules.filter(({ about }) => about === undefined);

function isAbout({ about }: Rule, key: string): boolean {
  if (about === undefined) return false;
  return typeof about === 'function' ? about(key) : about.includes(key);
}

function rulesAbout(key: string): readonly Rule[] {
  const before = byKey.get(key);
  if (before) return before;
  if (byKey.size >= MAX_KEYS) byKey.clear();
  const found = rules.filter(rule => isAbout(rule, key));
  byKey.set(key, found);
  return found;
}

const rulesFor = (type: PlaceTarget['type']) =>
  rules.filter(({ reads }) => reads === 'annotations' || reads === type);

const byType = {
  service: rulesFor('service'),
  ingress: rulesFor('ingress'),
  annotated: rulesFor('annotated'),
};

/**
 * The rules that may have something to say of a place, in their order: those that are about one of its keys, and those
 * that are about no key. Most places have few keys, and most rules are about one.
 *
 * @internal
 */
export function askedRules(target: PlaceTarget): readonly Rule[] {
  const asked = new Set(always);
  for (const nodes of [
    target.annotations,
    target.placeholders,
    target.labels,
  ]) {
    for (const { key } of nodes) {
      for (const rule of rulesAbout(key)) asked.add(rule);
    }
  }
  return byType[target.type].filter(rule => asked.has(rule));
}
