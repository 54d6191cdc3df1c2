import { globSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { root } from '../setup/paths.mjs';

/**
 * Puts the members of unions, and the properties of types without a name, into alphabetical order in the declarations
 * that the compiler has written. It writes those of inferred types in the order in which it met them anywhere in the
 * repository, so that an unrelated change could move lines of an API report. What a type allows is the same in any order.
 */
export function sortUnionsInDeclarations() {
  for (const file of globSync('dist-types/plugins/*/src/**/*.d.ts', {
    cwd: root,
  })) {
    const path = `${root}/${file}`;
    const text = readFileSync(path, 'utf8');
    const sorted = sortUnions(text);
    if (sorted !== text) writeFileSync(path, sorted);
  }
}

/**
 * The same declarations, sorted. A union with comments between its members is somebody's own order, and so are the
 * properties of an interface.
 */
export function sortUnions(text) {
  const source = ts.createSourceFile(
    'declarations.d.ts',
    text,
    ts.ScriptTarget.Latest,
    true,
  );
  return print(source, 0, text.length);

  /** The text between two places, with every union below a node sorted. */
  function print(node, from, to) {
    let printed = '';
    let at = from;
    node.forEachChild(child => {
      printed += text.slice(at, child.getStart());
      printed += printNode(child);
      at = child.end;
    });
    return printed + text.slice(at, to);
  }

  function printNode(node) {
    if (ts.isUnionTypeNode(node)) return printUnion(node);
    if (ts.isTypeLiteralNode(node)) return printProperties(node);
    return print(node, node.getStart(), node.end);
  }

  /** Each property keeps what stands before it: its line, and its comment. */
  function printProperties(literal) {
    const { members } = literal;
    if (!members.every(ts.isPropertySignature)) {
      return print(literal, literal.getStart(), literal.end);
    }
    const properties = members.map(member => ({
      name: member.name.getText(),
      text:
        text.slice(member.pos, member.getStart()) +
        print(member, member.getStart(), member.end).replace(/;$/, ''),
    }));
    const ends = members.map(member => /;$/.exec(member.getText())?.[0] ?? '');
    const sorted = [...properties].sort((a, b) => (a.name < b.name ? -1 : 1));
    const printed = sorted.map((property, at) => property.text + ends[at]);
    return `${text.slice(literal.getStart(), members.pos)}${printed.join(
      '',
    )}${text.slice(members.end, literal.end)}`;
  }

  function printUnion(union) {
    const members = union.types.map(printNode);
    const gaps = union.types.map((type, index) =>
      text.slice(
        index === 0 ? union.getStart() : union.types[index - 1].end,
        type.getStart(),
      ),
    );
    const isPlain = gaps.every(gap => /^[\s|]*$/.test(gap));
    const ordered = isPlain ? [...members].sort() : members;
    return gaps.map((gap, index) => gap + ordered[index]).join('');
  }
}
