import { Accessor, Expression } from './expression';
import { Scanner } from './Scanner';

const NAME = /[A-Za-z_][A-Za-z0-9_-]*/;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const WORDS: Record<string, boolean | null> = {
  true: true,
  false: false,
  null: null,
};

// From weakly to strongly binding.
const OPERATORS = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/**
 * Parses a string as the HCL to JSON converter leaves it: quotes and escapes are resolved, `${}` is not.
 * A string that is one interpolation stands for that expression's value.
 *
 * @throws InputError that shows the expression and the position.
 * @internal
 */
export function parseTemplate(text: string): Expression {
  const scanner = new Scanner(text);
  return templateUntil(scanner, undefined);
}

function templateUntil(scanner: Scanner, end: '"' | undefined): Expression {
  const parts: Expression[] = [];
  let literal = '';
  const flush = () => {
    if (literal !== '') {
      parts.push({ type: 'literal', value: literal });
      literal = '';
    }
  };
  while (!(end ? scanner.sees(end) : scanner.isAtEnd)) {
    if (scanner.isAtEnd) {
      throw scanner.error('the string does not end');
    } else if (scanner.accept('$${')) {
      literal += '${';
    } else if (scanner.accept('%%{')) {
      literal += '%{';
    } else if (scanner.sees('%{')) {
      throw scanner.error('template directives are not supported');
    } else if (scanner.accept('${')) {
      flush();
      scanner.accept('~');
      parts.push(parseConditional(scanner));
      scanner.skipSpace();
      scanner.accept('~');
      scanner.expect('}');
    } else if (end && scanner.accept('\\')) {
      literal += scanner.escape();
    } else {
      literal += scanner.next();
    }
  }
  scanner.accept(end ?? '');
  flush();
  const [only] = parts;
  return parts.length === 1 ? only : { type: 'template', parts };
}

function parseConditional(scanner: Scanner): Expression {
  const condition = parseBinary(scanner, 0);
  scanner.skipSpace();
  if (!scanner.accept('?')) {
    return condition;
  }
  const whenTrue = parseConditional(scanner);
  scanner.skipSpace();
  scanner.expect(':');
  const whenFalse = parseConditional(scanner);
  return { type: 'conditional', condition, whenTrue, whenFalse };
}

function parseBinary(scanner: Scanner, level: number): Expression {
  if (level === OPERATORS.length) {
    return parseUnary(scanner);
  }
  let left = parseBinary(scanner, level + 1);
  for (;;) {
    scanner.skipSpace();
    const operator = OPERATORS[level].find(
      // `=>` follows the key of a for expression.
      candidate => !scanner.sees('=>') && scanner.accept(candidate),
    );
    if (!operator) {
      return left;
    }
    const right = parseBinary(scanner, level + 1);
    left = { type: 'binary', operator, left, right };
  }
}

function parseUnary(scanner: Scanner): Expression {
  scanner.skipSpace();
  for (const operator of ['-', '!'] as const) {
    if (scanner.accept(operator)) {
      return { type: 'unary', operator, operand: parseUnary(scanner) };
    }
  }
  return parsePostfix(scanner);
}

function parsePostfix(scanner: Scanner): Expression {
  let target = parsePrimary(scanner);
  for (;;) {
    if (scanner.accept('[*]') || scanner.accept('.*')) {
      target = { type: 'splat', target, accessors: readAccessors(scanner) };
      continue;
    }
    const accessor = readAccessor(scanner);
    if (!accessor) {
      return target;
    }
    target =
      target.type === 'reference' && 'name' in accessor
        ? { type: 'reference', path: [...target.path, accessor.name] }
        : { type: 'access', target, accessor };
  }
}

function readAccessors(scanner: Scanner): Accessor[] {
  const accessors: Accessor[] = [];
  for (;;) {
    const accessor = readAccessor(scanner);
    if (!accessor) {
      return accessors;
    }
    accessors.push(accessor);
  }
}

