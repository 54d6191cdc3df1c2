import { ConnectionNotifications } from './ConnectionNotifications';
import { Endpoints } from './Endpoints';
import { EndpointServices } from './EndpointServices';
import { Endpoint, EndpointState, Scope, UnsuccessfulItem } from './types';

/**
 * States in which the provider can accept. Whether AWS takes a rejected
 * connection back is not documented; the sandbox does.
 */
const ACCEPTABLE: ReadonlySet<EndpointState> = new Set([
  'pendingAcceptance',
  'rejected',
]);

const REJECTABLE: ReadonlySet<EndpointState> = new Set([
  'pendingAcceptance',
  'pending',
  'available',
  'partial',
]);

/**
 * Endpoint connections: the provider's view of the endpoints.
 *
 * @public
 */
export class Connections {
  readonly #services: EndpointServices;
  readonly #endpoints: Endpoints;
  readonly #notifications: ConnectionNotifications;

  constructor(parts: {
    services: EndpointServices;
    endpoints: Endpoints;
    notifications: ConnectionNotifications;
  }) {
    this.#services = parts.services;
    this.#endpoints = parts.endpoints;
    this.#notifications = parts.notifications;
  }

  /** All connections of a provider's account and region, oldest first. */
  listConnections(scope: Scope): Endpoint[] {
    return this.#services.services
      .list(scope)
      .flatMap(service => this.#endpoints.endpointsOf(service.id))
      .sort((left, right) => left.sequence - right.sequence);
  }

  /** Accepts connections; those that could not be are in the answer. */
  accept(
    scope: Scope,
    serviceId: string,
    endpointIds: string[],
  ): UnsuccessfulItem[] {
    return this.#decide(scope, serviceId, endpointIds, endpoint => {
      if (!ACCEPTABLE.has(endpoint.state)) return false;
      this.#endpoints.build(endpoint);
      this.#notifications.publish('Accept', endpoint);
      return true;
    });
  }

  /** Rejects connections, up ones included; failures are in the answer. */
  reject(
    scope: Scope,
    serviceId: string,
    endpointIds: string[],
  ): UnsuccessfulItem[] {
    return this.#decide(scope, serviceId, endpointIds, endpoint => {
      if (!REJECTABLE.has(endpoint.state)) return false;
      this.#endpoints.setState(endpoint, 'rejected');
      this.#notifications.publish('Reject', endpoint);
      return true;
    });
  }

  #decide(
    scope: Scope,
    serviceId: string,
    endpointIds: string[],
    apply: (endpoint: Endpoint) => boolean,
  ): UnsuccessfulItem[] {
    this.#services.getEndpointService(scope, serviceId);
    return endpointIds.flatMap(resourceId => {
      const endpoint = this.#endpoints.endpoints.get(resourceId);
      if (!endpoint || endpoint.serviceId !== serviceId) {
        return {
          resourceId,
          code: 'InvalidVpcEndpoint.NotFound',
          message: `The Vpc Endpoint Id '${resourceId}' does not exist`,
        };
      }
      if (apply(endpoint)) return [];
      return {
        resourceId,
        code: 'InvalidState',
        message: `The VPC endpoint ${resourceId} is in the state '${endpoint.state}', which does not allow this operation`,
      };
    });
  }
}
