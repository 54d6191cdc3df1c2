import type {
  Fact,
  Severity,
} from '@postern/backstage-plugin-private-exposure-common';
import type { AzureInspection } from '../inspection/AzureInspection';

/** What a rule noticed once. @internal */
export interface Noticed {
  /** What is wrong, in one sentence. */
  message: string;
  /** What to do about it, in a sentence or two. */
  remedy: string;
  /** The hop that it is about. */
  hopId?: string;
  /** What was seen. */
  evidence?: Fact[];
}

/**
 * One thing that may be wrong with an exposure, and how to see it. A rule says nothing about what nobody let us look at.
 *
 * @internal
 */
export interface DiagnosisRule {
  /** `azure/<what is wrong>`, stable. Documented under that name in `docs/diagnosis.md`. */
  id: string;
  /** How much it matters. */
  severity: Severity;
  /** Whether traffic suffers: a hop that looks well is then degraded. */
  breaksTraffic: boolean;
  /** Where the fact comes from that makes it wrong. */
  source: string;
  /** Reads an inspection; makes no call. */
  check(inspection: AzureInspection): Noticed[];
}
