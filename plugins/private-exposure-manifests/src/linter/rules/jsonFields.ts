import { createRule } from '../createRule';
import { findRows, knownAnnotations } from '../KnownAnnotations';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}auth-idp-cognito`;
const ingress = (fields: string) =>
  exampleIngress([
    `${ALB}certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
    `${ALB}auth-type: "cognito"`,
    `${KEY}: '{${fields}}'`,
  ]);
const POOL =
  '"userPoolARN": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_0a1b2c3d4", "userPoolClientID": "0a1b2c3d4e5f"';

/** Go finds fields in whatever case they are written. */
function missingIn(text: string, required: readonly string[]): string[] {
  try {
    const read: unknown = JSON.parse(text);
    const has = Object.keys(Object(read)).map(field => field.toLowerCase());
    return required.filter(field => !has.includes(field.toLowerCase()));
  } catch {
    // What is no JSON has a rule of its own.
    return [];
  }
}

/** JSON that lacks what AWS needs. @internal */
export const jsonFields = createRule({
  id: 'annotation/json-fields',
  severity: 'error',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.requires),
  page: {
    summary: 'The JSON of an annotation lacks a field that has to be there.',
    why: 'The load balancer can’t ask an identity provider of which it knows only half. AWS refuses the rule of the listener, and the Ingress is not built.',
    bad: ingress(POOL),
    good: ingress(`${POOL}, "userPoolDomain": "payments"`),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html',
  },
  check(target, report) {
    for (const { node, rows } of knownAnnotations(target)) {
      const missing = missingIn(
        node.value,
        rows.flatMap(({ spec }) => spec.requires ?? []),
      );
      if (missing.length === 0) continue;
      report({
        at: node,
        message: `'${node.key}' lacks ${missing.join(', ')}`,
        remedy: 'Add what is missing.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
