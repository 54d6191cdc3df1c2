import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';

const fragments = [
  '"',
  "'",
  '\n',
  '\r',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u0000',
  '\u202e',
  '\ud800',
  '${',
  '%{',
  '}',
  '{{',
  '#',
  ': ',
  '- ',
  '&a ',
  '*',
  '!!js',
  '---',
  '../',
  '\\',
  '`',
  'x'.repeat(10_000),
  'payments',
  'a',
  '1',
  '.',
  '-',
];

/** Text that means harm to YAML, HCL, CloudFormation, Markdown, paths and terminals. */
export const hostileText = fc.oneof(
  fc
    .array(fc.constantFrom(...fragments), { maxLength: 6 })
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Everything that a hostile value could add: documents, keys, and interpolations of the infrastructure code. */
export function shapeOf(files: Record<string, string>): string[] {
  return Object.entries(files)
    .flatMap(([path, text]) =>
      path.endsWith('.tf')
        ? [...text.matchAll(/[$%]\{|^\s*[\w"-]+\s*[={]/gm)].map(match =>
            match[0].trim(),
          )
        : parseAllDocuments(text).flatMap((document, index) =>
            keysOf(document.toJS(), `${index}`),
          ),
    )
    .sort();
}

function keysOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    keysOf(item, `${path}/${key}`),
  );
}
