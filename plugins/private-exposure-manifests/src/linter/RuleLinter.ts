import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { Changes } from './changes/Changes';
import { Report, Rule } from './createRule';
import { IngressClasses } from './IngressClasses';
import { IngressGroups } from './IngressGroups';
import { LintInput, readFile } from './readFile';
import { PlaceTarget } from './readPlaces';
import { RuleBook } from './RuleBook';
import { findReconciler } from './ServiceTarget';
import {
  ChangeTarget,
  ConfigurationTarget,
  EndpointServiceTarget,
  CloudFrontTarget,
  FrontDoorTarget,
  IamPolicyTarget,
  IngressTarget,
  PrivateLinkServiceTarget,
  StrayTarget,
  WorkloadTarget,
} from './targets';
import { Finding } from './types';
import { withEffect } from './withEffect';

/** What the linter may know besides the files. @public */
export interface LintOptions {
  /** The cluster that the manifests will meet; rules about it are silent without it. */
  clusterProfile?: AnyClusterProfile;
  /**
   * Domains in which private DNS names and names for external-dns may lie; with a dot in front, only below. Rules about
   * them are silent where none is named.
   */
  domains?: readonly string[];
  /**
   * Files as they were before a change, those that it deletes included. What it leaves alone may be left out. Rules
   * about what a merge would do are silent without.
   */
  base?: readonly LintInput[];
}

const REFUSALS = ['controller/refused', 'controller/ingress-refused'];

type Target =
  | PlaceTarget
  | EndpointServiceTarget
  | PrivateLinkServiceTarget
  | FrontDoorTarget
  | CloudFrontTarget
  | IamPolicyTarget
  | StrayTarget
  | WorkloadTarget
  | ConfigurationTarget
  | ChangeTarget;

function isPlace(target: Target): target is PlaceTarget {
  return 'placeholders' in target;
}

/** Asks a rule about a target, if it reads targets of its kind. @internal */
export function applyRule(
  rule: Rule,
  target: Target,
  report: (said: Report) => void,
) {
  // Most targets are places, and each is asked about by many rules.
  if (isPlace(target)) {
    if (rule.reads === 'annotations') rule.check(target, report);
    else if (rule.reads === 'service' && target.type === 'service')
      rule.check(target, report);
    else if (rule.reads === 'ingress' && target.type === 'ingress')
      rule.check(target, report);
    return;
  }
  if (target.type === 'endpoint-service') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'private-link-service') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'cloudfront') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'front-door') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'iam-policy') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'stray') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'workload') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'configuration') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (rule.reads === target.type) rule.check(target, report);
}

/** Azure's rules have nothing to say of a Service that a controller of AWS takes: it ignores their annotations. */
function isOfOtherCloud({ id }: Rule, target: Target): boolean {
  if (!id.startsWith('azure/') || target.type !== 'service') return false;
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

function findingsOf(book: RuleBook, target: Target): Finding[] {
  const findings: Finding[] = [];
  const rules = isPlace(target) ? book.askedAbout(target) : book.rules;
  for (const rule of rules) {
    if (isOfOtherCloud(rule, target)) continue;
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

/** Anchors bring one annotation to many places, and it is one mistake in the file. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ ruleId, line, column, message }) => {
    const told = `${line}:${column} ${ruleId} ${message}`;
    return !seen.has(told) && seen.add(told);
  });
}

function isIngress(target: PlaceTarget): target is IngressTarget {
  return target.type === 'ingress';
}

/** Words without which a file says nothing about another one; most files need not be read for that. */
const ABOUT_OTHERS =
  /group\.name|IngressClass|aws_vpc_endpoint_service|VPCEndpointService/;

/** The same of the code that may put a firewall in front of a Front Door; YAML need not be searched for it. */
const INFRASTRUCTURE = /\.(tf|bicep)$/;
const PUTS_FIREWALL = /frontdoor_security_policy|securityPolicies/i;

function isAboutOthers({ path, content }: LintInput): boolean {
  return (
    ABOUT_OTHERS.test(content) ||
    (INFRASTRUCTURE.test(path) && PUTS_FIREWALL.test(content))
  );
}

/**
 * What `Linter` does, by rules of one's choice: whoever needs few of them need not load the others.
 *
 * @internal
 */
export class RuleLinter {
  private readonly groups = new IngressGroups();
  private readonly classes = new IngressClasses();
  private readonly changes: Changes | undefined;
  private readonly protectedProfiles = new Set<string>();
  private isCrossRegion = false;
  private hasEndpointService = false;

  constructor(
    private readonly book: RuleBook,
    private readonly options: LintOptions = {},
  ) {
    const { base } = options;
    if (base?.length) this.changes = new Changes(base, this.readOptions);
  }

  /** Takes in what a file says about others: members of a group of Ingresses, regions that are let in. */
  learn(input: LintInput): void {
    const isChanged = this.changes?.concerns(input) ?? false;
    if (!isChanged && !isAboutOthers(input)) return;
    const read = this.read(input);
    const { places, services } = read;
    for (const key of read.protectedProfiles) this.protectedProfiles.add(key);
    this.changes?.learn(input.path, read);
    this.groups.add(places.filter(isIngress));
    this.classes.add(read.configurations);
    this.hasEndpointService ||= services.some(
      service => service.services.length > 0,
    );
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
    const read = this.read(input);
    const { places, services, privateLinkServices, workloads, findings } = read;
    const { frontDoors, policies } = read;
    const check = (target: Target) => findingsOf(this.book, target);
    const linked = places.map(target =>
      withEffect(isIngress(target) ? this.linkIngress(target) : target),
    );
    return withoutRepeats([
      ...findings,
      ...linked.flatMap(check),
      ...read.strays.flatMap(check),
      ...services.flatMap(check),
      ...privateLinkServices.flatMap(check),
      ...frontDoors.flatMap(check),
      ...read.cloudFronts.flatMap(check),
      ...policies.flatMap(check),
      ...workloads.flatMap(check),
      ...read.configurations.flatMap(check),
      ...(this.changes
        ?.changesIn(input.path, places, this.hasEndpointService)
        .flatMap(check) ?? []),
      ...(this.changes
        ?.vpcOriginsIn(input.path, read.cloudFronts)
        .flatMap(check) ?? []),
    ]).sort(
      (left, right) => left.line - right.line || left.column - right.column,
    );
  }

  /**
   * Says what comes of all that is no longer there. To be called once, after all files were learned.
   *
   * @returns Findings at the paths that the files had.
   */
  checkRemoved(): Finding[] {
    const removed = this.changes?.removed(this.hasEndpointService) ?? [];
    return removed.flatMap(target => findingsOf(this.book, target));
  }

  /** Learns and checks some files, and all that is no longer there. */
  checkAll(input: readonly LintInput[]): Finding[] {
    for (const file of input) this.learn(file);
    return [...input.flatMap(file => this.check(file)), ...this.checkRemoved()];
  }

  /** Adds what other files say of an Ingress. */
  private linkIngress(target: IngressTarget): IngressTarget {
    return {
      ...target,
      ...this.groups.groupOf(target),
      ingressClass: this.classes.classOf(target),
    };
  }

  private read(input: LintInput) {
    return readFile(input, this.readOptions);
  }

  private get readOptions() {
    const { isCrossRegion, hasEndpointService, options } = this;
    const { protectedProfiles } = this;
    return {
      profile: options.clusterProfile,
      domains: options.domains ?? [],
      isCrossRegion,
      hasEndpointService,
      protectedProfiles,
      withPaths: (options.base?.length ?? 0) > 0,
    };
  }
}
