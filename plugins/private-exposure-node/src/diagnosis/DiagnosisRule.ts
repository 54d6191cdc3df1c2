import type {
  Fact,
  Severity,
} from '@postern/backstage-plugin-private-exposure-common';

/**
 * What a rule noticed once.
 *
 * @public
 */
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
 * One thing that may be wrong with an exposure, and how to see it in what a provider's inspection read. A rule says nothing
 * about what nobody let us look at.
 *
 * @public
 */
export interface DiagnosisRule<Inspection> {
  /** `<provider>/<what is wrong>`, stable. Documented under that name. */
  id: string;
  /** How much it matters. */
  severity: Severity;
  /** Whether traffic suffers: a hop that looks well is then degraded. */
  breaksTraffic: boolean;
  /** Reads an inspection; makes no call. */
  check(inspection: Inspection): Noticed[];
}
