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
  const found = toText(answer.id) ?? id;
  return {
    id: found,
    name: toText(answer.name) ?? nameInId(found),
    type: toText(answer.type) ?? '',
    location: toText(answer.location),
    states: [
      properties.provisioningState,
      properties.state,
      toRecord(properties.powerState).code,
    ].flatMap(word => toText(word) ?? []),
    publicAccess: toText(properties.publicNetworkAccess),
    systemData: {
      createdBy: toText(made.createdBy),
      createdAt: toText(made.createdAt),
    },
    tags: Object.fromEntries(
      Object.entries(toRecord(answer.tags)).flatMap(([key, value]) =>
        typeof value === 'string' ? [[key, value]] : [],
      ),
    ),
  };
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
