import { findService } from './findService';

const wanted = { name: 'ledger', namespace: 'pay' };
const service = `apiVersion: v1
kind: Service
metadata: { name: ledger, namespace: pay }
spec: { type: ClusterIP, ports: [{ port: 80 }] }
`;
const find = (text: string) => findService(text, wanted);
const unreadable = (reason: string) => ({ state: 'unreadable', reason });

describe('findService', () => {
  it.each([
    [
      'JSON',
      '{"apiVersion":"v1","kind":"Service","metadata":{"name":"ledger"}}',
    ],
    ['quotes', service.replace('kind: Service', '"kind": "Service"')],
    ['Windows line ends', service.replaceAll('\n', '\r\n')],
    ['a directive', `%YAML 1.2\n---\n${service}...\n`],
    ['no namespace', service.replace(', namespace: pay', '')],
    ['a document that is broken before it', `a: [\n---\n${service}`],
    [
      'a Secret of its name',
      `kind: Secret\nmetadata: { name: ledger }\n---\n${service}`,
    ],
    [
      'its name in another Service',
      `${service}---\n${service.replace('name: ledger', 'name: ledger-2')}`,
    ],
    [
      'a line in its text that looks like the next document',
      service.replace('spec:', 'note: |\n  ---\n  x\nspec:'),
    ],
  ])('finds it with %s', (_, text) => {
    expect(find(text)).toMatchObject({
      state: 'found',
      service: { kind: 'Service', metadata: { name: 'ledger' } },
    });
  });

  it.each([
    ['nothing', ''],
    ['another namespace', service.replace('pay', 'billing')],
    [
      'another kind',
      service.replace('kind: Service', 'kind: ServiceAccount # no Service'),
    ],
    [
      'another API',
      service.replace('apiVersion: v1', 'apiVersion: serving.knative.dev/v1'),
    ],
    ['a comment', service.replaceAll(/^/gm, '# ')],
    [
      'text in a ConfigMap',
      `kind: ConfigMap\ndata:\n  x: |\n${service.replaceAll(/^/gm, '    ')}`,
    ],
  ])('finds none in %s', (_, text) => {
    expect(find(text)).toEqual({ state: 'no-service' });
  });

  it.each([
    ['broken', service.replace('spec:', 'spec: - [')],
    ['with a key twice', `${service}kind: Service\n`],
    ['with an alias to nowhere', service.replace('ClusterIP', '*nowhere')],
    ['that holds itself', service.replace('spec: {', 'spec: &a { x: *a,')],
    ['that is a template', service.replace('ClusterIP', '{{ .Values.type }}')],
  ])('says that it can not be read: one %s', (_, text) => {
    expect(find(text)).toEqual(unreadable('invalid'));
  });

  it('says that it is there twice', () => {
    expect(find(`${service}---\n${service}`)).toEqual(unreadable('ambiguous'));
  });

  it.each([
    ['long', service.replace('ClusterIP', 'x'.repeat(100_000))],
    [
      'made of aliases',
      service.replace(
        'ports: [',
        `x: &a ${'x'.repeat(9000)}, y: [${'*a ,'.repeat(20)}], ports: [`,
      ),
    ],
  ])('says that it is too large: one %s', (_, text) => {
    expect(find(text)).toEqual(unreadable('too-large'));
  });

  it('gives up on aliases of aliases', () => {
    const lists = Array.from(
      { length: 30 },
      (_, level) =>
        `  a${level + 1}: &a${level + 1} [*a${level}, *a${level}]\n`,
    );
    const text = service.replace(
      /spec:.*/,
      `spec:\n  a0: &a0 x\n${lists.join('')}`,
    );

    expect(find(text)).toEqual(unreadable('invalid'));
  });
});
