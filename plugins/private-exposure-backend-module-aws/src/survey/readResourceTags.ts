import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import { readPages } from '../clients/readPages';
import { requireMember } from '../clients/requireMember';
import type { TaggingCaller } from '../clients/ScopeCallers';
import { type Tags, toTags } from '../mapping/tags';

/** Most that one GetResources returns. */
const PAGE_SIZE = 100;

/**
 * The tags of all resources of a type, by ARN: one call for each hundred. What has no tags is not in the answer.
 *
 * @param resourceType - As the tagging API spells it, such as `cloudfront:distribution`.
 * @internal
 */
export async function readResourceTags(
  tagging: TaggingCaller,
  resourceType: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Tags>> {
  const pages = readPages(async PaginationToken => {
    const answer = await tagging.send(
      new GetResourcesCommand({
        ResourceTypeFilters: [resourceType],
        ResourcesPerPage: PAGE_SIZE,
        PaginationToken,
      }),
      { signal },
    );
    const items = requireMember(answer, 'ResourceTagMappingList');
    return { items, nextToken: answer.PaginationToken };
  });
  const tags = new Map<string, Tags>();
  for await (const page of pages) {
    for (const { ResourceARN, Tags: sent } of page) {
      if (ResourceARN) tags.set(ResourceARN, toTags(sent));
    }
  }
  return tags;
}
