import { ArmCollection } from './ArmCollection';
import { armId, armKey, tryParseArmId } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureNetworks } from './AzureNetworks';
import { AzureWorldContext, NewResource } from './AzureWorldContext';
import { LinkTargets } from './LinkTargets';
import { PrivateEndpointConnections } from './PrivateEndpointConnections';
import { PrivateLinkServices } from './PrivateLinkServices';
import { invalidReference, resourceNotFound } from './resourceNotFound';
import { LinkTarget, PrivateEndpoint, PrivateLinkService } from './types';

/** A private endpoint as a request describes it. @public */
export interface PrivateEndpointInput extends NewResource {
  subnetId: string;
  /** The id of a resource, or the alias of a private link service. */
  target: string;
  /** Default the endpoint's name. */
  connectionName?: string;
  /** Whether approval is asked for; else the caller must be allowed to approve. */
  isManual: boolean;
  groupIds?: string[];
  /** What the target's owner reads; at most 140 characters. */
  requestMessage?: string;
  /** Default an address that is free. */
  privateIPAddress?: string;
  customNetworkInterfaceName?: string;
}

/** What the caller may do at a target, by its roles. @public */
export interface TargetRights {
  canRead(targetId: string): boolean;
  canApprove(targetId: string): boolean;
}

const TYPE = 'Microsoft.Network/privateEndpoints';
const LONGEST_MESSAGE = 140;
const NO_RIGHTS: TargetRights = {
  canRead: () => false,
  canApprove: () => false,
};

/**
 * Private endpoints: the consumers' side of the connections.
 *
 * @public
 */
export class PrivateEndpoints {
  readonly endpoints = new ArmCollection<PrivateEndpoint>();
  readonly #context: AzureWorldContext;
  readonly #networks: AzureNetworks;
  readonly #services: PrivateLinkServices;
  readonly #targets: LinkTargets;
  readonly #connections: PrivateEndpointConnections;

  constructor(
    context: AzureWorldContext,
    parts: {
      networks: AzureNetworks;
      services: PrivateLinkServices;
      targets: LinkTargets;
      connections: PrivateEndpointConnections;
    },
  ) {
    this.#context = context;
    this.#networks = parts.networks;
    this.#services = parts.services;
    this.#targets = parts.targets;
    this.#connections = parts.connections;
  }

  /**
   * Makes a private endpoint. It is approved at once where the target approves
   * its subscription by itself, or where the caller may; else it waits.
   *
   * @throws AzureFault for a target that the caller cannot see, and for a
   * connection that asks for no approval without a right to it.
   */
  createEndpoint(
    input: PrivateEndpointInput,
    rights: TargetRights = NO_RIGHTS,
  ): PrivateEndpoint {
    const id = armId(TYPE, input);
    const target = this.#findTarget(id, input, rights);
    const status = statusOf(target, input, rights);
    requireShortMessage(id, input);
    const subnet = this.#requireSubnet(id, input);
    const record = this.#context.newRecord(TYPE, input);
    const privateIPAddress = this.#networks.takeAddress(
      subnet,
      id,
      input.privateIPAddress,
    );
    const custom = input.customNetworkInterfaceName ?? '';
    const nic = this.#networks.addNetworkInterface({
      ...input,
      tags: undefined,
      name: custom || `${input.name}.nic.${this.#context.ids.guid()}`,
      privateEndpointId: id,
      ipConfigurations: [
        {
          name: `privateEndpointIpConfig.${this.#context.ids.guid()}`,
          privateIPAddress,
          allocation: input.privateIPAddress ? 'Static' : 'Dynamic',
          subnetId: subnet.id,
          primary: true,
        },
      ],
    });
    const connection = this.#connections.open({
      targetId: target.id,
      privateEndpointId: id,
      privateEndpointName: input.name,
      privateEndpointLocation: input.location,
      status,
      description:
        status === 'Approved' ? 'Auto Approved' : input.requestMessage ?? '',
    });
    return this.endpoints.add({
      ...record,
      subnetId: subnet.id,
      privateIPAddress,
      networkInterfaceId: nic.id,
      customNetworkInterfaceName: custom,
      connectionName: input.connectionName ?? input.name,
      isManual: input.isManual,
      requestedTarget: input.target,
      groupIds: input.groupIds ?? [],
      requestMessage: input.requestMessage ?? '',
      connection,
    });
  }

  /** The private endpoint; an unknown id is `ResourceNotFound`. */
  getEndpoint(id: string): PrivateEndpoint {
    const endpoint = this.endpoints.get(id);
    if (!endpoint) throw resourceNotFound(id);
    return endpoint;
  }

  /** Removes a private endpoint, and with it its connection at the target. */
  deleteEndpoint(id: string): void {
    const endpoint = this.getEndpoint(id);
    this.#connections.forget(endpoint.connection);
    this.#networks.releaseAddress(endpoint.subnetId, endpoint.privateIPAddress);
    this.#networks.removeNetworkInterface(endpoint.networkInterfaceId);
    this.endpoints.remove(id);
  }

  #findTarget(
    id: string,
    input: PrivateEndpointInput,
    rights: TargetRights,
  ): PrivateLinkService | LinkTarget {
    const isId = tryParseArmId(input.target) !== undefined;
    const service = isId
      ? this.#services.services.get(input.target)
      : this.#services.findByAlias(input.target);
    const target = service ?? this.#targets.targets.get(input.target);
    // Azure does not tell those who may not see a service that it exists.
    const isVisible =
      !service ||
      isListed(service.visibility, input.subscriptionId) ||
      rights.canRead(service.id);
    if (!target || !isVisible) throw invalidReference(input.target, id);
    return target;
  }

  #requireSubnet(id: string, input: PrivateEndpointInput) {
    const subnet = this.#networks.findSubnet(input.subnetId);
    if (!subnet) throw invalidReference(input.subnetId, id);
    return subnet;
  }
}

/** Whether a list of subscriptions has one of them, or `*`. @internal */
export function isListed(list: string[], subscriptionId: string): boolean {
  return list.some(
    one => one === '*' || armKey(one) === armKey(subscriptionId),
  );
}

function statusOf(
  target: PrivateLinkService | LinkTarget,
  input: PrivateEndpointInput,
  rights: TargetRights,
): 'Approved' | 'Pending' {
  const listed = 'autoApproval' in target ? target.autoApproval : [];
  if (isListed(listed, input.subscriptionId)) return 'Approved';
  if (input.isManual) return 'Pending';
  if (rights.canApprove(target.id)) return 'Approved';
  throw new AzureFault(
    'LinkedAuthorizationFailed',
    `The client has permission to perform action '${TYPE}/write' on scope '${armId(
      TYPE,
      input,
    )}'; however, it does not have permission to perform action(s) 'PrivateEndpointConnectionsApproval/action' on the linked scope(s) '${
      target.id
    }' (respectively) or the linked scope(s) are invalid.`,
    { status: 403 },
  );
}

function requireShortMessage(id: string, input: PrivateEndpointInput): void {
  const { length } = input.requestMessage ?? '';
  if (length <= LONGEST_MESSAGE) return;
  throw new AzureFault(
    'RequestMessageTooLong',
    `The request message of private endpoint ${id} has ${length} characters; it may have ${LONGEST_MESSAGE}.`,
    { details: [] },
  );
}
