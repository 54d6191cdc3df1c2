import { globSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { root } from '../setup/paths.mjs';

/**
 * Puts the members of unions into alphabetical order in the declarations that the compiler has written. It writes those
 * of inferred types in the order in which it met them anywhere in the repository, so that an unrelated change could move
 * lines of an API report. What a union allows is the same in any order.
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

/** The same declarations with sorted unions. A union with comments between its members is somebody's own order. */
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
      printed += ts.isUnionTypeNode(child)
        ? printUnion(child)
        : print(child, child.getStart(), child.end);
      at = child.end;
    });
    return printed + text.slice(at, to);
  }

  function printUnion(union) {
    const members = union.types.map(type =>
      ts.isUnionTypeNode(type)
        ? printUnion(type)
        : print(type, type.getStart(), type.end),
    );
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
