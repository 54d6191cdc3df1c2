import { HclSyntaxError } from '../errors';
import { ClusterProfile } from '../intents/clusterProfile';
import { readDocuments } from '../read/readDocuments';
import { readNestedDocuments } from '../read/readNestedDocuments';
import { SourceDocument } from '../read/SourceDocument';
import { Report, Rule } from './createRule';
import { readCloudFormationServices } from './readCloudFormationServices';
import { linkGroups } from './linkGroups';
import { ANY_KEY, readPlaces } from './readPlaces';
import { readTerraformServices } from './readTerraformServices';
import { rules } from './rules';
import {
  AnnotatedTarget,
  EndpointServiceTarget,
  IngressTarget,
  ServiceTarget,
} from './targets';
import { Finding } from './types';

/** A file to lint. @public */
export interface LintInput {
  /** Path of the file; `.tf` is read as Terraform, anything else as YAML or JSON. */
  path: string;
  content: string;
}

/** What the linter may know besides the files. @public */
export interface LintOptions {
  /** The cluster that the manifests will meet; rules about it are silent without it. */
  clusterProfile?: ClusterProfile;
  /** The files before a change, those that it deletes included; rules about what a merge would do are silent without. */
  base?: readonly LintInput[];
}

interface ReadFile {
  path: string;
  documents: SourceDocument[];
  services: EndpointServiceTarget[];
  findings: Finding[];
}

function broken(
  path: string,
  place: { line: number; column: number },
  message: string,
): Finding {
  return {
    ruleId: 'syntax',
    severity: 'error',
    message,
    remedy: 'Correct the text; nothing of this document was checked.',
    evidence: [],
    path,
    ...place,
  };
}

function notRendered(
  path: string,
  place: { line: number; column: number },
): Finding {
  return {
    ruleId: 'template-not-rendered',
    severity: 'info',
    message:
      'This document is a template, which is no YAML before it is rendered',
    remedy: "Check what it renders to, such as the output of 'helm template'.",
    evidence: [],
    path,
    ...place,
  };
}

function readTerraform({ path, content }: LintInput): ReadFile {
  const file: ReadFile = {
    path,
    documents: [],
    services: [],
    findings: [],
  };
  try {
    return { ...file, services: [readTerraformServices(path, content)] };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    const { line, column, message } = error;
    return { ...file, findings: [broken(path, { line, column }, message)] };
  }
}

function readYaml({ path, content }: LintInput): ReadFile {
  const { documents: outer, problems } = readDocuments(content);
  const documents = outer.flatMap(document => [
    document,
    ...readNestedDocuments(document, ANY_KEY),
  ]);
  return {
    path,
    documents,
    services: documents.flatMap(
      document => readCloudFormationServices(document, path) ?? [],
    ),
    findings: problems.map(({ line, column, message, isTemplate }) =>
      isTemplate
        ? notRendered(path, { line, column })
        : broken(path, { line, column }, message),
    ),
  };
}

type Target =
  | ServiceTarget
  | IngressTarget
  | AnnotatedTarget
  | EndpointServiceTarget;

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
  return findings;
}

/**
 * Checks manifests and infrastructure code. Never throws for what stands in the files: text that can't be read is a
 * finding with its line and column, and the other documents are still checked.
 *
 * @returns Findings in the order of the files and lines.
 * @public
 */
export function lintManifests(
  input: readonly LintInput[],
  options: LintOptions = {},
): Finding[] {
  const files = input.map(file =>
    file.path.endsWith('.tf') ? readTerraform(file) : readYaml(file),
  );
  const isCrossRegion = files.some(file =>
    file.services.some(({ supportedRegions }) =>
      supportedRegions.some(
        region => region !== options.clusterProfile?.region,
      ),
    ),
  );
  const places = linkGroups(
    files.map(({ path, documents }) =>
      documents.flatMap(document =>
        readPlaces(document, {
          path,
          profile: options.clusterProfile,
          isCrossRegion,
        }),
      ),
    ),
  );
  return files.flatMap(({ services, findings }, index) => {
    const targets = [...places[index], ...services];
    const found = [...findings, ...targets.flatMap(check)];
    return found.sort(
      (left, right) => left.line - right.line || left.column - right.column,
    );
  });
}
