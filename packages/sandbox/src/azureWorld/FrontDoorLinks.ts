import { armKey } from './armIds';
import { AzureDirectory } from './AzureDirectory';
import { AzureNetworks } from './AzureNetworks';
import { AzureWorldContext } from './AzureWorldContext';
import { LinkTargets } from './LinkTargets';
import { PrivateEndpoints } from './PrivateEndpoints';
import { PrivateLinkServices } from './PrivateLinkServices';
import { invalidReference } from './resourceNotFound';
import { OriginPrivateLink, PrivateEndpoint } from './types';

/** The subscription of Microsoft's in which Front Door's private endpoints are. @public */
export const frontDoorSubscription = {
  tenantId: '00000000-0000-4000-8000-00000000f001',
  subscriptionId: '00000000-0000-4000-8000-00000000f002',
} as const;

/**
 * Front Door's private endpoints: in a subscription of Microsoft's, where no
 * owner of a service can look.
 *
 * @internal
 */
export class FrontDoorLinks {
  readonly #context: AzureWorldContext;
  readonly #directory: AzureDirectory;
  readonly #networks: AzureNetworks;
  readonly #endpoints: PrivateEndpoints;
  readonly #services: PrivateLinkServices;
  readonly #targets: LinkTargets;

  constructor(
    context: AzureWorldContext,
    parts: {
      directory: AzureDirectory;
      networks: AzureNetworks;
      endpoints: PrivateEndpoints;
      services: PrivateLinkServices;
      targets: LinkTargets;
    },
  ) {
    this.#context = context;
    this.#directory = parts.directory;
    this.#networks = parts.networks;
    this.#endpoints = parts.endpoints;
    this.#services = parts.services;
    this.#targets = parts.targets;
  }

  /** Whether two origins can share a private endpoint. */
  isSame(
    left: OriginPrivateLink | undefined,
    right: OriginPrivateLink | undefined,
  ): boolean {
    if (!left || !right) return left === right;
    return (
      armKey(left.targetId) === armKey(right.targetId) &&
      left.location === right.location &&
      left.groupId === right.groupId
    );
  }

  /** Says that a target exists; another is a fault. */
  requireTarget(targetId: string, originId: string): void {
    const target =
      this.#services.services.get(targetId) ??
      this.#targets.targets.get(targetId);
    if (!target) throw invalidReference(targetId, originId);
  }

  /**
   * Asks for a private endpoint after Front Door's while, for all of a profile's
   * origins that can share it.
   *
   * @param listLinks - the profile's origins that there are then
   */
  request(link: OriginPrivateLink, listLinks: () => OriginPrivateLink[]): void {
    const { clock, timings } = this.#context;
    clock.schedule(timings.frontDoorPrivateLink, () => {
      const waiting = listLinks().filter(
        one => !one.endpoint && this.isSame(one, link),
      );
      const [first] = waiting;
      if (!first || !this.#isThere(first.targetId)) return;
      const endpoint = this.#create(first);
      for (const one of waiting) one.endpoint = endpoint;
    });
  }

  /** Removes a private endpoint that no origin uses any more. */
  remove(endpoint: PrivateEndpoint): void {
    if (this.#endpoints.endpoints.get(endpoint.id)) {
      this.#endpoints.deleteEndpoint(endpoint.id);
    }
  }

  #isThere(targetId: string): boolean {
    return (
      this.#services.services.get(targetId) !== undefined ||
      this.#targets.targets.get(targetId) !== undefined
    );
  }

  #create(link: OriginPrivateLink): PrivateEndpoint {
    const { tenantId, subscriptionId } = frontDoorSubscription;
    if (!this.#directory.findSubscription(subscriptionId)) {
      this.#directory.addTenant({ tenantId, name: 'Microsoft' });
      this.#directory.addSubscription({
        ...{ tenantId, subscriptionId, name: 'Azure Front Door' },
        isMicrosoftOwned: true,
      });
    }
    const { location } = link;
    const resourceGroup = `eafd-Prod-${location}`;
    this.#directory.ensureGroup(subscriptionId, resourceGroup, location);
    const place = { subscriptionId, resourceGroup, location };
    const network = this.#networks.putVirtualNetwork({
      ...place,
      name: 'private-origins',
      addressPrefixes: ['10.0.0.0/8'],
      subnets: [{ name: 'default', addressPrefix: '10.0.0.0/8' }],
    });
    return this.#endpoints.createEndpoint(
      {
        ...place,
        name: this.#context.ids.guid(),
        subnetId: `${network.id}/subnets/default`,
        target: link.targetId,
        isManual: true,
        groupIds: link.groupId ? [link.groupId] : [],
        requestMessage: link.requestMessage,
      },
      // Whoever set the origin up could see the target, else they had no id.
      { canRead: () => true, canApprove: () => false },
    );
  }
}
