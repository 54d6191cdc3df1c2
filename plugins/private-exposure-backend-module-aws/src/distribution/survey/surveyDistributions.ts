import {
  type DistributionSummary,
  ListDistributionsCommand,
} from '@aws-sdk/client-cloudfront';
import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import { readPages } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import type { SurveyContext } from '../../kinds/AwsKind';
import type { Tags } from '../../mapping/tags';
import { readResourceTags } from '../../survey/readResourceTags';
import { toDistributionExposure } from '../mapping/toDistributionExposure';

/** Most that one ListDistributions returns. */
const PAGE_SIZE = 100;

/**
 * Lists the distributions of an account, page by page, and their tags in bulk.
 *
 * @throws what the call that failed threw; the pages until then are true, the listing is not complete.
 * @internal
 */
export async function* surveyDistributions(
  context: SurveyContext,
): AsyncGenerator<SurveyPage> {
  const { callers, states, signal } = context;
  let tags: ReadonlyMap<string, Tags> | undefined;
  for await (const distributions of distributionPages(context)) {
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

function distributionPages({
  callers,
  signal,
}: SurveyContext): AsyncGenerator<DistributionSummary[]> {
  return readPages(async Marker => {
    const answer = await callers.cloudFront.send(
      new ListDistributionsCommand({ MaxItems: PAGE_SIZE, Marker }),
      { signal },
    );
    const list = requireMember(answer, 'DistributionList');
    // An account without any sends a quantity of zero, and no items.
    requireMember(list, 'Quantity');
    return { items: list.Items ?? [], nextToken: list.NextMarker };
  });
}
