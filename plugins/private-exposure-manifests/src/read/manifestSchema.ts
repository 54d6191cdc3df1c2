import { CORE_SCHEMA, load, Type } from 'js-yaml';
import { readNumber } from './readNumber';

const asEntries = <T>(words: string, value: T) =>
  words.split(' ').map((word): [string, T] => [word, value]);

const BOOLEANS = new Map([
  ...asEntries('y Y yes Yes YES true True TRUE on On ON', true),
  ...asEntries('n N no No NO false False FALSE off Off OFF', false),
]);
const WORDS = new Map<string, boolean | null>([
  ...BOOLEANS,
  ...asEntries('null Null NULL', null),
]);

/**
 * Reads a plain word as a boolean where Kubernetes does: it takes YAML 1.1, in which `on` and `yes` are booleans.
 *
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/goyaml.v2/resolve.go
 */
const boolean = new Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (text: unknown) => typeof text === 'string' && BOOLEANS.has(text),
  construct: (text: string) => BOOLEANS.get(text),
});

/** Reads a plain word as a number where Kubernetes does; what is infinite is left to the type of the other numbers. */
const number = new Type('tag:yaml.org,2002:int', {
  kind: 'scalar',
  resolve: (text: unknown) =>
    typeof text === 'string' && readNumber(text) !== undefined,
  construct: (text: string) => readNumber(text),
});

/** `<<` stays a key: what a merge brings is looked up where it is asked for, so that no text can make it explode. */
const merge = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  construct: () => '<<',
});

/** CloudFormation's short forms, such as `!Ref Name`, kept as their long ones. */
const intrinsics = (['scalar', 'sequence', 'mapping'] as const).map(
  kind =>
    new Type('!', {
      kind,
      multi: true,
      construct: (value: unknown, tag = '') => ({ [tag.slice(1)]: value }),
    }),
);

/** YAML as Kubernetes and CloudFormation read it. Dates stay text, as they do for Kubernetes. @internal */
export const manifestSchema = CORE_SCHEMA.extend({
  implicit: [boolean, number],
  explicit: [merge, ...intrinsics],
});

const NINE = 57;
const WHOLE_NUMBER = /^(0|[1-9]\d{0,14})$/;
/** What may be a number that is infinite or none, and a little more. */
const LIKE_INFINITY = /^[-+]?\.(inf|nan)$/i;

/** What a word without quotes stands for, which has no character of YAML's syntax in it. @internal */
export function resolvePlain(text: string): unknown {
  if (text.charCodeAt(0) > NINE) {
    const word = text.length > 'false'.length ? undefined : WORDS.get(text);
    return word === undefined ? text : word;
  }
  if (WHOLE_NUMBER.test(text)) return Number(text);
  const value = readNumber(text);
  if (value !== undefined) return value;
  return LIKE_INFINITY.test(text)
    ? load(text, { schema: manifestSchema })
    : text;
}
