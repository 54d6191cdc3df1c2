import { AccountDirectory } from './AccountDirectory';
import { AwsFault } from './AwsFault';
import { ConnectionNotifications } from './ConnectionNotifications';
import { EndpointInterfaces } from './EndpointInterfaces';
import { checkPrivateDns, findService, pickSubnets } from './endpointRules';
import { EndpointServices } from './EndpointServices';
import { Network } from './Network';
import { ScopedCollection } from './ScopedCollection';
import { SecurityGroups } from './SecurityGroups';
import {
  Endpoint,
  EndpointService,
  EndpointState,
  Scope,
  Tags,
  UnsuccessfulItem,
} from './types';
import { WorldContext } from './WorldContext';

/** The policy that an endpoint gets unless another is given. @public */
export const FULL_ACCESS_POLICY = JSON.stringify({
  Statement: [{ Action: '*', Effect: 'Allow', Principal: '*', Resource: '*' }],
});

/** A VPC endpoint as its consumer describes it. @public */
export interface EndpointInput {
  serviceName: string;
  /** Region of the service; default the endpoint's own. */
  serviceRegion?: string;
  vpcId: string;
  subnetIds?: string[];
  /** Default the VPC's default group. */
  securityGroupIds?: string[];
  privateDnsEnabled?: boolean;
  ipAddressType?: string;
  policyDocument?: string;
  tags?: Tags;
  /** The calling user's or role's ARN, for allowed principals that name it. */
  principalArn?: string;
  /** For seeds whose ids are written down elsewhere. */
  id?: string;
}

/** Endpoints whose state stands against deleting their service. */
const HOLDING_STATES: ReadonlySet<EndpointState> = new Set([
  'available',
  'pendingAcceptance',
  'pending',
  'partial',
]);

/**
 * Interface endpoints from the consumer's side; `Connections` has the view of
 * the provider.
 *
 * @public
 */
export class Endpoints {
  readonly endpoints = new ScopedCollection<Endpoint>();
  readonly #byService = new Map<string, Map<string, Endpoint>>();
  readonly #context: WorldContext;
  readonly #accounts: AccountDirectory;
  readonly #network: Network;
  readonly #securityGroups: SecurityGroups;
  readonly #services: EndpointServices;
  readonly #interfaces: EndpointInterfaces;
  readonly #notifications: ConnectionNotifications;

  constructor(
    context: WorldContext,
    parts: {
      accounts: AccountDirectory;
      network: Network;
      securityGroups: SecurityGroups;
      services: EndpointServices;
      notifications: ConnectionNotifications;
    },
  ) {
    this.#context = context;
    this.#accounts = parts.accounts;
    this.#network = parts.network;
    this.#securityGroups = parts.securityGroups;
    this.#services = parts.services;
    this.#notifications = parts.notifications;
    this.#interfaces = new EndpointInterfaces(parts.network);
  }

