import fc from 'fast-check';
import { isManifestMap } from '../read/SourceDocument';
import { readDocuments } from '../read/readDocuments';
import { fixManifest } from './fixManifest';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';

const fix = (content: string) => fixManifest({ path: 'a.yaml', content });

describe('fixManifest', () => {
  it('puts keys and quotes right, and leaves everything else as it is', () => {
    const content = `# who owns this\nkind: Service   # odd spacing\nmetadata:\n    annotations:\n        ${P}shceme: internal # why\n        "${P}internall":   true\n        keep: on\n\n---\n# the end\n`;
    const { content: after, fixed } = fix(content);
    expect(after).toBe(
      content
        .replace('shceme', 'scheme')
        .replace('internall', 'internal')
        .replace('   true', '   "true"')
        .replace('keep: on', 'keep: "on"'),
    );
    expect(fixed.map(({ ruleId }) => ruleId)).toEqual([
      'annotation/unknown',
      'annotation/not-a-string',
      'annotation/unknown',
      'annotation/not-a-string',
    ]);
  });

  it('writes JSON in JSON', () => {
    const content = `{"kind": "Service", "metadata": {"annotations": {"${P}internall": true}}}`;
    const { content: after } = fix(content);
    expect(JSON.parse(after).metadata.annotations).toEqual({
      [`${P}internal`]: 'true',
    });
  });

  it('leaves text over several lines to its author', () => {
    const content = `annotations:\n  ? >-\n    ${P}shceme\n  : a\n`;
    expect(fix(content).content).toBe(content);
  });

  const key = fc.constantFrom(
    `${P}scheme`,
    `${P}shceme`,
    `${P}internall`,
    `${P}attribute`,
    'example.com/a',
  );
  const value = fc.constantFrom('true', '"true"', '8443', "'x'", 'on', '~', '');
  const entries = fc.uniqueArray(fc.tuple(key, value), {
    selector: ([name]) => name,
    maxLength: 5,
  });

  it('does nothing the second time, and changes no value but those it names', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('', ' # why'), (pairs, comment) => {
        const lines = pairs.map(
          ([name, text]) => `    ${name}: ${text}${comment}`,
        );
        const content = `kind: Service\nmetadata:\n  annotations:\n${lines.join(
          '\n',
        )}\nspec: {type: LoadBalancer, ports: [{port: 80}]}\n`;
        const once = fix(content);
        const twice = fix(once.content);
        expect(twice.content).toBe(once.content);
        expect(twice.fixed).toEqual([]);

        const named = once.fixed.map(({ line }) => line);
        const before = content.split('\n');
        const after = once.content.split('\n');
        expect(after).toHaveLength(before.length);
        const changed = before.flatMap((line, index) =>
          line === after[index] ? [] : [index + 1],
        );
        expect(named).toEqual(expect.arrayContaining(changed));
        const [document] = readDocuments(once.content).documents;
        expect(isManifestMap(document.value) && document.value.spec).toEqual({
          type: 'LoadBalancer',
          ports: [{ port: 80 }],
        });
      }),
    );
  });
});
