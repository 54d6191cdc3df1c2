import { HclAttributeNode, HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { HclValue, hclAddress } from '../hcl/values';
import { readIamStatements } from './readIamStatements';
import { IamCondition, IamPolicyTarget, IamStatement } from './targets';

const at = ({ line }: { line: number }) => ({ line, column: 1 });

function attributeOf(block: HclBlockNode, name: string) {
  return block.attributes.find(attribute => attribute.name === name);
}

const sourceOf = ({ tokens }: HclAttributeNode) =>
  tokens.map(({ text }) => text).join('');

/** The texts of a list, or what stands in the file where something computes it. */
function textsOf(block: HclBlockNode, name: string): string[] {
  const attribute = attributeOf(block, name);
  if (!attribute) return [];
  const value = readHclValue(attribute);
  return Array.isArray(value)
    ? value.map(item =>
        typeof item === 'string' ? item : JSON.stringify(item),
      )
    : [sourceOf(attribute)];
}

function conditionOf(block: HclBlockNode): IamCondition {
  const valueOf = (name: string) => {
    const attribute = attributeOf(block, name);
    return attribute && readHclValue(attribute);
  };
  const variable = attributeOf(block, 'variable');
  const values = valueOf('values');
  const isWhole =
    Array.isArray(values) && values.every(item => typeof item === 'string');
  return {
    test: String(valueOf('test') ?? ''),
    variable: variable ? sourceOf(variable).replace(/^"|"$/g, '') : '',
    values: isWhole ? (values as string[]) : undefined,
  };
}

function statementsOfData(block: HclBlockNode): IamStatement[] {
  return block.blocks.flatMap(statement => {
    const effect = attributeOf(statement, 'effect');
    const isAllowed =
      statement.type === 'statement' &&
      (!effect || readHclValue(effect) === 'Allow');
    if (!isAllowed) return [];
    const ofType = (type: string) =>
      statement.blocks.filter(each => each.type === type);
    const federated = ofType('principals').filter(principals => {
      const type = attributeOf(principals, 'type');
      return type && readHclValue(type) === 'Federated';
    });
    return [
      {
        ...at(statement),
        actions: textsOf(statement, 'actions'),
        resources: textsOf(statement, 'resources'),
        federated: federated.flatMap(each => textsOf(each, 'identifiers')),
        conditions: ofType('condition').map(conditionOf),
        isPartial: ofType('dynamic').length > 0,
      },
    ];
  });
}

/** A value as JSON has it; references by their names. */
function toPlain(value: HclValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object') return value;
  if ('reference' in value) return { reference: value.reference };
  return Object.fromEntries(
    Object.entries(value.object).map(([key, item]) => [key, toPlain(item)]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is: no policy that can be told from the file.
    return undefined;
  }
}

/** What stands between the markers; interpolations in its texts stay as they are. */
function heredocText(text: string): string {
  return text.replace(/^<<-?[^\n]*\n/, '').replace(/\n[^\n]*$/, '\n');
}

/** The policy in an attribute: JSON as text, or what `jsonencode` makes of it. */
function documentOf(attribute: HclAttributeNode): unknown {
  const [name, open] = attribute.tokens;
  if (name?.text === 'jsonencode' && open?.text === '(') {
    const tokens = attribute.tokens.slice(2, -1);
    return toPlain(readHclValue({ tokens }));
  }
  if (name?.kind === 'template' && attribute.tokens.length === 1)
    return parseJson(heredocText(name.text));
  const value = readHclValue(attribute);
  return typeof value === 'string' ? parseJson(value) : undefined;
}

const POLICY_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  aws_iam_role: ['assume_role_policy'],
  aws_iam_policy: ['policy'],
  aws_iam_role_policy: ['policy'],
  aws_iam_user_policy: ['policy'],
};

/**
 * Reads the IAM policies of a Terraform file.
 *
 * @remarks the documentation of the provider hashicorp/aws, data source iam_policy_document and resource iam_role
 *
 * @internal
 */
export function readTerraformPolicies(
  path: string,
  blocks: readonly HclBlockNode[],
): IamPolicyTarget[] {
  return blocks.flatMap(block => {
    const [type] = block.labels;
    const target = {
      type: 'iam-policy' as const,
      path,
      value: hclAddress(block),
      ...at(block),
    };
    if (block.type === 'data' && type === 'aws_iam_policy_document')
      return [{ ...target, statements: statementsOfData(block) }];
    if (block.type !== 'resource') return [];
    return (POLICY_ATTRIBUTES[type] ?? []).flatMap(name => {
      const attribute = attributeOf(block, name);
      if (!attribute) return [];
      const statements = readIamStatements(documentOf(attribute), () =>
        at(attribute),
      );
      return [{ ...target, statements }];
    });
  });
}
