import fc from 'fast-check';
import { evaluate, Scope } from './evaluate';
import { Value } from './expression';
import { parseTemplate } from './parseExpression';

const names: Record<string, Value> = {
  list: ['a', 'b'],
  map: { x: 1, 'y-z': { deep: ['q'] } },
  items: [{ id: 'i-1' }, { id: 'i-2' }],
};

const scope: Scope = {
  lookup(path) {
    if (!Object.hasOwn(names, path[0])) {
      throw new Error(`no ${path[0]}`);
    }
    return { value: names[path[0]], used: 1 };
  },
};

const valueOf = (text: string) => evaluate(parseTemplate(text), scope);

describe('Terraform expressions', () => {
  it.each<[string, Value]>([
    ['plain', 'plain'],
    ['$${kept} %%{kept}', '${kept} %{kept}'],
    ['a-${list[1]}-${1 + 2 * 3}', 'a-b-7'],
    ['${map["y-z"].deep[0]}', 'q'],
    ['${items[*].id}', ['i-1', 'i-2']],
    ['${items.*.id}', ['i-1', 'i-2']],
    ['${[for index, item in list : "${index}${upper(item)}"]}', ['0A', '1B']],
    [
      '${{ for item in items : item.id => 1 if item.id != "i-1" }}',
      { 'i-2': 1 },
    ],
    [
      '${merge(map, { x = 2, "k" : list })}',
      { x: 2, 'y-z': { deep: ['q'] }, k: ['a', 'b'] },
    ],
    ['${toset(concat(list, list))}', ['a', 'b']],
    ['${length(list) > 1 && !false ? "many" : "one"}', 'many'],
    ['${jsonencode({ a = [true, null] })}', '{"a":[true,null]}'],
    ['${format("%s:%d %%", "p", 80)}', 'p:80 %'],
    ['${concat([], [["x"]]...)}', ['x']],
    ['${try(map.none, "fallback")}', 'fallback'],
    ['${(-1)}', -1],
    ['${"quote \\" \\u00e9 $${x}"}', 'quote " é ${x}'],
  ])('%s', (text, expected) => {
    expect(valueOf(text)).toEqual(expected);
  });

  it.each([
    '${',
    '${list[9]}',
    '${none()}',
    '${map.none}',
    '%{ if true }x',
    '${"open}',
    '${1 +}',
  ])('refuses %s', text => {
    expect(() => valueOf(text)).toThrow(/Terraform/);
  });

  it('gives back any text whose markers are escaped', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'${}%"\\a') }),
    );
    fc.assert(
      fc.property(texts, text => {
        const escaped = text.replace(/([$%])\{/g, '$1$1{');
        fc.pre(!/[$%][$%]\{/.test(text));
        // Not right behind the text: its last `$` would make an escape of the brace.
        expect(valueOf(`${escaped}-${'${list[0]}'}`)).toBe(`${text}-a`);
      }),
    );
  });
});
