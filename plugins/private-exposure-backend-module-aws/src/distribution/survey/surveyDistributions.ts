import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import type { SurveyContext } from '../../kinds/AwsKind';
import type { Tags } from '../../mapping/tags';
import { readResourceTags } from '../../survey/readResourceTags';
import { forgetDistributions } from '../inspection/readDistribution';
import { toDistributionExposure } from '../mapping/toDistributionExposure';
import { distributionPages } from './distributionPages';

/**
 * Lists the distributions of an account, page by page, and their tags in bulk. Inspections that follow look at nothing
 * older.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyDistributions(
  context: SurveyContext,
): AsyncGenerator<SurveyPage> {
  const { callers, states, signal } = context;
  forgetDistributions(context);
  let tags: ReadonlyMap<string, Tags> | undefined;
  for await (const distributions of distributionPages(context, signal)) {
    if (distributions.length === 0) continue;
    tags ??= await readResourceTags(
      callers.tagging,
      'cloudfront:distribution',
      signal,
    );
    const known = tags;
    const exposures = distributions.flatMap(
      distribution =>
        toDistributionExposure(distribution, {
          states,
          tags: known.get(distribution.ARN ?? '') ?? {},
        }) ?? [],
    );
    yield { exposures, connections: [] };
  }
}
