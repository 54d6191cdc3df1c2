import type { ArmProperties, FrontDoorPart, FrontDoorProfile } from 'sandbox';
import { PLACE, type Wire } from './startWire';

/** What a test wants to be different from a Front Door that works. */
export interface ExposeFrontDoorOptions {
  sku?: FrontDoorProfile['sku'];
  /** The private way in of its origin; without one the origin is public. */
  link?: { targetId: string; groupId?: string; requestMessage: string };
  /** Laid over the origin's properties. */
  origin?: ArmProperties;
  /** Of the firewall; `false`: none at all. */
  firewallMode?: 'Prevention' | 'Detection' | false;
  tags?: Record<string, string>;
}

/** A Front Door with one endpoint, one origin and a firewall; it has asked for its private endpoint. */
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
  if (options.firewallMode !== false) {
    protect({ sandbox }, endpoint, options.firewallMode ?? 'Prevention');
  }
  sandbox.clock.advance(timings.frontDoorPrivateLink);
  return profile;
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
