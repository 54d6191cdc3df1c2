import {
  FirewallPolicy,
  FrontDoorPart,
  FrontDoorPartKind,
  FrontDoorProfile,
  lastName,
} from '../../azureWorld';

/** A Front Door as its provider shows it. @internal */
export function presentProfile(profile: FrontDoorProfile) {
  const { name, id, type, tags, sku, frontDoorId } = profile;
  return {
    name,
    id,
    type,
    tags,
    location: 'Global',
    sku: { name: sku },
    kind: 'frontdoor',
    properties: {
      originResponseTimeoutSeconds: 60,
      logScrubbing: { state: 'Disabled', scrubbingRules: [] },
      frontDoorId,
      provisioningState: profile.provisioningState,
      resourceState: 'Active',
    },
  };
}

const TYPES: Record<FrontDoorPartKind, string> = {
  afdEndpoints: 'afdendpoints',
  originGroups: 'origingroups',
  origins: 'origingroups/origins',
  routes: 'afdendpoints/routes',
  securityPolicies: 'securitypolicies',
  customDomains: 'customdomains',
};

function originProperties({ parentId, privateLink: link }: FrontDoorPart) {
  return {
    originGroupName: lastName(parentId),
    sharedPrivateLinkResource: link
      ? {
          privateLink: { id: link.targetId },
          privateLinkLocation: link.location,
          groupId: link.groupId || null,
          requestMessage: link.requestMessage,
          status: link.endpoint?.connection.status ?? 'Pending',
        }
      : null,
  };
}

/** A part of a Front Door as its provider shows it. @internal */
export function presentPart(part: FrontDoorPart) {
  const { id, name, kind, profileId } = part;
  const isEndpoint = kind === 'afdEndpoints';
  return {
    id,
    type: `Microsoft.Cdn/profiles/${TYPES[kind]}`,
    name,
    ...(isEndpoint && { location: 'Global', tags: {} }),
    properties: {
      ...part.properties,
      ...(kind === 'origins' && originProperties(part)),
      ...(kind === 'customDomains' && { profileName: lastName(profileId) }),
      provisioningState: 'Succeeded',
      deploymentStatus: 'NotStarted',
    },
  };
}

/**
 * A firewall policy as its provider shows it.
 *
 * @param securityPolicies - the parts of Front Doors that use it
 * @internal
 */
export function presentFirewallPolicy(
  policy: FirewallPolicy,
  securityPolicies: FrontDoorPart[],
) {
  const type = policy.type.replace(
    'frontDoorWebApplicationFirewallPolicies',
    'frontdoorwebapplicationfirewallpolicies',
  );
  return {
    name: policy.name,
    id: policy.id,
    type,
    tags: policy.tags,
    location: 'Global',
    sku: { name: policy.sku },
    etag: policy.etag,
    properties: {
      resourceState: 'Enabled',
      provisioningState: policy.provisioningState,
      policySettings: policy.policySettings,
      customRules: { rules: policy.customRules },
      managedRules: { managedRuleSets: policy.managedRuleSets },
      frontendEndpointLinks: [],
      securityPolicyLinks: securityPolicies.map(({ id }) => ({ id })),
    },
  };
}
