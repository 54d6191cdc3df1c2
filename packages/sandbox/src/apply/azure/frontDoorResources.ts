import { ArmProperties } from '../../azureWorld';
import {
  Args,
  blocks,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from '../resources/args';
import { ResourceHandler } from '../resources/ResourceHandler';
import { azurePlace } from './azurePlace';
import { firewallPolicyResource } from './firewallPolicyResource';
import { createPartResource } from './frontDoorPartResource';

const PREFIX = 'azurerm_cdn_frontdoor_';

const references = (ids: string[]) => ids.map(id => ({ id }));

/** Azure's word for a switch, left out where Terraform leaves it to Azure. */
function state(args: Args, name: string, property: string): ArmProperties {
  const isOn = optionalBoolean(args, name);
  return isOn === undefined
    ? {}
    : { [property]: isOn ? 'Enabled' : 'Disabled' };
}

function given(args: Args, names: Record<string, string>): ArmProperties {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, property]) => {
      const value = args[name] ?? undefined;
      return value === undefined ? [] : [[property, value]];
    }),
  );
}

const profile: ResourceHandler = {
  create(args, context) {
    const { id, frontDoorId } = context.azure.frontDoors.putProfile({
      ...azurePlace(args, context),
      location: 'global',
      sku:
        args.sku_name === 'Premium_AzureFrontDoor'
          ? 'Premium_AzureFrontDoor'
          : 'Standard_AzureFrontDoor',
      tags: stringMap(args, 'tags'),
    });
    return { ...args, id, resource_guid: frontDoorId };
  },
  read({ attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    return azure.frontDoors.profiles.get(id) && attributes;
  },
  update({ args: before, attributes }, args, { azure }) {
    const withoutTags = (all: Args) => JSON.stringify({ ...all, tags: null });
    if (withoutTags(before) !== withoutTags(args)) return undefined;
    const id = requiredString(attributes, 'id');
    azure.frontDoors.getProfile(id).tags = stringMap(args, 'tags');
    return { ...attributes, ...args };
  },
  destroy({ attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    if (azure.frontDoors.profiles.get(id)) azure.frontDoors.deleteProfile(id);
  },
};

const endpoint = createPartResource({
  kind: 'afdEndpoints',
  parent: 'cdn_frontdoor_profile_id',
  read: args => state(args, 'enabled', 'enabledState'),
  attributes: part => ({ host_name: String(part.properties.hostName) }),
});

const originGroup = createPartResource({
  kind: 'originGroups',
  parent: 'cdn_frontdoor_profile_id',
  read(args) {
    const [probe] = blocks(args, 'health_probe');
    const [balancing] = blocks(args, 'load_balancing');
    return {
      ...state(args, 'session_affinity_enabled', 'sessionAffinityState'),
      ...(probe && {
        healthProbeSettings: given(probe, {
          path: 'probePath',
          request_type: 'probeRequestType',
          protocol: 'probeProtocol',
          interval_in_seconds: 'probeIntervalInSeconds',
        }),
      }),
      ...(balancing && {
        loadBalancingSettings: given(balancing, {
          sample_size: 'sampleSize',
          successful_samples_required: 'successfulSamplesRequired',
          additional_latency_in_milliseconds: 'additionalLatencyInMilliseconds',
        }),
      }),
    };
  },
});

const origin = createPartResource({
  kind: 'origins',
  parent: 'cdn_frontdoor_origin_group_id',
  read: args => ({
    ...given(args, {
      host_name: 'hostName',
      http_port: 'httpPort',
      https_port: 'httpsPort',
      origin_host_header: 'originHostHeader',
      priority: 'priority',
      weight: 'weight',
      certificate_name_check_enabled: 'enforceCertificateNameCheck',
    }),
    ...state(args, 'enabled', 'enabledState'),
  }),
  readPrivateLink(args) {
    const [link] = blocks(args, 'private_link');
    return (
      link && {
        targetId: requiredString(link, 'private_link_target_id'),
        location: requiredString(link, 'location'),
        groupId: optionalString(link, 'target_type') ?? '',
        requestMessage:
          optionalString(link, 'request_message') ??
          'Access request for CDN FrontDoor Private Link Origin',
      }
    );
  },
});

const route = createPartResource({
  kind: 'routes',
  parent: 'cdn_frontdoor_endpoint_id',
  read: args => ({
    originGroup: { id: requiredString(args, 'cdn_frontdoor_origin_group_id') },
    customDomains: references(
      stringList(args, 'cdn_frontdoor_custom_domain_ids'),
    ).map(one => ({ ...one, isActive: true })),
    patternsToMatch: stringList(args, 'patterns_to_match'),
    supportedProtocols: stringList(args, 'supported_protocols'),
    ...given(args, { forwarding_protocol: 'forwardingProtocol' }),
    ...state(args, 'link_to_default_domain', 'linkToDefaultDomain'),
    ...state(args, 'https_redirect_enabled', 'httpsRedirect'),
    ...state(args, 'enabled', 'enabledState'),
  }),
});

const customDomain = createPartResource({
  kind: 'customDomains',
  parent: 'cdn_frontdoor_profile_id',
  read(args) {
    const [tls] = blocks(args, 'tls');
    const secret = tls && optionalString(tls, 'cdn_frontdoor_secret_id');
    return {
      hostName: requiredString(args, 'host_name'),
      tlsSettings: {
        certificateType: 'ManagedCertificate',
        minimumTlsVersion: 'TLS12',
        ...(tls && given(tls, { certificate_type: 'certificateType' })),
        ...(secret && { secret: { id: secret } }),
      },
    };
  },
});

const securityPolicy = createPartResource({
  kind: 'securityPolicies',
  parent: 'cdn_frontdoor_profile_id',
  read(args) {
    const [policies = {}] = blocks(args, 'security_policies');
    const [firewall = {}] = blocks(policies, 'firewall');
    return {
      parameters: {
        type: 'WebApplicationFirewall',
        wafPolicy: {
          id: requiredString(firewall, 'cdn_frontdoor_firewall_policy_id'),
        },
        associations: blocks(firewall, 'association').map(association => ({
          domains: blocks(association, 'domain').map(domain => ({
            id: requiredString(domain, 'cdn_frontdoor_domain_id'),
            isActive: true,
          })),
          patternsToMatch: stringList(association, 'patterns_to_match'),
        })),
      },
    };
  },
});

/** A certificate in a key vault, which the sandbox has not: only its id is known. */
const secret: ResourceHandler = {
  create(args) {
    const parent = requiredString(args, 'cdn_frontdoor_profile_id');
    const id = `${parent}/secrets/${requiredString(args, 'name')}`;
    return { ...args, id };
  },
  read: ({ attributes }) => attributes,
  destroy() {},
};

/**
 * The resources of Front Door, by their Terraform type.
 * @internal
 */
export const frontDoorResources: Readonly<Record<string, ResourceHandler>> = {
  [`${PREFIX}profile`]: profile,
  [`${PREFIX}endpoint`]: endpoint,
  [`${PREFIX}origin_group`]: originGroup,
  [`${PREFIX}origin`]: origin,
  [`${PREFIX}route`]: route,
  [`${PREFIX}custom_domain`]: customDomain,
  [`${PREFIX}secret`]: secret,
  [`${PREFIX}security_policy`]: securityPolicy,
  [`${PREFIX}firewall_policy`]: firewallPolicyResource,
};
