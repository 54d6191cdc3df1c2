import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { Report, Rule } from './createRule';
import { IngressGroups } from './IngressGroups';
import { LintInput, readFile } from './readFile';
import { PlaceTarget } from './readPlaces';
import { rules } from './rules';
import { EndpointServiceTarget, IngressTarget } from './targets';
import { Finding } from './types';

/** What the linter may know besides the files. @public */
export interface LintOptions {
  /** The cluster that the manifests will meet; rules about it are silent without it. */
  clusterProfile?: AnyClusterProfile;
  /**
   * Files as they were before a change, those that it deletes included. What it leaves alone may be left out. Rules
   * about what a merge would do are silent without.
   */
  base?: readonly LintInput[];
}

const REFUSED = 'controller/refused';

type Target = PlaceTarget | EndpointServiceTarget;

function applyRule(rule: Rule, target: Target, report: (said: Report) => void) {
  if (target.type === 'endpoint-service') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (rule.reads === 'annotations') rule.check(target, report);
  if (rule.reads === 'service' && target.type === 'service')
    rule.check(target, report);
  if (rule.reads === 'ingress' && target.type === 'ingress')
    rule.check(target, report);
}

function check(target: Target): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    applyRule(rule, target, ({ at, severity, evidence = [], ...said }) =>
      findings.push({
        ruleId: rule.id,
        severity: severity ?? rule.severity,
        ...said,
        evidence,
        path: target.path,
        line: at?.line ?? ('line' in target ? target.line : 1),
        column: at?.column ?? ('column' in target ? target.column : 1),
      }),
    );
  }
  return findings.filter(
    ({ ruleId, severity }, _, all) =>
      ruleId !== REFUSED || !all.some(other => isKnownError(other, severity)),
  );
}

/** What the controller's own refusal is about, where a rule already says it in more helpful words. */
function isKnownError(other: Finding, severity: Finding['severity']): boolean {
  return other.ruleId !== REFUSED && other.severity === severity;
}

function isIngress(target: PlaceTarget): target is IngressTarget {
  return target.type === 'ingress';
}

/** Words without which a file says nothing about another one; most files need not be read for that. */
const ABOUT_OTHERS = /group\.name|supported_regions|SupportedRegions/;

/**
 * Checks the files of one cluster one by one, so that no more than one has to be in memory. All files are to be learned
 * before the first is checked.
 *
 * @public
 */
export class Linter {
  private readonly groups = new IngressGroups();
  private isCrossRegion = false;

  constructor(private readonly options: LintOptions = {}) {}

  /** Takes in what a file says about others: members of a group of Ingresses, regions that are let in. */
  learn(input: LintInput): void {
    if (!ABOUT_OTHERS.test(input.content)) return;
    const { places, services } = this.read(input);
    this.groups.add(places.filter(isIngress));
    const { clusterProfile: profile } = this.options;
    const home = profile && 'region' in profile ? profile.region : undefined;
    this.isCrossRegion ||= services.some(({ supportedRegions }) =>
      supportedRegions.some(region => region !== home),
    );
  }

  /**
   * Checks a file. Never throws for what stands in it: text that can't be read is a finding with its line and column,
   * and the other documents are still checked.
   *
   * @returns Findings in the order of the lines.
   */
  check(input: LintInput): Finding[] {
    const { places, services, findings } = this.read(input);
    let ingresses = 0;
    const linked = places.map(target => {
      if (!isIngress(target)) return target;
      const group = this.groups.othersOf(target, ingresses);
      ingresses += 1;
      return { ...target, group };
    });
    return [
      ...findings,
      ...linked.flatMap(check),
      ...services.flatMap(check),
    ].sort(
      (left, right) => left.line - right.line || left.column - right.column,
    );
  }

  private read(input: LintInput) {
    const { isCrossRegion } = this;
    return readFile(input, {
      profile: this.options.clusterProfile,
      isCrossRegion,
    });
  }
}
