import fc from 'fast-check';
import {
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  stringify,
  visit,
} from 'yaml';
import { readDocuments } from './readDocuments';
import { isManifestMap, TooManyValuesError } from './SourceDocument';

/** The place of every key, as another parser sees it. */
function placesByYaml(content: string): string[] {
  const lines = new LineCounter();
  const places: string[] = [];
  visit(parseDocument(content, { lineCounter: lines }), {
    Pair(_, pair) {
      if (!isScalar(pair.key)) return;
      const { line, col } = lines.linePos(pair.key.range?.[0] ?? 0);
      const value =
        isNode(pair.value) &&
        !(isScalar(pair.value) && pair.value.value === null)
          ? lines.linePos(pair.value.range?.[0] ?? 0)
          : undefined;
      places.push(
        `${pair.key.value} ${line}:${col} ${
          value ? `${value.line}:${value.col}` : ''
        }`,
      );
    },
  });
  return places.sort();
}

function placesByReader(content: string): string[] {
  const [document] = readDocuments(content).documents;
  return [...document.maps()]
    .flatMap(map =>
      Object.keys(map).map(key => {
        const at = document.placeOfKey(map, key);
        const value =
          map[key] === null ? undefined : document.placeOfValue(map, key);
        return `${key} ${at.line}:${at.column} ${
          value ? `${value.line}:${value.column}` : ''
        }`;
      }),
    )
    .sort();
}

