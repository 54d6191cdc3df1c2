import { ControllerRefusal } from '../plan/ControllerRefusal';
import { ManifestValue } from '../plan/KubernetesObject';
import { explainGoJson } from './explainGoJson';
import {
  parseGoBoolean,
  parseGoInteger,
  parseStringList,
  parseStringMap,
  quoteGo,
} from './goParsers';

/** How the AWS Load Balancer Controller looks an annotation up. @public */
export interface LbcLookup {
  /** Whether the name is the whole key, and no prefix stands before it. Default `false`. */
  exact?: boolean;
  /** Prefixes, without their `/`, that are tried in turn where the first one is missing. */
  alternativePrefixes?: readonly string[];
}

/**
 * The annotations of one object as the AWS Load Balancer Controller reads them. Every method answers `undefined` where
 * the annotation is missing, and refuses what the controller can't parse with its words.
 *
 * @remarks From `pkg/annotations/parser.go`, version 3.5.
 *
 * @typeParam Name - The names that may be asked for; a catalogue's `AnnotationName`, so that no other can be.
 *
 * @example `new LbcAnnotations(service.metadata.annotations, 'service.beta.kubernetes.io').boolean('aws-load-balancer-internal')`
 *
 * @public
 */
export class LbcAnnotations<Name extends string = string> {
  private byName: ReadonlyMap<string, string> | undefined;

  /**
   * @param annotations - All annotations of the object, by whole key.
   * @param prefix - What stands before each name, without its `/`.
   */
  constructor(
    private readonly annotations: Readonly<Record<string, string>>,
    private readonly prefix: string,
  ) {}

  /** The whole key under which an annotation stands; where it is missing, the one that is looked for first. */
  keyOf(name: Name, lookup: LbcLookup = {}): string {
    return this.find(name, lookup)?.key ?? this.keys(name, lookup)[0];
  }

  /** Whether the annotation stands there, whatever its value. */
  has(name: Name, lookup: LbcLookup = {}): boolean {
    return this.find(name, lookup) !== undefined;
  }

  string(name: Name, lookup: LbcLookup = {}): string | undefined {
    return this.find(name, lookup)?.value;
  }

  /** `1`, `t`, `T`, `TRUE`, `true`, `True` and their opposites. */
  boolean(name: Name, lookup: LbcLookup = {}): boolean | undefined {
    return this.parse(name, lookup, {
      as: 'bool',
      read: parseGoBoolean,
      why: value =>
        `strconv.ParseBool: parsing ${quoteGo(value)}: invalid syntax`,
    });
  }

  int64(name: Name, lookup: LbcLookup = {}): number | undefined {
    return this.integer(name, lookup, 64);
  }

  int32(name: Name, lookup: LbcLookup = {}): number | undefined {
    return this.integer(name, lookup, 32);
  }

  /** Parted by commas, spaces around the parts dropped, empty parts left out. */
  stringList(name: Name, lookup: LbcLookup = {}): string[] | undefined {
    const value = this.string(name, lookup);
    return value === undefined ? undefined : parseStringList(value);
  }

  /** Pairs `k=v` parted by commas; `\,` is a comma in a value. */
  stringMap(
    name: Name,
    lookup: LbcLookup = {},
  ): Record<string, string> | undefined {
    return this.parse(name, lookup, { as: 'stringMap', read: parseStringMap });
  }

  /** JSON of any form; what it has to hold is for the caller to say. */
  json(name: Name, lookup: LbcLookup = {}): ManifestValue | undefined {
    let cause = '';
    const parsed = this.parse(name, lookup, {
      as: 'json',
      read: value => {
        try {
          return { json: JSON.parse(value) as ManifestValue };
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          cause = explainGoJson(value);
          return undefined;
        }
      },
      why: () => cause,
    });
    return parsed?.json;
  }

  private integer(name: string, lookup: LbcLookup, bits: 32 | 64) {
    return this.parse(name, lookup, {
      as: `int${bits}`,
      read: value => parseGoInteger(value, bits),
      why: value =>
        `strconv.ParseInt: parsing ${quoteGo(value)}: ${
          /^[+-]?\d+$/.test(value) ? 'value out of range' : 'invalid syntax'
        }`,
    });
  }

  private parse<T>(
    name: string,
    lookup: LbcLookup,
    form: {
      as: string;
      read(value: string): T | undefined;
      why?(value: string): string;
    },
  ): T | undefined {
    const found = this.find(name, lookup);
    if (!found) return undefined;
    const { key, value } = found;
    const parsed = form.read(value);
    if (parsed !== undefined) return parsed;
    const why = form.why ? `: ${form.why(value)}` : '';
    throw new ControllerRefusal(
      `failed to parse ${form.as} annotation, ${key}: ${value}${why}`,
      [key],
    );
  }

  private find(name: string, lookup: LbcLookup) {
    const { exact, alternativePrefixes } = lookup;
    const own = exact ? undefined : this.ownByName.get(name);
    if (own !== undefined) return { key: `${this.prefix}/${name}`, value: own };
    // Most lookups are of annotations that are missing, and have no other key.
    if (!exact && !alternativePrefixes) return undefined;
    for (const key of this.keys(name, lookup)) {
      const value: unknown = Object.hasOwn(this.annotations, key)
        ? this.annotations[key]
        : undefined;
      // Kubernetes holds nothing but text here; a file may hold anything.
      if (typeof value === 'string') return { key, value };
    }
    return undefined;
  }

  /** The annotations with the first prefix. Plans ask for some fifty names, and an object has a few. */
  private get ownByName(): ReadonlyMap<string, string> {
    if (this.byName) return this.byName;
    const start = `${this.prefix}/`;
    const byName = new Map<string, string>();
    for (const [key, value] of Object.entries<unknown>(this.annotations)) {
      if (typeof value === 'string' && key.startsWith(start))
        byName.set(key.slice(start.length), value);
    }
    this.byName = byName;
    return byName;
  }

  private keys(name: string, lookup: LbcLookup): string[] {
    return lookup.exact
      ? [name]
      : [this.prefix, ...(lookup.alternativePrefixes ?? [])].map(
          prefix => `${prefix}/${name}`,
        );
  }
}
