import fc from 'fast-check';
import { stringify } from 'yaml';
import { readAnyYaml } from './readDocuments';
import { readPlainYaml, YamlNodes } from './readPlainYaml';
import { SourceDocument } from './SourceDocument';
import { SourceText } from './SourceText';

/** Everything that can be asked of a document: its value, and where each key, value and item stands. */
function describeDocument(text: string, { value, spans }: YamlNodes) {
  const source = new SourceText(text);
  const origin = { offset: 0, spans, isTemplate: false };
  const document = new SourceDocument(value, source, origin);
  const entries = [...document.maps()].flatMap(map =>
    Object.entries(map).map(([key, held]) => ({
      key,
      place: document.placeOfKey(map, key),
      valuePlace: document.placeOfValue(map, key),
      text: typeof held === 'object' ? '' : document.textOfValue(map, key),
    })),
  );
  const items = [...document.lists()].flatMap(list =>
    list.map((_, index) => document.placeOfItem(list, index)),
  );
  return { value, entries, items };
}

/** What it reads has to be what the parser of all of YAML reads; that one throws for what is broken. */
function expectSame(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const read = readAnyYaml(text);
  expect(read.map(nodes => describeDocument(text, nodes))).toEqual([
    describeDocument(text, plain),
  ]);
  return true;
}

const MANIFEST = `# Made by hand
---
apiVersion: v1
kind: Service
metadata:
  name: payments # the shop's
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: internal
    service.beta.kubernetes.io/aws-load-balancer-type: "external"
    note: 'a: b # c'

    url: https://example.com:8443/a?b=c
spec:
  type: LoadBalancer
  ready: yes
  weights: [1, 2.5, 0x1F, "3", -4]
  limits: {cpu: 100m, memory: 128Mi, "more": 1}
  ports:
  - port: 443
    targetPort: https
  - {port: 80, name: http}
  args:
    - --port=8080
    - one two
data:
  app.properties: |
    a=b

      c: d
  script: |-
    echo "{}"
empty: {}
`;

/** Pieces that change what a line is. */
const pieces = [' ', '  ', '\n', '- ', '-', ': ', ':', '#', ' # c', '"', "'"]
  .concat(['{', '}', '[', ']', ', ', '|', '|-', '>', '~', 'null', 'on', '1e3'])
  .concat(['0x1', '-1', '.5', '.inf', '&a ', '*a', '!t ', '? ', '%', '---\n'])
  .concat(['...\n', '\t', '<<: ', 'kind: a\n', '"a": ', '\\', '\u00a0', 'é']);

describe('readPlainYaml', () => {
  it('reads what most manifests are made of', () => {
    const text = MANIFEST.replace(', "more": 1', '').replace(', -4', '');
    expect(expectSame(text)).toBe(true);
  });

  it.each([
    ['a key twice', 'a: 1\na: 2\n'],
    ['a broken list', 'a: [b\n'],
    ['a value that goes on below', 'a: b\n  c\n'],
    ['a value that is missing', 'a:\nb: 1\n'],
    ['a key of another kind', 'on: 1\n'],
    ['an anchor', 'a: &b c\n'],
    ['a merge', '<<: a\n'],
    ['a tab', 'a:\tb\n'],
    ['escapes', 'a: "\\n"\n'],
    ['folded text', 'a: >\n  b\n'],
    ['two documents', 'a: 1\n...\nb: 1\n'],
  ])('leaves %s to the parser of all of YAML', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('reads documents as that parser does, whatever was done to them', () => {
    const lines = MANIFEST.split('\n');
    let read = 0;
    fc.assert(
      fc.property(
        fc.nat(lines.length),
        fc.integer({ min: 1, max: lines.length }),
        fc.array(
          fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', ...pieces)),
          { maxLength: 3 },
        ),
        (first, count, changes) => {
          let text = lines.slice(first, first + count).join('\n');
          for (const [at, length, piece] of changes) {
            const offset = at % (text.length + 1);
            text = text.slice(0, offset) + piece + text.slice(offset + length);
          }
          read += expectSame(text) ? 1 : 0;
        },
      ),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it('reads what others write as that parser does', () => {
    const scalar = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant('two\nlines\n'),
    );
    const { tree } = fc.letrec(tie => ({
      node: fc.oneof({ maxDepth: 3 }, scalar, tie('list'), tie('tree')),
      list: fc.array(tie('node'), { maxLength: 3 }),
      tree: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('node')),
    }));
    fc.assert(
      fc.property(tree, value => {
        expect(() => expectSame(stringify(value))).not.toThrow();
      }),
    );
  });
});
