import type {
  Connection,
  ExposureSummary,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';

/**
 * What a person is about to decide, as the page showed it when they clicked. Later updates of the page leave it alone:
 * the backend compares it with the cloud and does nothing if it is no longer so.
 *
 * @internal
 */
export interface DecisionTarget {
  verdict: Verdict;
  connection: Connection;
  exposure: Pick<
    ExposureSummary,
    'id' | 'name' | 'nativeId' | 'kind' | 'region' | 'entityRef'
  >;
}
