import { AttributeSpec } from '../../catalogues';
import { parseGoInteger, parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { didYouMean } from '../didYouMean';
import { CatalogueRow, findRows, knownAnnotations } from '../KnownAnnotations';
import { AWS, exampleService } from './examples';

const PLACEHOLDER = /[<>{}$]/;

function isNamed(key: string, spec: AttributeSpec): boolean {
  if (!spec.key.includes('<')) return key === spec.key;
  const [start, end] = spec.key.split(/<[^>]*>/);
  return (
    key.length > start.length + end.length &&
    key.startsWith(start) &&
    key.endsWith(end)
  );
}

/** What AWS takes instead, in words; `undefined` where it takes the value. */
function refuseAttribute(
  value: string,
  { type, allowed = [], range }: AttributeSpec,
): string | undefined {
  if (allowed.includes(value)) return undefined;
  if (type === 'boolean')
    return /^(true|false)$/i.test(value) ? undefined : '"true" or "false"';
  if (type === 'string')
    return allowed.map(word => `"${word}"`).join(' or ') || undefined;
  const number = parseGoInteger(value);
  const isOutside =
    number === undefined ||
    number < 0 ||
    (range && (number < range[0] || number > range[1]));
  if (!isOutside) return undefined;
  return range ? `a number from ${range[0]} to ${range[1]}` : 'a whole number';
}

/** The attribute that was meant: one that is spelled nearly so, or the only one that goes on where this one ends. */
function findNear(key: string, known: readonly string[]): string | undefined {
  const longer = known.filter(one => one.startsWith(`${key}.`));
  return longer.length === 1 ? longer[0] : didYouMean(key, known);
}

// Values that are fine, by their table: repositories say the same of many objects.
const MAX_VALUES = 1_000;
const fine = new WeakMap<readonly AttributeSpec[], Set<string>>();

function isFine([{ spec }]: readonly CatalogueRow[], text: string): boolean {
  const { attributes } = spec;
  if (!attributes) return true;
  const known = fine.get(attributes) ?? new Set();
  fine.set(attributes, known);
  if (known.has(text)) return true;
  const pairs = parseStringMap(text);
  const isGood =
    pairs !== undefined &&
    Object.entries(pairs).every(([key, value]) => {
      const one = attributes.find(each => isNamed(key, each));
      return one !== undefined && !refuseAttribute(value.trim(), one);
    });
  if (isGood && known.size >= MAX_VALUES) known.clear();
  // A copy of its own, which keeps no file's text.
  if (isGood) known.add(JSON.parse(JSON.stringify(text)));
  return isGood;
}

/** A pair in an annotation for attributes that AWS doesn't take. @internal */
export const attribute = createRule({
  id: 'annotation/attribute',
  severity: 'error',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.attributes),
  page: {
    summary: 'An attribute is unknown, or has a value that AWS refuses.',
    why: 'The controller passes the pairs on unread. AWS refuses a wrong one, and the load balancer stays half made, or as it was.',
    bad: exampleService([
      `${AWS}attributes: "secondary_ips.auto_assigned.per_subnet=9"`,
    ]),
    good: exampleService([
      `${AWS}attributes: "secondary_ips.auto_assigned.per_subnet=2"`,
    ]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
  },
  check(target, report) {
    for (const { node, rows } of knownAnnotations(target)) {
      if (isFine(rows, node.value)) continue;
      const known = rows[0].spec.attributes;
      const pairs = known && parseStringMap(node.value);
      // Where several controllers might read it, none may have attributes of its own.
      if (!pairs || rows.some(({ spec }) => !spec.attributes)) continue;
      for (const [key, value] of Object.entries(pairs)) {
        if (PLACEHOLDER.test(`${key}${value}`)) continue;
        const spec = known.find(one => isNamed(key, one));
        const expected = spec && refuseAttribute(value.trim(), spec);
        if (spec && !expected) continue;
        const near = findNear(
          key,
          known.map(one => one.key),
        );
        // AWS may have new ones; what is nearly one of the old ones is a slip.
        const unknownSeverity = near ? 'warning' : 'info';
        report({
          at: node,
          severity: spec ? 'error' : unknownSeverity,
          message: spec
            ? `'${value}' is no value of '${key}'; AWS refuses it`
            : `AWS documents no attribute '${key}' for '${node.key}'`,
          remedy: spec
            ? `Write ${expected}.`
            : `${
                near ? `Did you mean '${near}'? ` : ''
              }AWS refuses what it does not know.`,
          evidence: [{ label: node.key, value: node.value }],
        });
      }
    }
  },
});