function readAccessor(scanner: Scanner): Accessor | undefined {
  if (scanner.sees('...')) {
    return undefined;
  }
  if (scanner.accept('.')) {
    const name = scanner.match(NAME);
    if (name) {
      return { name };
    }
    const index = Number(scanner.match(/\d+/) ?? NaN);
    if (Number.isNaN(index)) {
      throw scanner.error('expected a name');
    }
    return { index: { type: 'literal', value: index } };
  }
  if (scanner.accept('[')) {
    const index = parseConditional(scanner);
    scanner.skipSpace();
    scanner.expect(']');
    return { index };
  }
  return undefined;
}

function parsePrimary(scanner: Scanner): Expression {
  if (scanner.accept('"')) {
    return templateUntil(scanner, '"');
  }
  if (scanner.accept('(')) {
    const inner = parseConditional(scanner);
    scanner.skipSpace();
    scanner.expect(')');
    return inner;
  }
  if (scanner.accept('[')) {
    return parseForOr(scanner, ']', () => ({
      type: 'tuple',
      items: readList(scanner, ']').items,
    }));
  }
  if (scanner.accept('{')) {
    return parseForOr(scanner, '}', () => parseObject(scanner));
  }
  const number = scanner.match(NUMBER);
  if (number) {
    return { type: 'literal', value: Number(number) };
  }
  const name = scanner.match(NAME);
  if (!name) {
    throw scanner.error('expected a value');
  }
  if (Object.hasOwn(WORDS, name)) {
    return { type: 'literal', value: WORDS[name] };
  }
  if (scanner.accept('(')) {
    const { items, isExpanded } = readList(scanner, ')');
    return { type: 'call', name, args: items, expandsLast: isExpanded };
  }
  return { type: 'reference', path: [name] };
}

function readList(scanner: Scanner, end: string) {
  const items: Expression[] = [];
  let isExpanded = false;
  for (;;) {
    scanner.skipSpace();
    if (scanner.accept(end)) {
      return { items, isExpanded };
    }
    items.push(parseConditional(scanner));
    scanner.skipSpace();
    isExpanded = scanner.accept('...');
    scanner.skipSpace();
    if (!scanner.accept(',')) {
      scanner.expect(end);
      return { items, isExpanded };
    }
  }
}

function parseObject(scanner: Scanner): Expression {
  const entries: [Expression, Expression][] = [];
  for (;;) {
    scanner.skipSpace();
    if (scanner.accept('}')) {
      return { type: 'object', entries };
    }
    const key = parseBinary(scanner, 0);
    scanner.skipSpace();
    if (!scanner.accept('=')) {
      scanner.expect(':');
    }
    // A plain name as a key is text, not a reference.
    const isName = key.type === 'reference' && key.path.length === 1;
    const value = parseConditional(scanner);
    entries.push([
      isName ? { type: 'literal', value: key.path[0] } : key,
      value,
    ]);
    scanner.skipSpace();
    scanner.accept(',');
  }
}

function parseForOr(
  scanner: Scanner,
  end: ']' | '}',
  otherwise: () => Expression,
): Expression {
  scanner.skipSpace();
  if (!scanner.match(/for\s/)) {
    return otherwise();
  }
  const names = [readName(scanner)];
  scanner.skipSpace();
  if (scanner.accept(',')) {
    names.push(readName(scanner));
    scanner.skipSpace();
  }
  scanner.expect('in');
  const collection = parseConditional(scanner);
  scanner.skipSpace();
  scanner.expect(':');
  const first = parseConditional(scanner);
  scanner.skipSpace();
  const second = scanner.accept('=>') ? parseConditional(scanner) : undefined;
  scanner.skipSpace();
  const isGrouped = scanner.accept('...');
  scanner.skipSpace();
  const condition = scanner.match(/if\s/)
    ? parseConditional(scanner)
    : undefined;
  scanner.skipSpace();
  scanner.expect(end);
  return {
    type: 'for',
    keyName: names.length === 2 ? names[0] : undefined,
    valueName: names[names.length - 1],
    collection,
    key: second && first,
    value: second ?? first,
    condition,
    isGrouped,
  };
}

function readName(scanner: Scanner): string {
  scanner.skipSpace();
  const name = scanner.match(NAME);
  if (!name) {
    throw scanner.error('expected a name');
  }
  return name;
}
