import {
  toRequestMessage,
  type ConnectionState,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type StateReader,
  type SurveyedConnection,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type { LinkConnection } from './LinkConnection';
import { requestIdIn } from './requestId';
import { canonicalId, parseResourceId } from './resourceIds';
import { connectionProvisioning, connectionStates } from './states';

/** What turns a private endpoint connection into a connection. @internal */
export interface ToSurveyedConnectionOptions {
  /** Reads the state words. */
  states: StateReader;
  /** Names of our own subscriptions, by id. */
  subscriptionNames: ReadonlyMap<string, string>;
}

/** Label of the fact with the text that came with the request, or with the decision. @internal */
export const FACT_DESCRIPTION = 'Description';

/**
 * A private endpoint connection as the survey hands it on.
 *
 * @remarks
 * The endpoint's id tells the consumer's subscription; an endpoint of Front Door lies in one of Microsoft's.
 *
 * @param exposureNativeId - The exposure that it is shown under.
 * @internal
 */
export function toSurveyedConnection(
  connection: LinkConnection,
  exposureNativeId: string,
  { states, subscriptionNames }: ToSurveyedConnectionOptions,
): SurveyedConnection {
  const { endpointId, endpointLocation, status } = connection;
  const account = parseResourceId(endpointId)?.subscriptionId ?? 'unknown';
  const state = readState(connection, states);
  return {
    nativeId: canonicalId(connection.id),
    exposureNativeId,
    consumer: {
      account,
      accountName: subscriptionNames.get(account),
      region: endpointLocation && toRegion(endpointLocation),
      endpointId: endpointId && canonicalId(endpointId),
    },
    nativeState: status,
    state,
    requestMessage:
      state === 'pending'
        ? connection.description || undefined
        : keptRequest(connection.description),
    facts: toFacts(
      {
        'Private endpoint': endpointId,
        [FACT_DESCRIPTION]: connection.description,
        'Connection name': connection.name,
        'Link identifier': connection.linkIdentifier,
        'Actions required': /^none$/i.test(connection.actionsRequired ?? '')
          ? undefined
          : connection.actionsRequired,
      },
      ['Private endpoint'],
    ),
  };
}

/** An endpoint that waits, or that was turned away, is that also while Azure is busy writing it down. */
function readState(
  { status, provisioningState }: LinkConnection,
  states: StateReader,
): ConnectionState {
  const said =
    states.read('private endpoint connection', status, connectionStates) ??
    'unknown';
  const provisioning = states.read<ConnectionState | undefined>(
    'private endpoint connection being provisioned',
    provisioningState,
    connectionProvisioning,
  );
  if (provisioning === 'removing') return 'removing';
  return said === 'connected' ? provisioning ?? said : said;
}

/** Once it is decided, the reason stands there, with the id behind it if a template had written one. */
function keptRequest(description: string | undefined): string | undefined {
  const id = requestIdIn(description);
  return id && toRequestMessage(id);
}

/** `West Europe` and `westeurope` are the same region. @internal */
export function toRegion(location: string): string {
  return location.replaceAll(' ', '').toLowerCase();
}
