/**
 * One survey of one scope, from its first page to its end. Holds the ids that were listed and nothing else of them:
 * 60,000 are about 6 MB, whatever the pages weigh.
 *
 * @internal
 */
export interface SurveySession {
  /** The scope. */
  readonly scopeId: string;
  /** Before the first call to the cloud. What was read later than this from elsewhere is newer than a page. */
  readonly startedAt: Date;
  /** No survey of the scope has been complete yet. */
  readonly initial: boolean;
  /** Ids of the exposures listed so far. */
  readonly exposureIds: Set<string>;
  /** Ids of the connections listed so far. */
  readonly connectionIds: Set<string>;
}

/** What a survey cost, for the scope's figures. @internal */
export interface SurveyCost {
  /** Calls that left the process. */
  calls: number;
  /** How often the cloud asked to slow down. */
  throttles: number;
  /** From begin to end. */
  milliseconds: number;
}

/** How a survey ended. @internal */
export type SurveyEnd =
  | { outcome: 'complete'; cost: SurveyCost; at: Date }
  | {
      /** Threw after some pages, or before the first. */
      outcome: 'incomplete' | 'failed';
      cost: SurveyCost;
      at: Date;
      /** Why, scrubbed of secrets. */
      error: string;
    };
