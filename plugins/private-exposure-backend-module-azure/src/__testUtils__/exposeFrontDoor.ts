import type { ArmProperties, FrontDoorPart, FrontDoorProfile } from 'sandbox';
import { PLACE, type Wire } from './startWire';

/** What a test wants to be different from a Front Door that works. */
export interface ExposeFrontDoorOptions {
  sku?: FrontDoorProfile['sku'];
  /** The private way in of its origin; without one the origin is public. */
  link?: { targetId: string; groupId?: string; requestMessage: string };
  /** Laid over the origin's properties. */
  origin?: ArmProperties;
  /** Laid over the properties of its route. */
  route?: ArmProperties;
  /** A name of its own that its route serves besides. */
  customDomain?: string;
  /** Of the firewall, which is put before the endpoint alone; `false`: none at all. */
  firewallMode?: 'Prevention' | 'Detection' | false;
  tags?: Record<string, string>;
}

/** A Front Door with one endpoint, its route, one origin and a firewall; it has asked for its private endpoint. */
export function exposeFrontDoor(
  { sandbox }: Pick<Wire, 'sandbox'>,
  name: string,
  options: ExposeFrontDoorOptions = {},
): FrontDoorProfile {
  const { frontDoors, timings } = sandbox.azure;
  const profile = frontDoors.putProfile({
    ...PLACE,
    location: 'global',
    name,
    tags: options.tags,
    sku: options.sku ?? 'Premium_AzureFrontDoor',
  });
  const endpoint = frontDoors.putPart({
    parentId: profile.id,
    kind: 'afdEndpoints',
    name,
    properties: {},
  });
  const group = frontDoors.putPart({
    parentId: profile.id,
    kind: 'originGroups',
    name: 'origins',
    properties: {},
  });
  const origin = frontDoors.putPart({
    parentId: group.id,
    kind: 'origins',
    name: 'one',
    properties: {
      hostName: `${name}.acme.example`,
      originHostHeader: `${name}.acme.example`,
      ...options.origin,
    },
  });
  if (options.link) {
    frontDoors.linkOrigin(origin, {
      groupId: '',
      ...options.link,
      location: PLACE.location,
    });
  }
  addRoute({ sandbox }, { endpoint, group, options });
  if (options.firewallMode !== false) {
    protect({ sandbox }, endpoint, options.firewallMode ?? 'Prevention');
  }
  sandbox.clock.advance(timings.frontDoorPrivateLink);
  return profile;
}

function addRoute(
  { sandbox }: Pick<Wire, 'sandbox'>,
  parts: {
    endpoint: FrontDoorPart;
    group: FrontDoorPart;
    options: ExposeFrontDoorOptions;
  },
): void {
  const { frontDoors } = sandbox.azure;
  const { customDomain: hostName, route } = parts.options;
  const domain =
    hostName &&
    frontDoors.putPart({
      parentId: parts.endpoint.profileId,
      kind: 'customDomains',
      name: hostName.replaceAll('.', '-'),
      properties: { hostName },
    });
  frontDoors.putPart({
    parentId: parts.endpoint.id,
    kind: 'routes',
    name: 'all',
    properties: {
      originGroup: { id: parts.group.id },
      customDomains: domain ? [{ id: domain.id, isActive: true }] : [],
      linkToDefaultDomain: 'Enabled',
      ...route,
    },
  });
}

function protect(
  { sandbox }: Pick<Wire, 'sandbox'>,
  endpoint: FrontDoorPart,
  mode: string,
): void {
  const { frontDoors, firewallPolicies } = sandbox.azure;
  const policy = firewallPolicies.putPolicy({
    ...PLACE,
    name: `${endpoint.name}waf`,
    sku: 'Premium_AzureFrontDoor',
    policySettings: { mode },
  });
  frontDoors.putPart({
    parentId: endpoint.profileId,
    kind: 'securityPolicies',
    name: 'waf',
    properties: {
      parameters: {
        type: 'WebApplicationFirewall',
        wafPolicy: { id: policy.id },
        associations: [
          { domains: [{ id: endpoint.id }], patternsToMatch: ['/*'] },
        ],
      },
    },
  });
}
