import { requestIdIn } from '../mapping/requestId';

/** What approving or rejecting sends. @internal */
export interface ConnectionBody {
  /** The connection's properties, as they are to be. */
  properties: Record<string, unknown>;
}

/** The longest text that every provider takes: the limit of a request's message. */
const LONGEST_DESCRIPTION = 140;

/**
 * A connection as it is now, with the verdict as its status and the reason as its description.
 *
 * @remarks
 * Providers differ in what else they want to see again, such as `actionsRequired` or `groupIds`, so that all stays as it
 * is but what Azure alone can set. What tells whose request it was must not get lost: an id in the request's text is
 * kept behind the reason.
 *
 * @internal
 */
export function toConnectionBody(
  now: Record<string, unknown>,
  decision: {
    verdict: 'approve' | 'reject';
    reason: string;
  },
): ConnectionBody {
  const { properties } = now;
  const kept = toRecord(properties);
  // Read-only everywhere; some providers refuse to be told.
  delete kept.provisioningState;
  delete kept.linkIdentifier;
  delete kept.privateEndpointLocation;
  const state = toRecord(kept.privateLinkServiceConnectionState);
  const text =
    typeof state.description === 'string' ? state.description : undefined;
  return {
    properties: {
      ...kept,
      privateLinkServiceConnectionState: {
        ...state,
        status: decision.verdict === 'approve' ? 'Approved' : 'Rejected',
        description: toDescription(decision.reason, requestIdIn(text)),
      },
    },
  };
}

function toDescription(reason: string, requestId: string | undefined): string {
  const ending = requestId ? ` (${requestId})` : '';
  return `${cut(reason, LONGEST_DESCRIPTION - ending.length)}${ending}`;
}

/** Cut between two characters, so that the text stays a text. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters.slice(0, length - 1).join('')}…`;
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
