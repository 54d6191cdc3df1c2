import { armKey } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureWorldContext } from './AzureWorldContext';
import { ConnectionStatus, PrivateEndpointConnection } from './types';

/** A new connection. @public */
export interface ConnectionInput {
  targetId: string;
  privateEndpointId: string;
  privateEndpointName: string;
  privateEndpointLocation: string;
  status: ConnectionStatus;
  description: string;
}

/**
 * Private endpoint connections: how the owner of a private link service, or of
 * another resource, sees the private endpoints at it.
 *
 * @public
 */
export class PrivateEndpointConnections {
  readonly #context: AzureWorldContext;
  readonly #byTarget = new Map<
    string,
    Map<string, PrivateEndpointConnection>
  >();

  constructor(context: AzureWorldContext) {
    this.#context = context;
  }

  /** Adds a connection. Azure names it after the endpoint and a GUID. */
  open(input: ConnectionInput): PrivateEndpointConnection {
    const { privateEndpointName, ...rest } = input;
    const name = `${privateEndpointName}.${this.#context.ids.guid()}`;
    const age = this.#context.newAge();
    const connection: PrivateEndpointConnection = {
      ...rest,
      ...age,
      id: `${input.targetId}/privateEndpointConnections/${name}`,
      name,
      etag: this.#context.newEtag(),
      // Azure's are numbers of nine digits; that they differ is what matters.
      linkIdentifier: String(536_870_912 + age.sequence),
      actionsRequired: 'None',
      provisioningState: 'Succeeded',
    };
    const key = armKey(input.targetId);
    const known = this.#byTarget.get(key) ?? new Map();
    known.set(armKey(name), connection);
    this.#byTarget.set(key, known);
    return connection;
  }

  /** The connections at a resource, oldest first. */
  listOf(targetId: string): PrivateEndpointConnection[] {
    return [...(this.#byTarget.get(armKey(targetId))?.values() ?? [])];
  }

  /** The connection of a resource with this name. */
  find(targetId: string, name: string): PrivateEndpointConnection | undefined {
    return this.#byTarget.get(armKey(targetId))?.get(armKey(name));
  }

  /**
   * Approves or rejects a connection. Azure documents neither way between the
   * two; the sandbox takes both.
   *
   * @throws AzureFault for a connection that its endpoint has left.
   */
  decide(
    connection: PrivateEndpointConnection,
    decision: { status: 'Approved' | 'Rejected'; description?: string },
  ): void {
    if (connection.status === 'Disconnected') {
      throw new AzureFault(
        'PrivateEndpointConnectionIsDisconnected',
        `Private endpoint connection ${connection.id} is disconnected and cannot be changed.`,
        { details: [] },
      );
    }
    this.setState(connection, decision);
  }

  /** Puts a connection into a state, one that no rule leads to as well. */
  setState(
    connection: PrivateEndpointConnection,
    state: { status: string; description?: string },
  ): void {
    connection.status = state.status;
    connection.description = state.description ?? connection.description;
    connection.etag = this.#context.newEtag();
  }

  /**
   * Removes a connection as its target's owner does: the endpoint stays, is
   * disconnected, and never comes back.
   */
  remove(connection: PrivateEndpointConnection): void {
    this.forget(connection);
    this.setState(connection, { status: 'Disconnected' });
  }

  /** Removes a connection whose endpoint is gone. */
  forget(connection: PrivateEndpointConnection): void {
    this.#byTarget
      .get(armKey(connection.targetId))
      ?.delete(armKey(connection.name));
  }
}
