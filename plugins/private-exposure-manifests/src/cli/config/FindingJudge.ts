import { Minimatch } from 'minimatch';
import { Finding, rules } from '../../linter';
import { didYouMean } from '../../linter/didYouMean';
import { fileFindings } from '../../linter/fileFindings';
import { LintConfig, LintException } from './readConfig';

/** A finding that is not counted, and why. @internal */
export interface AcceptedFinding extends Finding {
  reason: string;
  /** Last day on which it is accepted. */
  expires: string;
}

interface TrackedException extends LintException {
  matches(path: string): boolean;
  /** Whether a file that it speaks of was checked. */
  hasFiles: boolean;
  /** Whether it met a finding. */
  isUsed: boolean;
}

/** Findings that no rule gives. */
const OTHER_IDS = fileFindings.map(({ id }) => id);

function track(exception: LintException): TrackedException {
  const { path } = exception;
  const pattern = path && new Minimatch(path, { dot: true });
  return {
    ...exception,
    matches: checked => !pattern || pattern.match(checked),
    hasFiles: false,
    isUsed: false,
  };
}

/**
 * Gives findings the severities of a config, and sets those aside that it excepts. An exception that has ended excepts
 * nothing, and the finding says so.
 *
 * @internal
 */
export class FindingJudge {
  readonly findings: Finding[] = [];
  readonly accepted: AcceptedFinding[] = [];
  private readonly exceptions: readonly TrackedException[];
  private readonly today: string;

  constructor(private readonly config: LintConfig, now: Date) {
    this.exceptions = config.exceptions.map(track);
    this.today = now.toISOString().slice(0, 10);
  }

  /** Takes in what was found in a file. */
  takeFile(path: string, found: readonly Finding[]): void {
    for (const exception of this.exceptions)
      exception.hasFiles ||= exception.matches(path);
    // Values are cut out of the file's text; written out anew, they don't keep all of it in memory.
    for (const finding of found) this.take(JSON.parse(JSON.stringify(finding)));
  }

  /** Whether a finding counts, so that it is one to put right. */
  counts(finding: Finding): boolean {
    return (
      this.config.rules.get(finding.ruleId)?.severity !== 'off' &&
      !this.exceptionsOf(finding).some(exception => this.holds(exception))
    );
  }

  /** Takes in what is wrong with the config itself. To be called at the end. */
  takeConfig(): void {
    const known = [...rules.map(({ id }) => id), ...OTHER_IDS];
    const named = [
      ...[...this.config.rules].map(([id, { place }]) => ({ id, place })),
      ...this.exceptions.map(({ rule: id, place }) => ({ id, place })),
    ];
    for (const { id, place } of named) {
      if (known.includes(id)) continue;
      const near = didYouMean(id, known);
      this.take({
        ruleId: 'config/unknown-rule',
        severity: 'warning',
        message: `There is no rule '${id}', so this has no effect`,
        remedy: near
          ? `Did you mean '${near}'?`
          : "See 'private-exposure explain' for the rules.",
        evidence: [],
        path: this.config.path,
        ...place,
      });
    }
    for (const exception of this.exceptions) {
      const { rule, expires, hasFiles, isUsed, place } = exception;
      if (isUsed || !hasFiles || !known.includes(rule)) continue;
      this.take({
        ruleId: 'config/unused-exception',
        severity: 'info',
        message: `The exception for ${rule} met no finding${
          this.holds(exception) ? '' : `, and ended on ${expires}`
        }`,
        remedy: 'Remove it, if these are all the files that it is for.',
        evidence: [],
        path: this.config.path,
        ...place,
      });
    }
  }

  private take(finding: Finding): void {
    const severity =
      this.config.rules.get(finding.ruleId)?.severity ?? finding.severity;
    const exceptions = this.exceptionsOf(finding);
    for (const exception of exceptions) exception.isUsed = true;
    if (severity === 'off') return;
    const holding = exceptions.find(exception => this.holds(exception));
    if (holding) {
      const { reason, expires } = holding;
      this.accepted.push({ ...finding, severity, reason, expires });
      return;
    }
    const ended = exceptions.map(({ expires }) => expires).sort();
    const message = ended.length
      ? `${finding.message} (the exception for it ended on ${ended.at(-1)})`
      : finding.message;
    this.findings.push({ ...finding, severity, message });
  }

  private exceptionsOf({ ruleId, path }: Finding): TrackedException[] {
    return this.exceptions.filter(
      exception => exception.rule === ruleId && exception.matches(path),
    );
  }

  private holds({ expires }: LintException): boolean {
    return expires >= this.today;
  }
}
