import { Rule } from './createRule';
import { PlaceTarget } from './readPlaces';
import { rememberTexts } from './rememberTexts';

function isAbout({ about }: Rule, key: string): boolean {
  if (about === undefined) return false;
  return typeof about === 'function' ? about(key) : about.includes(key);
}

/**
 * The rules that a linter goes by, and which of them are to be asked about a place.
 *
 * @internal
 */
export class RuleBook {
  /** Indexes of the rules about a key. */
  private readonly rulesAbout = rememberTexts(key =>
    this.indexes(rule => isAbout(rule, key)),
  );
  private readonly byType: Readonly<
    Record<PlaceTarget['type'], readonly number[]>
  >;
  private readonly isAlways: readonly boolean[];
  /** For each rule, the number of the last place that it was asked about: quicker than a set for each place. */
  private readonly lastAsked: Uint32Array;
  private places = 0;

  constructor(
    /** All of them, in the order in which they speak. */
    readonly rules: readonly Rule[],
  ) {
    this.isAlways = rules.map(({ about }) => about === undefined);
    this.lastAsked = new Uint32Array(rules.length);
    this.byType = {
      service: this.rulesFor('service'),
      ingress: this.rulesFor('ingress'),
      annotated: this.rulesFor('annotated'),
    };
  }

  /**
   * The rules that may have something to say of a place, in their order: those that are about one of its keys, and those
   * that are about no key. Most places have few keys, and most rules are about one.
   */
  askedAbout(target: PlaceTarget): readonly Rule[] {
    const { rules, isAlways, lastAsked } = this;
    this.places += 1;
    const { places } = this;
    for (const nodes of [
      target.annotations,
      target.placeholders,
      target.labels,
    ]) {
      for (const { key } of nodes) {
        for (const index of this.rulesAbout(key)) lastAsked[index] = places;
      }
    }
    const asked: Rule[] = [];
    for (const index of this.byType[target.type]) {
      if (isAlways[index] || lastAsked[index] === places)
        asked.push(rules[index]);
    }
    return asked;
  }

  private rulesFor(type: PlaceTarget['type']): readonly number[] {
    return this.indexes(
      ({ reads }) => reads === 'annotations' || reads === type,
    );
  }

  private indexes(isWanted: (rule: Rule) => boolean): readonly number[] {
    return this.rules.flatMap((rule, index) => (isWanted(rule) ? [index] : []));
  }
}
