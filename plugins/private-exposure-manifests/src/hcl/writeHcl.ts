import { quoteHcl } from './quoteHcl';
import { HclBlock, HclValue } from './values';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
// A key that needs no quotes. `for` needs them: behind a brace it begins an expression.
const PLAIN_KEY = /^(?!for$)[A-Za-z_][A-Za-z0-9_-]*$/;
// Traversals only, of a set's list at most: no other calls, operators, templates or line ends.
const STEPS = String.raw`(\.[A-Za-z_][A-Za-z0-9_]*|\[\d+\])*`;
const TRAVERSAL = `[A-Za-z_][A-Za-z0-9_]*${STEPS}`;
const REFERENCE = new RegExp(
  String.raw`^(${TRAVERSAL}|tolist\(${TRAVERSAL}\)${STEPS})$`,
);
// Longer lists go on several lines, one element each.
const MAX_INLINE_LIST = 60;

function isObject(
  value: HclValue,
): value is { object: Record<string, HclValue> } {
  return (
    typeof value === 'object' && !Array.isArray(value) && 'object' in value
  );
}

function checkIdentifier(text: string): string {
  if (!IDENTIFIER.test(text))
    throw new RangeError(`${JSON.stringify(text)} is not an HCL identifier`);
  return text;
}

function writeScalar(
  value: string | number | boolean | { reference: string },
): string {
  if (typeof value === 'string') return quoteHcl(value);
  if (typeof value === 'object') {
    if (!REFERENCE.test(value.reference)) {
      throw new RangeError(
        `${JSON.stringify(value.reference)} is not an HCL reference`,
      );
    }
    return value.reference;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is not a whole number`);
  }
  return String(value);
}

function writeList(list: HclValue[], indent: string): string {
  const inner = `${indent}  `;
  const inline = `[${list.map(item => writeValue(item, inner)).join(', ')}]`;
  if (inline.length <= MAX_INLINE_LIST && !inline.includes('\n')) return inline;
  const lines = list.map(item => `${inner}${writeValue(item, inner)},\n`);
  return `[\n${lines.join('')}${indent}]`;
}

function writeValue(value: HclValue, indent: string): string {
  if (Array.isArray(value)) return writeList(value, indent);
  if (typeof value === 'object' && isObject(value)) {
    const inner = `${indent}  `;
    const cells = Object.entries(value.object).map(
      ([key, item]): [string, string] => [
        PLAIN_KEY.test(key) ? key : quoteHcl(key),
        writeValue(item, inner),
      ],
    );
    return cells.length === 0
      ? '{}'
      : `{\n${writeAligned(cells, inner)}${indent}}`;
  }
  return writeScalar(value);
}

/** Number of columns that `terraform fmt` counts: one for each character as a reader sees it. */
function countColumns(text: string): number {
  return Array.from(new Intl.Segmenter().segment(text)).length;
}

// `terraform fmt` lines up `=` in each run of single-line attributes.
function writeAligned(cells: [string, string][], indent: string): string {
  const width = Math.max(...cells.map(([name]) => countColumns(name)));
  return cells
    .map(
      ([name, text]) =>
        `${indent}${name}${' '.repeat(width - countColumns(name))} = ${text}\n`,
    )
    .join('');
}

function writeBlock(block: HclBlock, indent: string): string {
  const inner = `${indent}  `;
  const labels = block.labels.map(
    label => ` ${quoteHcl(checkIdentifier(label))}`,
  );
  const cells = Object.entries(block.attributes).map(
    ([name, value]): [string, string] => [
      checkIdentifier(name),
      writeValue(value, inner),
    ],
  );
  const short = cells.filter(([, text]) => !text.includes('\n'));
  const long = cells.filter(([, text]) => text.includes('\n'));
  const parts = [
    ...(short.length ? [writeAligned(short, inner)] : []),
    ...long.map(([name, text]) => `${inner}${name} = ${text}\n`),
    ...(block.blocks ?? []).map(each => writeBlock(each, inner)),
  ];
  const head = `${indent}${checkIdentifier(block.type)}${labels.join('')}`;
  return parts.length
    ? `${head} {\n${parts.join('\n')}${indent}}\n`
    : `${head} {}\n`;
}

/**
 * Writes a block the way `terraform fmt` leaves it: attributes of one line first, lined up, then each longer one and each
 * block in it after an empty line.
 *
 * @throws RangeError where a name, reference or text can't be represented.
 * @public
 */
export function writeHclBlock(block: HclBlock): string {
  return writeBlock(block, '');
}

/** Writes blocks with an empty line between them. @public */
export function writeHcl(blocks: HclBlock[]): string {
  return blocks.map(writeHclBlock).join('\n');
}
