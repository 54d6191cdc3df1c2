import { applyRule, isPlace, Target } from './applyRule';
import { Report, Rule } from './createRule';
import { RuleBook } from './RuleBook';
import { findReconciler } from './ServiceTarget';
import { Finding } from './types';

const REFUSALS = ['controller/refused', 'controller/ingress-refused'];

/** Azure's rules have nothing to say of a Service that a controller of AWS takes: it ignores their annotations. */
function isOfOtherCloud(target: Target): boolean {
  if (target.type !== 'service') return false;
  const asked = findReconciler(target);
  return asked !== 'cloud-provider-azure' && asked !== 'unknown';
}

function toFinding(
  rule: Rule,
  target: Target,
  { at, severity, evidence = [], ...said }: Report,
): Finding {
  return {
    ruleId: rule.id,
    severity: severity ?? rule.severity,
    ...said,
    evidence,
    path: target.path,
    line: at?.line ?? ('line' in target ? target.line : 1),
    column: at?.column ?? ('column' in target ? target.column : 1),
  };
}

/** What the rules say of a target: the controller's own refusal only where no rule says it in more helpful words. @internal */
export function findingsOf(book: RuleBook, target: Target): Finding[] {
  const findings: Finding[] = [];
  const rules = isPlace(target) ? book.askedAbout(target) : book.rules;
  const leavesAzureOut = isOfOtherCloud(target);
  for (const rule of rules) {
    if (leavesAzureOut && rule.id.startsWith('azure/')) continue;
    applyRule(rule, target, said =>
      findings.push(toFinding(rule, target, said)),
    );
  }
  if (findings.length < 2) return findings;
  return findings.filter(
    ({ ruleId, severity }, _, all) =>
      !REFUSALS.includes(ruleId) ||
      !all.some(other => isKnownError(other, severity)),
  );
}

/** What the controller's own refusal is about, where a rule already says it in more helpful words. */
function isKnownError(other: Finding, severity: Finding['severity']): boolean {
  return !REFUSALS.includes(other.ruleId) && other.severity === severity;
}
