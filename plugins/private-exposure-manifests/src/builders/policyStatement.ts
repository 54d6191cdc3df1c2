import { HclBlock, HclValue } from '../hcl/values';
import { nestedBlock } from './terraformResources';
import { ManifestObject } from './types';

/** A condition of a statement. @internal */
export interface PolicyCondition {
  /** The operator, such as `StringEquals`. */
  test: string;
  /** The key, such as `aws:RequestedRegion`. */
  variable: string;
  values: string[];
}

/** What an IAM policy allows. @internal */
export interface PolicyStatement {
  /** Letters and digits. */
  sid: string;
  actions: string[];
  resources: string[];
  conditions?: PolicyCondition[];
}

/** The blocks of `aws_iam_policy_document` for statements. @internal */
export function toStatementBlocks(
  statements: readonly PolicyStatement[],
): HclBlock[] {
  return statements.map(({ sid, actions, resources, conditions = [] }) =>
    nestedBlock(
      'statement',
      { sid, actions, resources },
      conditions.map(({ test, variable, values }) =>
        nestedBlock('condition', { test, variable, values }),
      ),
    ),
  );
}

/** The block of `aws_iam_policy_document` that lets an identity provider's tokens in. @internal */
export function trustBlock(
  provider: HclValue,
  conditions: readonly PolicyCondition[],
): HclBlock {
  return nestedBlock(
    'statement',
    { actions: ['sts:AssumeRoleWithWebIdentity'] },
    [
      nestedBlock('principals', {
        type: 'Federated',
        identifiers: [provider],
      }),
      ...conditions.map(({ test, variable, values }) =>
        nestedBlock('condition', { test, variable, values }),
      ),
    ],
  );
}

/** Conditions as a policy in JSON has them: by operator, then by key. @internal */
export function toConditionObject(
  conditions: readonly PolicyCondition[],
): ManifestObject {
  const byTest: Record<string, ManifestObject> = {};
  for (const { test, variable, values } of conditions) {
    byTest[test] = {
      ...byTest[test],
      [variable]: values.length === 1 ? values[0] : values,
    };
  }
  return byTest;
}

/** Statements as a policy in JSON has them. @internal */
export function toStatementObjects(
  statements: readonly PolicyStatement[],
): ManifestObject[] {
  return statements.map(({ sid, actions, resources, conditions = [] }) => ({
    Sid: sid,
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    ...(conditions.length ? { Condition: toConditionObject(conditions) } : {}),
  }));
}
