import fc from 'fast-check';
import { hostileText } from '../__testUtils__/hostileText';
import { fixManifest } from './fixManifest';
import { lintManifests } from './lintManifests';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const SIZE = 1_000_000;

/** Lines made by number until the text is a megabyte. */
function fill(lineOf: (index: number) => string): string {
  const lines: string[] = [];
  for (let size = 0; size < SIZE; size += lines[lines.length - 1].length)
    lines.push(lineOf(lines.length));
  return lines.join('');
}

// Pieces of which manifests are made, and of which parsers have been broken.
const piece = fc.oneof(
  fc.constantFrom(
    'kind: Service\n',
    'kind: Ingress\n',
    'metadata:\n',
    '  annotations:\n',
    '  labels: &a\n',
    `    ${P}shceme: internal\n`,
    `    ${P}internal: true\n`,
    `    "${P}subnets": [a, b]\n`,
    '    alb.ingress.kubernetes.io/group.name: g\n',
    '    external-dns.alpha.kubernetes.io/hostname: a.example.com\n',
    '    <<: *a\n',
    '    ? a\n',
    'spec: {type: LoadBalancer, ports: [{port: 80}]}\n',
    'spec: {ports: [null, 1, {port: x}], rules: {a: 1}}\n',
    'items:\n- ',
    '---\n',
    '...\n',
    '{{- if .Values.a }}\n',
    '  a: {{ .Values.b | quote }}\n',
    'patch: |\n  ',
    'Resources: {A: {Type: "AWS::EC2::VPCEndpointService", Properties: [1]}}\n',
    'resource "aws_vpc_endpoint_service" "a" {\n',
    '  allowed_principals = ["*"]\n',
    '}\n',
  ),
  hostileText.filter(text => text.length < 100),
);
const file = fc.record({
  path: fc.constantFrom('a.yaml', 'a.json', 'a.tf', 'values.tpl'),
  content: fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')),
});

const someFiles = fc.uniqueArray(file, {
  selector: ({ path }) => path,
  maxLength: 3,
});

describe('files that were made to break the linter', () => {
  it('are findings at most, whatever stands in them', () => {
    fc.assert(
      fc.property(someFiles, files => {
        for (const { path, line, column } of lintManifests(files)) {
          const { content = '' } = files.find(one => one.path === path) ?? {};
          expect(line).toBeLessThanOrEqual(content.split('\n').length);
          expect(Math.min(line, column)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are fixed once and for all', () => {
    fc.assert(
      fc.property(file, input => {
        const { content } = fixManifest(input);
        const again = fixManifest({ ...input, content });
        expect([again.content, again.fixed]).toEqual([content, []]);
      }),
      { numRuns: 300 },
    );
  });

  // Each of these took minutes, or ended in a stack overflow, in some version; Jest's own limit would tell.
  it.each<[string, string]>([
    [
      'anchors within anchors',
      `a0: &a0 [x, x]\n${fill(
        i => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`,
      )}`,
    ],
    [
      'merges within merges',
      `a0: &a0 {k: 1}\n${fill(
        i => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}\n`,
      )}`,
    ],
    [
      'annotations merged into annotations',
      `x0: {annotations: &a0 {k: 1}}\n${fill(
        i =>
          `x${i + 1}: {annotations: &a${i + 1} {<<: *a${i}, ${P}x${i}: a}}\n`,
      )}`,
    ],
    ['lists within lists', '['.repeat(SIZE)],
    ['a list of half a million', `[${'1,'.repeat(SIZE / 2)}1]`],
    ['maps within maps', '{a: '.repeat(SIZE / 4)],
    ['items within items', '- '.repeat(SIZE / 2)],
    ['templates that never end', '{{'.repeat(SIZE / 2)],
    ['directives that never end', '%{'.repeat(SIZE / 2)],
    ['a line of a megabyte', `a: ${'x'.repeat(SIZE)}`],
    ['many documents', '---\na: 1\n'.repeat(SIZE / 9)],
    ['many documents without anything', '---\n'.repeat(SIZE / 4)],
    [
      'text within text',
      `a: |\n  ${P}a: b\n${fill(i => `  b${i}: |\n    c\n`)}`,
    ],
  ])('of a megabyte are read in reasonable time: %s', (_, content) => {
    expect(() => lintManifests([{ path: 'a.yaml', content }])).not.toThrow();
  });

  it.each<[string, string]>([
    ['blocks within blocks', 'a {\n'.repeat(SIZE / 4)],
    ['lists within lists', `a = ${'['.repeat(SIZE)}`],
    ['templates within templates', `a = "${'${"'.repeat(SIZE / 3)}`],
    ['comments that never end', '/*'.repeat(SIZE / 2)],
    [
      'values within values',
      `resource "aws_vpc_endpoint_service" "a" {\n  allowed_principals = ${'['.repeat(
        SIZE / 2,
      )}${']'.repeat(SIZE / 2)}\n}\n`,
    ],
    ['many attributes', fill(i => `a${i} = ${i}\n`)],
    ['operations', `a = 1${'+1'.repeat(SIZE / 2)}`],
  ])('of a megabyte of Terraform: %s', (_, content) => {
    expect(() => lintManifests([{ path: 'a.tf', content }])).not.toThrow();
  });
});
