import { TextEdit } from '../read/TextEdit';

/** How much a finding matters. @public */
export type Severity = 'error' | 'warning' | 'info';

/** One fact behind a finding, as it stands in the file. @public */
export interface Evidence {
  label: string;
  value: string;
}

/** What a rule noticed in a file. @public */
export interface Finding {
  /** Such as `aws/scheme-disagrees`. */
  ruleId: string;
  severity: Severity;
  message: string;
  remedy: string;
  evidence: Evidence[];
  /** The file. */
  path: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** What would put it right beyond doubt, as an edit of the file's text. */
  fix?: TextEdit;
}
