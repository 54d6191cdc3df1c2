import type {
  ExposureProvider,
  SurveyedConnection,
  SurveyedExposure,
  SurveyPage,
} from '../ExposureProvider';

/**
 * All pages of a survey.
 *
 * @public
 */
export async function surveyPages(
  provider: Pick<ExposureProvider, 'survey'>,
  scopeId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<SurveyPage[]> {
  const pages: SurveyPage[] = [];
  for await (const page of provider.survey(scopeId, { signal })) {
    pages.push(page);
  }
  return pages;
}

/**
 * A survey's content, and the error that ended it, if one did.
 *
 * @public
 */
export async function surveyContent(
  provider: Pick<ExposureProvider, 'survey'>,
  scopeId: string,
): Promise<{
  exposures: SurveyedExposure[];
  connections: SurveyedConnection[];
  error?: Error;
}> {
  const { signal } = new AbortController();
  const exposures: SurveyedExposure[] = [];
  const connections: SurveyedConnection[] = [];
  try {
    for await (const page of provider.survey(scopeId, { signal })) {
      exposures.push(...page.exposures);
      connections.push(...page.connections);
    }
  } catch (error) {
    return { exposures, connections, error: error as Error };
  }
  return { exposures, connections };
}
