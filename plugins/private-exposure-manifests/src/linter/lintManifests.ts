import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { HclSyntaxError } from '../errors';
import { ClusterProfile } from '../intents/clusterProfile';
import { Report } from './createRule';
import { EndpointServiceTarget } from './EndpointServiceTarget';
import { readCloudFormationServices } from './readCloudFormationServices';
import { readServices } from './readServices';
import { readTerraformServices } from './readTerraformServices';
import { ServiceTarget } from './ServiceTarget';
import { rules } from './rules';
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
}

interface ReadFile {
  path: string;
  lines: LineCounter;
  documents: Document.Parsed[];
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

function readTerraform({ path, content }: LintInput): ReadFile {
  const file: ReadFile = {
    path,
    lines: new LineCounter(),
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
  const lines = new LineCounter();
  const parsed = parseAllDocuments(content, {
    lineCounter: lines,
    logLevel: 'silent',
  });
  const documents = 'empty' in parsed ? [] : parsed;
  const findings = documents.flatMap(document =>
    document.errors.slice(0, 1).map(error => {
      const { line, col } = lines.linePos(error.pos[0]);
      return broken(
        path,
        { line, column: col },
        error.message.split('\n')[0].replace(/ at line \d+.*$/, ''),
      );
    }),
  );
  // What is broken is reported and left; the other documents of the file are checked all the same.
  const sound = documents.filter(document => document.errors.length === 0);
  const services = sound.flatMap(
    document => readCloudFormationServices(document, { path, lines }) ?? [],
  );
  return { path, lines, documents: sound, services, findings };
}

function check(target: ServiceTarget | EndpointServiceTarget): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const report = ({ at, severity, evidence = [], message, remedy }: Report) =>
      findings.push({
        ruleId: rule.id,
        severity: severity ?? rule.severity,
        message,
        remedy,
        evidence,
        path: target.path,
        line: at?.line ?? ('line' in target ? target.line : 1),
        column: at?.column ?? ('column' in target ? target.column : 1),
      });
    if (rule.reads === 'service' && target.type === 'service')
      rule.check(target, report);
    if (rule.reads === 'endpoint-service' && target.type === 'endpoint-service')
      rule.check(target, report);
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
  return files.flatMap(file => {
    const { path, lines, documents, services, findings } = file;
    const targets = documents.flatMap(document =>
      readServices(document, {
        path,
        lines,
        profile: options.clusterProfile,
        isCrossRegion,
      }),
    );
    const found = [...findings, ...[...targets, ...services].flatMap(check)];
    return found.sort(
      (left, right) => left.line - right.line || left.column - right.column,
    );
  });
}
