import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText } from '../__testUtils__/hostileText';
import { ManifestValue, stringifyManifest } from './stringifyManifest';

const { value: manifestValue } = fc.letrec<{ value: ManifestValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    hostileText,
    fc.boolean(),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    // `__proto__` is a key that no JavaScript object holds as its own after reading.
    fc.dictionary(
      hostileText.filter(
        key => key !== '__proto__' && !/\p{Cs}/u.test(key) && key.length < 100,
      ),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
}));

describe('stringifyManifest', () => {
  it('says exactly the values, for readers of YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(manifestValue, value => {
        const text = stringifyManifest({
          spec: value,
          annotations: { key: value },
        });
        for (const version of ['1.1', '1.2'] as const) {
          const documents = parseAllDocuments(text, { version });
          expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
          expect(documents.map(document => document.toJS())).toEqual([
            { spec: value, annotations: { key: value } },
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no character that an older reader takes for a line end', () => {
    const text = stringifyManifest({ a: 'x\u0085y\u2028z\u2029w\nv' });
    expect(text).toBe('a: "x\\u0085y\\u2028z\\u2029w\\nv"\n');
  });

  it('quotes annotation values always, and words that a reader takes for something else', () => {
    expect(
      stringifyManifest({
        annotations: { a: 'internal' },
        b: 'on',
        c: 'internal',
        d: '1e3',
        e: 'y',
        E0: 'e-12',
      }),
    ).toBe(
      'annotations:\n  a: "internal"\nb: "on"\nc: internal\nd: "1e3"\ne: "y"\n"E0": "e-12"\n',
    );
  });
});
