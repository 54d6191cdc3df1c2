import type { SurveyedConnection, SurveyedExposure } from '../ExposureProvider';

/**
 * A live endpoint service as a survey would see it, for tests; parts that matter to a test are given.
 *
 * @public
 */
export function surveyedExposure(
  parts: Partial<SurveyedExposure> & { nativeId: string },
): SurveyedExposure {
  return {
    kind: 'aws-endpoint-service',
    name: parts.nativeId,
    nativeState: 'Available',
    lifecycle: 'live',
    evidence: { tags: {}, kubernetesServices: [] },
    facts: [],
    ...parts,
  };
}

/**
 * A waiting connection as a survey would see it, for tests.
 *
 * @public
 */
export function surveyedConnection(
  parts: Partial<SurveyedConnection> & {
    nativeId: string;
    exposureNativeId: string;
  },
): SurveyedConnection {
  return {
    consumer: { account: '444455556666', endpointId: parts.nativeId },
    nativeState: 'pendingAcceptance',
    state: 'pending',
    facts: [],
    ...parts,
  };
}
