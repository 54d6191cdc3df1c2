import type { PrivateEndpointConnection } from '@azure/arm-network';
import { toRecord, toText } from './answerValues';
import { parseResourceId } from './resourceIds';

/**
 * A private endpoint connection, of whatever resource: what Microsoft.Network, storage accounts, web apps and the others
 * send has this much in common.
 *
 * @internal
 */
export interface LinkConnection {
  /** Its full ARM id, as Azure spells it or as it follows from the resource's. */
  id: string;
  /** Name within the resource. */
  name: string;
  /** The private endpoint at the other end. */
  endpointId?: string;
  /** Region of that endpoint, where Azure says. */
  endpointLocation?: string;
  /** `Pending`, `Approved`, … */
  status: string;
  /** Free text: what the consumer asked with, then what was said when it was decided on. */
  description?: string;
  /** What the consumer has to do besides. */
  actionsRequired?: string;
  /** `Succeeded`, `Updating`, … */
  provisioningState: string;
  /** Tells connections apart in the PROXY protocol's header. */
  linkIdentifier?: string;
}

/**
 * A connection of a private link service as the SDK has it; `undefined` for an entry that nothing could refer to. Some
 * answers leave the id out: it follows from the service's id and the name.
 *
 * @internal
 */
export function fromSdkConnection(
  connection: PrivateEndpointConnection,
  serviceId: string,
): LinkConnection | undefined {
  const { id, name, privateLinkServiceConnectionState: state } = connection;
  const found = identify({ id, name }, serviceId);
  return (
    found && {
      ...found,
      endpointId: connection.privateEndpoint?.id,
      endpointLocation: connection.privateEndpointLocation,
      status: state?.status ?? '',
      description: state?.description,
      actionsRequired: state?.actionsRequired,
      provisioningState: connection.provisioningState ?? '',
      linkIdentifier: connection.linkIdentifier,
    }
  );
}

/**
 * A connection as it stands in an answer of any resource provider.
 *
 * @internal
 */
export function fromAnswer(
  answer: Readonly<Record<string, unknown>>,
  resourceId: string,
): LinkConnection | undefined {
  const properties = toRecord(answer.properties);
  const state = toRecord(properties.privateLinkServiceConnectionState);
  const found = identify(
    { id: toText(answer.id), name: toText(answer.name) },
    resourceId,
  );
  return (
    found && {
      ...found,
      endpointId: toText(toRecord(properties.privateEndpoint).id),
      endpointLocation: toText(properties.privateEndpointLocation),
      status: toText(state.status) ?? '',
      description: toText(state.description),
      // Microsoft.Storage has no s.
      actionsRequired: toText(state.actionsRequired ?? state.actionRequired),
      provisioningState: toText(properties.provisioningState) ?? '',
      linkIdentifier: toText(properties.linkIdentifier),
    }
  );
}

function identify(
  { id, name }: { id?: string; name?: string },
  resourceId: string,
): { id: string; name: string } | undefined {
  const known = parseResourceId(id)?.names.at(-1) ?? name;
  if (!known) return undefined;
  return {
    id: id ?? `${resourceId}/privateEndpointConnections/${known}`,
    name: known,
  };
}
