import { AwsFault, Tags } from '../../world';

/** A filter as it comes over the wire. @internal */
export interface FilterInput {
  Name?: string;
  Values?: string[];
}

/** The values of a record that a filter looks at. @internal */
export type FilterValues =
  | string
  | boolean
  | (string | undefined)[]
  | undefined;

/** The filters of an operation by name. @internal */
export type FilterTable<TRecord> = Readonly<
  Record<string, (record: TRecord) => FilterValues>
>;

/** `*` stands for any text and `?` for one character, as in EC2's filters. */
function matcherOf(pattern: string): (value: string) => boolean {
  if (!/[*?]/.test(pattern)) return value => value === pattern;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${source}$`, 's');
  return value => expression.test(value);
}

function valuesOf(value: FilterValues): string[] {
  return [value].flat().flatMap(one => (one === undefined ? [] : String(one)));
}

function tagValues(tags: Tags, name: string): FilterValues | 'unknown' {
  if (name === 'tag-key') return Object.keys(tags);
  if (name.startsWith('tag:')) return [tags[name.slice(4)]];
  return 'unknown';
}

/**
 * Keeps the records that all filters match; a filter matches if one of its
 * values does. `tagsOf` is for records that have more than one set of tags.
 *
 * @throws AwsFault `InvalidParameterValue` for a filter that does not exist.
 * @internal
 */
export function applyFilters<TRecord extends { tags: Tags }>(
  records: TRecord[],
  filters: FilterInput[] | undefined,
  table: FilterTable<TRecord>,
  tagsOf: (record: TRecord) => Tags = record => record.tags,
): TRecord[] {
  return (filters ?? []).reduce((kept, { Name: name = '', Values }) => {
    const isTag = name === 'tag-key' || name.startsWith('tag:');
    if (!isTag && !Object.hasOwn(table, name)) {
      throw new AwsFault(
        'InvalidParameterValue',
        `The filter '${name}' is invalid`,
      );
    }
    const matchers = (Values ?? []).map(matcherOf);
    return kept.filter(record => {
      const found = isTag
        ? tagValues(tagsOf(record), name)
        : table[name](record);
      return valuesOf(found).some(value =>
        matchers.some(matches => matches(value)),
      );
    });
  }, records);
}
