import { exposureReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import type { CallerAccess } from '../permissions/CallerAccess';
import { matchRequest, type RequestMatch } from './matchRequest';
import type { AskingConnection, RequestStore } from './RequestedChange';

/**
 * Recognises connections that wait by the request id of a change, for callers who may read the change.
 *
 * @internal
 */
export class RequestedChanges {
  readonly #store: RequestStore;

  private constructor(store: RequestStore) {
    this.#store = store;
  }

  static create(options: { store: RequestStore }): RequestedChanges {
    return new RequestedChanges(options.store);
  }

  /** The changes by the connections' ids. Asks the database only where one carries an id. */
  async of(
    connections: readonly AskingConnection[],
    access: CallerAccess,
  ): Promise<Map<string, RequestMatch>> {
    const asking = connections.filter(
      ({ requestId, connection }) =>
        requestId !== undefined && connection.state === 'pending',
    );
    const filter = access.filterFor(exposureReadPermission);
    if (asking.length === 0 || !filter) return new Map();
    const known = await this.#store.findRequests({
      requestIds: distinct(asking.flatMap(({ requestId }) => requestId ?? [])),
      accounts: distinct(
        asking.map(({ connection }) => connection.consumer.account),
      ),
      ...filter,
    });
    return new Map(
      asking.flatMap(one => {
        const match = matchRequest(one, known);
        return match ? [[one.connection.id, match]] : [];
      }),
    );
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
