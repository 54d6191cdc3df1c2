import { Finding } from '../linter';
import { AcceptedFinding } from './config/FindingJudge';

/** What a check found, before it is written in a format. @internal */
export interface Report {
  /** How many files were read. */
  fileCount: number;
  findings: Finding[];
  /** Set aside by an exception. */
  accepted: AcceptedFinding[];
  /** What `--fix` put right. */
  fixed: Finding[];
}
