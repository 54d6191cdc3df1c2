import { Rule } from './createRule';
import { PlaceTarget } from './readPlaces';
import { rules } from './rules';

// Keys are anybody's to invent, and may keep the text alive that they were cut out of: so not all are remembered.
const MAX_KEYS = 1_000;
/** Indexes of the rules about a key. */
const byKey = new Map<string, readonly number[]>();

const isAlways = rules.map(({ about }) => about === undefined);

function isAbout({ about }: Rule, key: string): boolean {
  if (about === undefined) return false;
  return typeof about === 'function' ? about(key) : about.includes(key);
}

function rulesAbout(key: string): readonly number[] {
  const before = byKey.get(key);
  if (before) return before;
  if (byKey.size >= MAX_KEYS) byKey.clear();
  const found = rules.flatMap((rule, index) =>
    isAbout(rule, key) ? [index] : [],
  );
  byKey.set(key, found);
  return found;
}

const rulesFor = (type: PlaceTarget['type']) =>
  rules.flatMap(({ reads }, index) =>
    reads === 'annotations' || reads === type ? [index] : [],
  );

const byType = {
  service: rulesFor('service'),
  ingress: rulesFor('ingress'),
  annotated: rulesFor('annotated'),
};

/** For each rule, the number of the last place that it was asked about: quicker than a set for each place. */
const lastAsked = new Uint32Array(rules.length);
let places = 0;

/**
 * The rules that may have something to say of a place, in their order: those that are about one of its keys, and those
 * that are about no key. Most places have few keys, and most rules are about one.
 *
 * @internal
 */
export function askedRules(target: PlaceTarget): readonly Rule[] {
  places += 1;
  for (const nodes of [
    target.annotations,
    target.placeholders,
    target.labels,
  ]) {
    for (const { key } of nodes) {
      for (const index of rulesAbout(key)) lastAsked[index] = places;
    }
  }
  const asked: Rule[] = [];
  for (const index of byType[target.type]) {
    if (isAlways[index] || lastAsked[index] === places)
      asked.push(rules[index]);
  }
  return asked;
}
