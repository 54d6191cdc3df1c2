import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { Target } from './applyRule';
import { Changes } from './changes/Changes';
import { findingsOf } from './findingsOf';
import { IngressClasses } from './IngressClasses';
import { IngressGroups } from './IngressGroups';
import { LintInput, ReadFile, readFile } from './readFile';
import { PlaceTarget } from './readPlaces';
import { RuleBook } from './RuleBook';
import { IngressTarget } from './targets';
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
    const findings = [...read.findings];
    for (const target of this.targetsIn(input.path, read))
      findings.push(...findingsOf(this.book, target));
    // Most files have none.
    if (findings.length < 2) return findings;
    return withoutRepeats(findings).sort(
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

  /** What rules look at in a file, in the order in which they speak of it. */
  private targetsIn(path: string, read: ReadFile): Target[] {
    const { changes, hasEndpointService } = this;
    const { places, cloudFronts } = read;
    return [
      ...places.map(target =>
        withEffect(isIngress(target) ? this.linkIngress(target) : target),
      ),
      ...read.strays,
      ...read.services,
      ...read.privateLinkServices,
      ...read.frontDoors,
      ...cloudFronts,
      ...read.policies,
      ...read.workloads,
      ...read.configurations,
      ...(changes?.changesIn(path, places, hasEndpointService) ?? []),
      ...(changes?.vpcOriginsIn(path, cloudFronts) ?? []),
    ];
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
