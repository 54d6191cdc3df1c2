import {
  isMap,
  parseDocument,
  ScalarTag,
  CollectionTag,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { isRecord } from '../kubernetes/readManifests';
import { SourceFile } from '../types';

/**
 * A CloudFormation template with its short tags written out.
 * @internal
 */
export interface CloudFormationTemplate {
  path: string;
  parameters: Record<string, unknown>;
  conditions: Record<string, unknown>;
  resources: Record<string, Record<string, unknown>>;
}

const FUNCTIONS = [
  'Sub',
  'Join',
  'Select',
  'Split',
  'If',
  'Equals',
  'Not',
  'And',
  'Or',
];

/**
 * The CloudFormation templates among a repository's files, YAML or JSON.
 * @internal
 */
export function readTemplates(files: SourceFile[]): CloudFormationTemplate[] {
  return files
    .filter(
      ({ path, text }) =>
        /\.(ya?ml|json)$/.test(path) && text.includes('AWS::'),
    )
    .flatMap(({ path, text }) => {
      const document = parseDocument(text, { customTags: createTags() });
      const root: unknown =
        document.errors.length > 0 ? undefined : document.toJS();
      if (!isRecord(root) || !isRecord(root.Resources)) {
        return [];
      }
      const resources = Object.entries(root.Resources).filter(
        (entry): entry is [string, Record<string, unknown>] =>
          isRecord(entry[1]),
      );
      return {
        path,
        parameters: isRecord(root.Parameters) ? root.Parameters : {},
        conditions: isRecord(root.Conditions) ? root.Conditions : {},
        resources: Object.fromEntries(resources),
      };
    });
}

// `!Ref x` is short for `{ Ref: x }`, `!GetAtt a.b` for `{ Fn::GetAtt: [a, b] }`, `!Sub x` for `{ Fn::Sub: x }`.
function createTags(): (ScalarTag | CollectionTag)[] {
  return [
    scalarTag('!Ref', text => ({ Ref: text })),
    scalarTag('!Condition', text => ({ Condition: text })),
    scalarTag('!GetAtt', text => {
      const [name, ...rest] = text.split('.');
      return { 'Fn::GetAtt': [name, rest.join('.')] };
    }),
    ...FUNCTIONS.flatMap(name => [
      scalarTag(`!${name}`, text => ({ [`Fn::${name}`]: text })),
      sequenceTag(`!${name}`, items => ({ [`Fn::${name}`]: items })),
    ]),
  ];
}

function scalarTag(tag: string, resolve: (text: string) => unknown): ScalarTag {
  return { tag, resolve };
}

function sequenceTag(
  tag: string,
  resolve: (items: unknown) => unknown,
): CollectionTag {
  return {
    tag,
    collection: 'seq',
    resolve: (value: YAMLMap.Parsed | YAMLSeq.Parsed) =>
      isMap(value) ? value : resolve(value.toJSON()),
  };
}
