import { ControllerRefusal } from '../../plan/ControllerRefusal';
import {
  CONDITION_SETTINGS,
  readConditions,
  RuleConditionPlan,
} from '../../plan/awsLbcIngress/planConditions';
import { LbcAnnotations } from '../../values/LbcAnnotations';
import { createRule } from '../createRule';
import { didYouMean } from '../didYouMean';
import { ALB, exampleIngress } from './examples';

const START = 'conditions.';
const FIELDS = Object.keys(CONDITION_SETTINGS);
const ingress = (field: string) =>
  exampleIngress(
    [
      `${ALB}conditions.payments: '[{"field": "${field}", "sourceIPConfig": {"values": ["10.0.0.0/8"]}}]'`,
    ],
    [
      'ingressClassName: alb',
      'rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: payments, port: {number: 443}}}}]}}]',
    ],
  ).replace(/ *defaultBackend.*\n/, '');

/** The conditions of an annotation that the controller passes over, by what stands for their field. */
function unknownIn(
  key: string,
  value: string,
): ReadonlyMap<string, RuleConditionPlan> {
  const annotations = new LbcAnnotations<`${typeof START}${string}`>(
    { [key]: value },
    ALB.slice(0, -1),
  );
  try {
    const conditions = readConditions(
      annotations,
      `${START}${key.slice(ALB.length + START.length)}`,
    );
    return new Map(
      conditions
        .filter(({ field = '' }) => !FIELDS.includes(field))
        .map(condition => [condition.field ?? '', condition]),
    );
  } catch (error) {
    if (!(error instanceof ControllerRefusal)) throw error;
    // What the controller can't read has rules of its own.
    return new Map();
  }
}

/** What is meant: what the condition has a setting for, else the word that is nearest. */
function meantBy(condition: RuleConditionPlan): string | undefined {
  const [set, ...others] = Object.entries(CONDITION_SETTINGS).filter(
    ([, setting]) => condition[setting] !== undefined,
  );
  if (set && others.length === 0) return set[0];
  return didYouMean(condition.field?.toLowerCase() ?? '', FIELDS);
}

/** A condition about something that the controller does not know. @internal */
export const conditionUnknown = createRule({
  id: 'alb/condition-unknown',
  severity: 'error',
  reads: 'ingress',
  about: key => key.startsWith(`${ALB}${START}`),
  page: {
    summary: 'A condition has a field that the controller does not know.',
    why: 'The controller passes such a condition over without a word, and checks requests against the others alone. The rule lets more through than was meant: a backend for one network or host answers all of them. The words are compared letter by letter.',
    bad: ingress('sourceIp'),
    good: ingress('source-ip'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/ingress/model_build_listener_rules.go',
  },
  check(target, report) {
    for (const node of target.annotations) {
      if (!node.key.startsWith(`${ALB}${START}`)) continue;
      for (const [field, condition] of unknownIn(node.key, node.value)) {
        const meant = meantBy(condition);
        report({
          at: node,
          message: `${
            field === ''
              ? `A condition of '${node.key}' has no field`
              : `'${field}' is no field of a condition of '${node.key}'`
          }; the controller passes the condition over, and the rule holds for more requests`,
          remedy: `${
            meant === undefined ? '' : `Did you mean '${meant}'? `
          }The fields are ${FIELDS.join(', ')}.`,
          evidence: [{ label: node.key, value: node.value }],
        });
      }
    }
  },
});
