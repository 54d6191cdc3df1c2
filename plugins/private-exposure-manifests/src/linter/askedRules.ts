import { Rule } from './createRule';
import { PlaceTarget } from './readPlaces';
import { rules } from './rules';

// Keys are anybody's to invent, and may keep the text alive that they were cut out of: so not all are remembered.
const MAX_KEYS = 1_000;
const byKey = new Map<string, readonly Rule[]>();
const byKeys = new Map<string, readonly Rule[]>();

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

const keyedIn = ({ annotations, placeholders, labels }: PlaceTarget) => [
  annotations,
  placeholders,
  labels,
];

function findAsked(target: PlaceTarget): readonly Rule[] {
  const asked = new Set(always);
  for (const nodes of keyedIn(target)) {
    for (const { key } of nodes) {
      for (const rule of rulesAbout(key)) asked.add(rule);
    }
  }
  return byType[target.type].filter(rule => asked.has(rule));
}

/** The keys of a place as one text of its own, without what they were cut out of. */
function nameOf(target: PlaceTarget): string {
  let name: string = target.type;
  for (const nodes of keyedIn(target)) {
    for (const { key } of nodes) name += `\n${key}`;
  }
  return name;
}

/**
 * The rules that may have something to say of a place, in their order: those that are about one of its keys, and those
 * that are about no key. Most places have few keys, and most rules are about one. Places of the same keys, which are
 * most of a repository's, are looked up.
 *
 * @internal
 */
export function askedRules(target: PlaceTarget): readonly Rule[] {
  const name = nameOf(target);
  const before = byKeys.get(name);
  if (before) return before;
  if (byKeys.size >= MAX_KEYS) byKeys.clear();
  const found = findAsked(target);
  byKeys.set(name, found);
  return found;
}
