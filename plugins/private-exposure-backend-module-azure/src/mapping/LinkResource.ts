import { toRecord, toTags, toText } from './answerValues';
import { nameInId } from './resourceIds';
import type { CreationData } from './toProvenance';

/**
 * A resource that takes private endpoints and is no private link service, such as a web app or a storage account: what
 * every resource provider says of its own. Microsoft calls the destination of a private endpoint a private-link resource.
 *
 * @internal
 */
export interface LinkResource {
  /** Its ARM id, as Azure spells it. */
  id: string;
  /** Its name; of a part of another, with that one's, such as `shop/staging`. */
  name: string;
  /** Such as `Microsoft.Web/sites`. */
  type: string;
  /** Region. */
  location?: string;
  /** Every word for its state, as far as its provider has one: `Succeeded`, `Running`, `Stopped`, … */
  states: string[];
  /** `Enabled` or `Disabled`: whether it can be reached without a private endpoint too. Not every provider says. */
  publicAccess?: string;
  /** Its tags. */
  tags: Record<string, string>;
  /** Who made it and when, where its provider says so. */
  systemData?: CreationData;
}

/**
 * A resource as it stands in the answer of its provider.
 *
 * @remarks
 * `provisioningState` is what most providers say; web apps and SQL servers say `state`, AKS clusters `powerState.code`
 * besides.
 *
 * @param id - The id that was asked for, in case the answer leaves it out.
 * @internal
 */
export function toLinkResource(
  answer: Record<string, unknown>,
  id: string,
): LinkResource {
  const properties = toRecord(answer.properties);
  const made = toRecord(answer.systemData);
  const found = toFilledText(answer.id) ?? id;
  return {
    id: found,
    name: toFilledText(answer.name) ?? nameInId(found),
    type: toFilledText(answer.type) ?? '',
    location: toFilledText(answer.location),
    states: [
      properties.provisioningState,
      properties.state,
      toRecord(properties.powerState).code,
    ].flatMap(word => toFilledText(word) ?? []),
    publicAccess: toFilledText(properties.publicNetworkAccess),
    systemData: {
      createdBy: toFilledText(made.createdBy),
      createdAt: toFilledText(made.createdAt),
    },
    tags: toTags(answer.tags),
  };
}

/** An empty one says no more than none. */
function toFilledText(value: unknown): string | undefined {
  return toText(value) || undefined;
}
