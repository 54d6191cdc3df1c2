import {
  AnnotationCatalogue,
  AnnotationSpec,
  AttributeSpec,
} from '../catalogues';

const TYPES: Record<AnnotationSpec['type'], string> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  'integer-or-name': 'a whole number or a name',
  'string-list': 'a list',
  'string-map': 'a list of key=value pairs',
  json: 'JSON',
};
const SEPARATORS = { ',': 'parted by commas', ' ': 'parted by spaces' };
const GROUPS = {
  exclusive: 'All Ingresses of a group must agree',
  merged: 'The Ingresses of a group are put together',
  own: 'Each Ingress of a group has its own',
};

function describeType(spec: AnnotationSpec, catalogue: AnnotationCatalogue) {
  const isMany = spec.type === 'string-list' || spec.type === 'string-map';
  const separator = spec.separator ?? catalogue.separator ?? ',';
  return isMany
    ? `${TYPES[spec.type]}, ${SEPARATORS[separator]}`
    : TYPES[spec.type];
}

function describeSince({ since, sinceSource }: AnnotationSpec) {
  return since && sinceSource ? `${since}, by <${sinceSource}>` : since;
}

const code = (text: string) => `\`${text}\``;

function describeClashes(
  { clashes = [] }: AnnotationSpec,
  whole: (key: string) => string,
): [string, string][] {
  return clashes.map(({ key, values, own, orMissing, isRefused }) => [
    isRefused ? 'Refused' : 'Without effect',
    `${own ? `as ${own.map(code).join(', ')}, ` : ''}beside ${whole(
      key,
    )}: ${values.map(code).join(', ')}${orMissing ? ', or without it' : ''}`,
  ]);
}

function describeAttribute({ key, ...rest }: AttributeSpec): string {
  const range = rest.range && `${rest.range[0]} to ${rest.range[1]}`;
  const values = [...(rest.allowed ?? []), ...(range ? [range] : [])];
  const said = [
    ...(values.length ? [values.join(', ')] : []),
    ...(rest.default === undefined ? [] : [`by default ${rest.default}`]),
  ];
  return `${code(key)}${said.length ? ` (${said.join('; ')})` : ''}`;
}

/** What the table knows of an annotation, as pairs of a label and a text. @public */
export function annotationFacts(
  spec: AnnotationSpec,
  catalogue: AnnotationCatalogue,
): [string, string][] {
  const whole = (key: string) => code(`${catalogue.prefix}${key}`);
  const facts: [string, string | undefined][] = [
    ['Controller', catalogue.controller],
    ['Value', describeType(spec, catalogue)],
    [
      'Accepted',
      spec.allowed &&
        `${spec.allowed.map(code).join(', ')}${
          spec.ignoresCase ? ', in any case' : ''
        }`,
    ],
    ['Range', spec.range && `${spec.range[0]} to ${spec.range[1]}`],
    ['Without it', spec.default],
    ['Example', spec.example && code(spec.example)],
    ['Stands on', (spec.placement ?? catalogue.placement).join(', ')],
    ['In a group', spec.group && GROUPS[spec.group]],
    ['Needs', spec.needs?.map(whole).join(', ')],
    ['Excludes', spec.excludes?.map(whole).join(', ')],
    ...describeClashes(spec, whole),
    ['Attributes', spec.attributes?.map(describeAttribute).join('; ')],
    ['Fields', spec.requires?.map(code).join(', ')],
    ['Since', describeSince(spec)],
    ['Until', spec.until],
    ['Use instead', spec.deprecated],
    ['Note', spec.note],
    ['Documented', spec.isUndocumented ? 'no' : undefined],
    ['Source', `<${spec.source ?? catalogue.source}>`],
  ];
  return facts.filter(
    (fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '',
  );
}

/** The page of an annotation, as Markdown. @public */
export function explainAnnotation(
  spec: AnnotationSpec,
  catalogue: AnnotationCatalogue,
): string {
  const facts = listFacts(annotationFacts(spec, catalogue));
  return `# ${catalogue.prefix}${spec.key}\n\n${facts}`;
}

/** The part of its catalogue's page that is about an annotation; what the page says at its beginning is left out. @internal */
export function annotationSection(
  spec: AnnotationSpec,
  catalogue: AnnotationCatalogue,
): string {
  const isSaid: Record<string, boolean> = {
    Controller: true,
    'Stands on': spec.placement === undefined,
    Source: spec.source === undefined,
  };
  const facts = annotationFacts(spec, catalogue).filter(
    ([label]) => !isSaid[label],
  );
  return `## ${spec.key}\n\n${listFacts(facts)}`;
}

function listFacts(facts: readonly [string, string][]): string {
  return facts.map(([label, text]) => `- ${label}: ${text}\n`).join('');
}
