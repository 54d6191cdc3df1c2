import type {
  ProviderScope,
  SurveyPage,
  InspectionTarget,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AppliedPage } from './operations/observation/applySurveyPage';
import type { InspectionResult } from './operations/observation/applyInspection';
import type { CandidateOptions } from './operations/observation/inspectionCandidates';
import type { ChangesSink } from './operations/observation/markGone';
import type { NextSurvey } from './operations/observation/scopeSchedule';
import type {
  SurveyEnd,
  SurveySession,
} from './operations/observation/SurveySession';
import type { TakeInspectionsOptions } from './operations/observation/takeInspections';
import type { StateChange } from './StateChange';

/** Where a scope stands, for those who survey it. @internal */
export interface ScopeStatus {
  /** The scope. */
  id: string;
  /** When its next survey is due; missing if it never had one. */
  nextAttemptAt?: Date;
  /** Begin of the last survey, however it ended. */
  lastAttemptAt?: Date;
}

/**
 * What observation writes.
 *
 * @remarks
 * One survey is `beginSurvey`, `applySurveyPage` for each page, and `completeSurvey`. Each call is safe to repeat. What a
 * call returns or hands to a sink is committed and stands in the timeline.
 *
 * @internal
 */
export interface ObservationStore {
  /** Notes which scopes a provider has, and which it no longer has. */
  registerScopes(options: {
    provider: string;
    scopes: readonly ProviderScope[];
    at: Date;
  }): Promise<void>;
  /** Where the scopes of a provider's group stand. */
  getScopeStatus(scopeIds: readonly string[]): Promise<ScopeStatus[]>;
  /** Sets when a scope is surveyed next, unless somebody did so since its last survey began. */
  scheduleNextSurvey(next: NextSurvey): Promise<void>;
  /** Has a scope surveyed no later than at a moment, or once more if its survey may be under way. */
  bringSurveyForward(options: {
    scopeId: string;
    at: Date;
    now: Date;
  }): Promise<void>;
  /** Whether something in a scope is on its way, by changes since a moment. */
  isActive(scopeId: string, since: Date): Promise<boolean>;
  /** Opens a survey. */
  beginSurvey(scopeId: string, at: Date): Promise<SurveySession>;
  /** Brings the store up to one page. */
  applySurveyPage(
    session: SurveySession,
    page: SurveyPage,
    at: Date,
  ): Promise<AppliedPage>;
  /** Ends a survey; what is gone is handed to the sink. */
  completeSurvey(
    session: SurveySession,
    end: SurveyEnd,
    onChanges: ChangesSink,
  ): Promise<void>;
  /** Exposures to inspect next, the most urgent first. */
  inspectionCandidates(options: CandidateOptions): Promise<string[]>;
  /** Takes inspections from a scope's budget; how many there are for now. */
  takeInspections(options: TakeInspectionsOptions): Promise<number>;
  /** What an inspection is given; undefined once the exposure is gone. */
  getInspectionTarget(
    exposureId: string,
  ): Promise<InspectionTargetRecord | undefined>;
  /** Replaces what the last inspection saw. */
  applyInspection(result: InspectionResult): Promise<StateChange[]>;
  /** Records that an inspection failed. */
  failInspection(options: {
    exposureId: string;
    startedAt: Date;
    error: string;
  }): Promise<void>;
}

/** What an inspection needs. @internal */
export interface InspectionTargetRecord {
  /** For the provider. */
  target: InspectionTarget;
  /** When each of the target's connections began to wait, by native id. */
  waitingSince: Map<string, Date>;
}
