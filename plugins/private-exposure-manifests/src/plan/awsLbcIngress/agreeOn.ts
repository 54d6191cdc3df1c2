import { ControllerRefusal } from '../ControllerRefusal';

/**
 * The one value that the members of a group have, where all that have one have the same; `undefined` where none has.
 *
 * @param values - One for each member that has it.
 * @param conflict - What the controller says of several, sorted.
 *
 * @internal
 */
export function agreeOn<T extends string | number | boolean>(
  values: readonly T[],
  about: readonly string[],
  conflict: (different: readonly T[]) => string,
): T | undefined {
  const different = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  if (different.length > 1)
    throw new ControllerRefusal(conflict(different), about);
  return different[0];
}

/**
 * As {@link agreeOn}, for lists.
 *
 * @param what - What they are in the controller's words.
 * @param ignoresOrder - Whether two lists of the same values in another order are the same.
 *
 * @internal
 */
export function agreeOnList(
  lists: readonly (readonly string[])[],
  about: readonly string[],
  { what, ignoresOrder }: { what: string; ignoresOrder: boolean },
): readonly string[] | undefined {
  const toText = (list: readonly string[]) =>
    JSON.stringify(ignoresOrder ? [...list].sort() : list);
  const [first, ...others] = lists;
  const other = others.find(list => toText(list) !== toText(first));
  if (other)
    throw new ControllerRefusal(
      `conflicting ${what}: [${first.join(' ')}] | [${other.join(' ')}]`,
      about,
    );
  return first;
}

/**
 * Puts together the pairs that members have, each key of which has one value only.
 *
 * @param what - What a pair is in the controller's words.
 * @param settled - Keys about which it doesn't matter, as something else says their value.
 * @param ending - What stands behind the message, made of the member's index.
 *
 * @internal
 */
export function mergePairs(
  maps: readonly Readonly<Record<string, string>>[],
  about: readonly string[],
  {
    what,
    settled = {},
    ending = () => '',
  }: {
    what: string;
    settled?: Readonly<Record<string, string>>;
    ending?: (index: number) => string;
  },
): Record<string, string> {
  const merged = new Map<string, string>();
  maps.forEach((map, index) => {
    for (const [key, value] of Object.entries(map)) {
      const before = merged.get(key);
      if (
        before !== undefined &&
        before !== value &&
        !Object.hasOwn(settled, key)
      ) {
        throw new ControllerRefusal(
          `conflicting ${what} ${key}: ${before} | ${value}${ending(index)}`,
          about,
        );
      }
      merged.set(key, value);
    }
  });
  return Object.fromEntries(merged);
}