// Longer than the words that Kubernetes takes for booleans.
const word = fc.stringMatching(/^[a-z][a-z0-9./-]{4,12}[a-z0-9]$/);
const { tree } = fc.letrec(tie => ({
  scalar: fc.oneof(
    // What looks like a template's directive may hide the keys from there to where it ends.
    fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter(text => !/[{%]\{/.test(text)),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant('two\nlines\n'),
  ),
  list: fc.array(tie('node'), { maxLength: 3 }),
  map: fc.dictionary(word, tie('node'), { maxKeys: 4 }),
  node: fc.oneof({ maxDepth: 4 }, tie('scalar'), tie('list'), tie('map')),
  tree: fc.dictionary(word, tie('node'), { minKeys: 1, maxKeys: 4 }),
}));

describe('readDocuments', () => {
  it('finds every key and value where another parser finds them', () => {
    fc.assert(
      fc.property(
        tree,
        fc.constantFrom('block' as const, 'flow' as const),
        fc.integer({ min: 1, max: 4 }),
        (value, collectionStyle, indent) => {
          const content = stringify(value, { collectionStyle, indent });
          expect(placesByReader(content)).toEqual(placesByYaml(content));
        },
      ),
    );
  });

  it.each([
    ['comments and blank lines', '# a\n\na: # b\n  # c\n  b: 1\n'],
    ['tags and anchors', 'a: &x !!map\n  b: !!str 1\nc: *x\n'],
    ['quoted keys', `"a b": 'c'\n'd': "e"\n`],
    ['compact lists of maps', 'a:\n- b: 1\n  c: 2\n-   d: 3\n'],
    ['explicit keys', '? a\n: b\n? c\n: - d\n'],
    ['keys alone in a flow map', '{a, b: 1, c}\n'],
    ['equal values in turn', 'a: a\nb: b\n'],
    ['block scalars', 'a: |\n  b: c\nd: >-\n  e\n'],
    ['Windows line ends', 'a:\r\n  b: 1\r\nc: 2\r\n'],
    ['JSON with tabs', '{\n\t"a": {\n\t\t"b": [1, {"c": 2}]\n\t}\n}\n'],
  ])('finds places in %s', (_, content) => {
    expect(placesByReader(content)).toEqual(placesByYaml(content));
  });

  it('reads the other documents of a file with a broken one, and says where that breaks', () => {
    const { documents, problems } = readDocuments(
      'a: 1\n---\nb: [\n---\n# c\nc: 3\n...\n---\nd: "\\q"\n',
    );
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(documents.map(({ place }) => place.line)).toEqual([1, 6]);
    expect(problems).toEqual([
      { message: expect.any(String), isTemplate: false, line: 4, column: 1 },
      {
        message: expect.stringContaining('escape'),
        isTemplate: false,
        line: 9,
        column: 6,
      },
    ]);
  });

  it('takes words as Kubernetes takes them', () => {
    const [document] = readDocuments(
      'a: on\nb: "on"\nc: 2026-01-01\nd: !!merge\n',
    ).documents;
    expect(document.value).toEqual({
      a: true,
      b: 'on',
      c: '2026-01-01',
      d: '<<',
    });
  });

  it.each([
    ['8_443', 8443],
    ['0x1_F', 31],
    ['-0b11', -3],
    ['010', 8],
    ['0o17', 15],
    ['08', 8],
    ['+.5', 0.5],
    ['1_0.5e1', 105],
    ['_1', '_1'],
    ['1e400', '1e400'],
    ['1:30', '1:30'],
    ['...a', '...a'],
    ['2001-01-01', '2001-01-01'],
  ])(
    'takes %s for the number or text that Kubernetes takes it for',
    (written, value) => {
      const [block, flow] = [`a: ${written}\n`, `? a\n: ${written}\n`].map(
        text => readDocuments(text).documents[0].value,
      );

      expect([block, flow]).toEqual([{ a: value }, { a: value }]);
    },
  );

  it('reads around the directives of a template, and finds places as they were', () => {
    const [document] = readDocuments(
      '{{- if .a }}\nmetadata:\n  name: {{ .name }}-lb\n  annotations:\n    a: "{{ .b }}"\n    {{- toYaml .c | nindent 4 }}\n    %{ if d }\n    e: f\n{{- end }}\n',
    ).documents;
    const annotations = document.valueAt(
      document.value,
      'metadata',
      'annotations',
    );
    expect(document.isTemplate).toBe(true);
    const map = isManifestMap(annotations) ? annotations : {};
    expect(Object.keys(map)).toEqual(['a', 'e']);
    expect(document.placeOfKey(map, 'e')).toEqual({ line: 8, column: 5 });
    expect(document.textOfValue(map, 'a')).toBe('"{{ .b }}"');
  });

  it.each([
    ['{a: "%{", b: c}\n', { a: '%{', b: 'c' }],
    ['{a: "%{", b: "}"}\n', { a: '%{', b: '}' }],
    ['a: logs-%{+YYYY.MM.dd} # %{ format }\n', { a: 'logs-%{+YYYY.MM.dd}' }],
    ['a: "%{iffy}"\n', { a: '%{iffy}' }],
    ['{"a": {"b": "{{"}}\n', { a: { b: '{{' } }],
  ])('takes %s for no template', (content, value) => {
    const { documents, problems } = readDocuments(content);

    expect(problems).toEqual([]);
    expect(documents).toEqual([
      expect.objectContaining({ value, isTemplate: false }),
    ]);
  });

  it.each([
    '%{ if a }',
    '%{~ for key in keys ~}',
    '%{endfor}',
    '%{ else ~}',
    '%{ endif }',
  ])('reads around the directive %s of Terraform', directive => {
    const { documents, problems } = readDocuments(`a: 1\n${directive}\nb: 2\n`);

    expect(problems).toEqual([]);
    expect(documents).toEqual([
      expect.objectContaining({ value: { a: 1, b: 2 }, isTemplate: true }),
    ]);
  });

  it('says of a template that is no YAML where its remainder breaks', () => {
    const { problems } = readDocuments('a: {{ .a }}\nb: [{{ .b }}\n');

    expect(problems).toEqual([
      { message: expect.any(String), isTemplate: true, line: 3, column: 1 },
    ]);
  });

  it('follows merge keys, and finds a merged key where it stands', () => {
    const [document] = readDocuments(
      'one: &one\n  a: 1\ntwo: &two {a: 2, b: 2}\nall:\n  <<: [*one, *two]\n  c: 3\n',
    ).documents;
    const all = document.valueAt(document.value, 'all');
    expect(document.expand(all)).toEqual({ a: 1, b: 2, c: 3 });
    const entries = isManifestMap(all) ? document.entriesOf(all) : [];
    expect(
      entries.map(({ key, holder }) => [
        key,
        document.placeOfKey(holder, key).line,
      ]),
    ).toEqual([
      ['c', 6],
      ['a', 2],
      ['b', 3],
    ]);
  });

  it('keeps the short forms of CloudFormation', () => {
    const [document] = readDocuments(
      'A: !Ref B\nC: !GetAtt [D, Arn]\nE: !Sub "${F}"\n',
    ).documents;
    expect(document.value).toEqual({
      A: { Ref: 'B' },
      C: { GetAtt: ['D', 'Arn'] },
      E: { Sub: '${F}' },
    });
  });

  it.each([
    [
      'anchors within anchors',
      `a0: &a0 [x, x]\n${Array.from(
        { length: 60 },
        (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`,
      ).join('')}`,
    ],
    [
      'merges within merges',
      `a0: &a0 {k: 1}\n${Array.from(
        { length: 30_000 },
        (_, i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}\n`,
      ).join('')}`,
    ],
  ])('is not blown up by %s', (_, content) => {
    const [document] = readDocuments(content).documents;
    expect([...document.maps()].length).toBeGreaterThan(0);
    expect(() => document.expand()).toThrow(TooManyValuesError);
  });

  it('never fails for what stands in a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), content => {
        expect(() => readDocuments(content)).not.toThrow();
      }),
    );
    const deep = '['.repeat(500_000);
    expect(readDocuments(deep).problems).toEqual([
      expect.objectContaining({ line: 1 }),
    ]);
  });

  it('reads merge keys with a tag, as yq writes them, with every value in its place', () => {
    const content = 'a: &a\n  b: "1"\nc:\n  !!merge <<: *a\n  d: "2"\n';
    const { documents, problems } = readDocuments(content);
    expect(problems).toEqual([]);
    const [document] = documents;
    const held = document.valueAt(document.value, 'c');
    expect(document.expand(held)).toEqual({ b: '1', d: '2' });
    expect(document.placeOfValue(Object(held), 'd')).toEqual({
      line: 5,
      column: 6,
    });
  });
});