  /**
   * Creates an endpoint. A service that the caller may not see does not exist
   * for them (`InvalidServiceName`).
   */
  createEndpoint(scope: Scope, input: EndpointInput): Endpoint {
    const service = findService(this.#services, scope, input);
    const vpc = this.#network.getVpc(scope, input.vpcId);
    const subnets = pickSubnets(scope, service, {
      given: input.subnetIds?.map(id => this.#network.getSubnet(scope, id)),
      available: this.#network.subnetsOfVpc(scope, vpc.id),
    });
    const securityGroupIds = input.securityGroupIds ?? [
      this.#securityGroups.ensureDefaultGroup(scope, vpc.id).id,
    ];
    for (const id of securityGroupIds) {
      this.#securityGroups.getSecurityGroup(scope, id);
    }
    if (input.privateDnsEnabled) checkPrivateDns(service, vpc);
    const endpoint = this.insertEndpoint(scope, service, {
      ...input,
      subnetIds: subnets.map(subnet => subnet.id),
      zoneNames: subnets.map(subnet => subnet.zoneName),
      securityGroupIds,
      state: service.acceptanceRequired ? 'pendingAcceptance' : 'pending',
    });
    endpoint.networkInterfaceIds = subnets.map(
      subnet => this.#interfaces.create(endpoint, subnet).id,
    );
    this.#notifications.publish('Connect', endpoint);
    if (endpoint.state === 'pending') this.build(endpoint);
    return endpoint;
  }

  /**
   * Puts an endpoint into the world without any check or interface, in any
   * state: for seeds with tens of thousands.
   */
  insertEndpoint(
    scope: Scope,
    service: EndpointService,
    input: Pick<EndpointInput, 'vpcId' | 'privateDnsEnabled' | 'tags'> &
      Pick<EndpointInput, 'ipAddressType' | 'policyDocument' | 'id'> & {
        subnetIds: string[];
        zoneNames: string[];
        securityGroupIds: string[];
        state: EndpointState;
      },
  ): Endpoint {
    this.#accounts.ensureAccount(scope.accountId);
    const { ids } = this.#context;
    const endpoint = this.endpoints.add({
      ...this.#context.newRecord(
        scope,
        input.id ?? ids.resourceId('vpce'),
        input.tags,
      ),
      connectionId: ids.resourceId('vpce-con'),
      serviceId: service.id,
      serviceName: service.serviceName,
      provider: { accountId: service.accountId, region: service.region },
      vpcId: input.vpcId,
      subnetIds: input.subnetIds,
      securityGroupIds: input.securityGroupIds,
      networkInterfaceIds: [],
      zoneNames: input.zoneNames,
      ipAddressType: input.ipAddressType ?? 'ipv4',
      privateDnsEnabled: input.privateDnsEnabled ?? false,
      state: input.state,
      dnsLabel: ids.label(8),
      policyDocument: input.policyDocument ?? FULL_ACCESS_POLICY,
      connectionTags: {},
    });
    const siblings = this.#byService.get(service.id) ?? new Map();
    siblings.set(endpoint.id, endpoint);
    this.#byService.set(service.id, siblings);
    this.#context.announce('endpoint', endpoint.id, endpoint.state);
    return endpoint;
  }

  /** The endpoint; a foreign or unknown id is `InvalidVpcEndpointId.NotFound`. */
  getEndpoint(scope: Scope, endpointId: string): Endpoint {
    const endpoint = this.endpoints.getIn(scope, endpointId);
    if (!endpoint) {
      throw new AwsFault(
        'InvalidVpcEndpointId.NotFound',
        `The Vpc Endpoint Id '${endpointId}' does not exist`,
      );
    }
    return endpoint;
  }

  /** The endpoints of a service, oldest first. */
  endpointsOf(serviceId: string): Endpoint[] {
    return [...(this.#byService.get(serviceId)?.values() ?? [])];
  }

  /** Changes what the consumer may change. */
  modifyEndpoint(
    scope: Scope,
    endpointId: string,
    change: {
      privateDnsEnabled?: boolean;
      addSecurityGroupIds?: string[];
      removeSecurityGroupIds?: string[];
      addSubnetIds?: string[];
      removeSubnetIds?: string[];
      ipAddressType?: string;
      policyDocument?: string;
    },
  ): Endpoint {
    const endpoint = this.getEndpoint(scope, endpointId);
    const added = change.addSecurityGroupIds ?? [];
    for (const id of added) this.#securityGroups.getSecurityGroup(scope, id);
    if (change.privateDnsEnabled) {
      checkPrivateDns(
        this.#services.services.get(endpoint.serviceId),
        this.#network.getVpc(scope, endpoint.vpcId),
      );
    }
    this.#interfaces.changeSubnets(
      endpoint,
      this.#services.services.get(endpoint.serviceId),
      change,
    );
    endpoint.privateDnsEnabled =
      change.privateDnsEnabled ?? endpoint.privateDnsEnabled;
    endpoint.ipAddressType = change.ipAddressType ?? endpoint.ipAddressType;
    endpoint.policyDocument = change.policyDocument ?? endpoint.policyDocument;
    endpoint.securityGroupIds = [
      ...new Set([...endpoint.securityGroupIds, ...added]),
    ].filter(id => !change.removeSecurityGroupIds?.includes(id));
    return endpoint;
  }

  /** Deletes endpoints; those that could not be deleted are in the answer. */
  deleteEndpoints(scope: Scope, endpointIds: string[]): UnsuccessfulItem[] {
    return endpointIds.flatMap(resourceId => {
      const endpoint = this.endpoints.getIn(scope, resourceId);
      if (!endpoint || endpoint.state === 'deleted') {
        return {
          resourceId,
          code: 'InvalidVpcEndpoint.NotFound',
          message: `The Vpc Endpoint Id '${resourceId}' does not exist`,
        };
      }
      this.#tearDown(endpoint);
      return [];
    });
  }

  /** Deletes a service unless connections hold it. */
  deleteServices(scope: Scope, serviceIds: string[]): UnsuccessfulItem[] {
    return serviceIds.flatMap(resourceId => {
      const service = this.#services.services.getIn(scope, resourceId);
      if (!service) {
        return {
          resourceId,
          code: 'InvalidVpcEndpointService.NotFound',
          message: `The VpcEndpointService Id '${resourceId}' does not exist`,
        };
      }
      const isHeld = this.endpointsOf(resourceId).some(({ state }) =>
        HOLDING_STATES.has(state),
      );
      if (isHeld) {
        return {
          resourceId,
          code: 'ExistingVpcEndpointConnections',
          message: `Service ${resourceId} has existing active VPC Endpoint connections!`,
        };
      }
      this.#services.remove(service);
      return [];
    });
  }

  /** Lets an accepted endpoint come up. */
  build(endpoint: Endpoint): void {
    this.setState(endpoint, 'pending');
    this.#context.clock.schedule(
      this.#context.timings.endpointAvailable,
      () => {
        if (endpoint.state === 'pending') this.setState(endpoint, 'available');
      },
    );
  }

  /** Sets the state, which provider and consumer share. */
  setState(endpoint: Endpoint, state: EndpointState): void {
    endpoint.state = state;
    this.#context.announce('endpoint', endpoint.id, state);
  }

  /** Removes an endpoint and its interfaces without the wait. */
  removeNow(endpoint: Endpoint): void {
    this.#interfaces.removeAll(endpoint);
    this.endpoints.remove(endpoint.id);
    this.#byService.get(endpoint.serviceId)?.delete(endpoint.id);
    this.setState(endpoint, 'deleted');
  }

  #tearDown(endpoint: Endpoint): void {
    this.setState(endpoint, 'deleting');
    this.#notifications.publish('Delete', endpoint);
    this.#context.clock.schedule(this.#context.timings.endpointDeleted, () => {
      this.removeNow(endpoint);
    });
  }
}
