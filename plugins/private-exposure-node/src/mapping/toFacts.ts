import type { Fact } from '@postern/backstage-plugin-private-exposure-common';

/** What a fact may be made of: text, or a list that is joined. @public */
export type FactValue =
  | string
  | number
  | boolean
  | readonly string[]
  | undefined;

/**
 * Facts in the order of the keys. What is absent or empty is left out; a yes or no is spelled out.
 *
 * @param copyable - Labels whose value somebody may want to paste elsewhere.
 * @public
 */
export function toFacts(
  values: Readonly<Record<string, FactValue>>,
  copyable: readonly string[] = [],
): Fact[] {
  return Object.entries(values).flatMap(([label, value]) => {
    const text = toText(value);
    if (text === '') return [];
    return [
      copyable.includes(label)
        ? { label, value: text, copyable: true }
        : { label, value: text },
    ];
  });
}

function toText(value: FactValue): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value);
  }
  return value.join(', ');
}
