import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import type { SurveyContext } from '../../kinds/AwsKind';
import { forgetDistributions } from '../inspection/readDistribution';
import { toDescribedDistribution } from '../mapping/toDescribedDistribution';
import { toDistributionExposure } from '../mapping/toDistributionExposure';
import { DistributionLookups } from './DistributionLookups';
import { distributionPages } from './distributionPages';

/**
 * Lists the distributions of an account, page by page, and in bulk their tags and what they depend on: web ACLs,
 * certificates, VPC origins, records. Inspections that follow look at nothing older, and share what was listed.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyDistributions(
  context: SurveyContext,
): AsyncGenerator<SurveyPage> {
  const { states, signal } = context;
  forgetDistributions(context);
  const lookups = await DistributionLookups.create(context);
  for await (const distributions of distributionPages(context, signal)) {
    if (distributions.length === 0) continue;
    const tags = await lookups.tags();
    const surroundings = await lookups.surroundingsOf(
      distributions.map(toDescribedDistribution),
    );
    const exposures = distributions.flatMap(
      (distribution, index) =>
        toDistributionExposure(distribution, {
          states,
          tags: tags.get(distribution.ARN ?? '') ?? {},
          surroundings: surroundings[index],
        }) ?? [],
    );
    yield { exposures, connections: [] };
  }
}
