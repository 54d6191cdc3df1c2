import { HclBlock, HclValue } from '../hcl/values';
import { AzureFrontDoorIntent } from '../intents/azureFrontDoor';
import {
  FRONT_DOOR_SKU,
  FrontDoorPart,
  domainName,
  firewallName,
  managedRuleSets,
  originPort,
} from './azureResourceNames';
import { keyVaultHost } from '../values/keyVaultHost';
import { ownerTagOf } from './ownerTagOf';
import { toLabel } from './terraformExposure';

const TYPES: Record<FrontDoorPart, string> = {
  profile: 'azurerm_cdn_frontdoor_profile',
  endpoint: 'azurerm_cdn_frontdoor_endpoint',
  origin_group: 'azurerm_cdn_frontdoor_origin_group',
  origin: 'azurerm_cdn_frontdoor_origin',
  route: 'azurerm_cdn_frontdoor_route',
  firewall: 'azurerm_cdn_frontdoor_firewall_policy',
  security_policy: 'azurerm_cdn_frontdoor_security_policy',
  custom_domain: 'azurerm_cdn_frontdoor_custom_domain',
  secret: 'azurerm_cdn_frontdoor_secret',
};

type Attributes = Record<string, HclValue>;

function nested(
  type: string,
  attributes: Attributes,
  blocks?: HclBlock[],
): HclBlock {
  return { type, labels: [], attributes, ...(blocks ? { blocks } : {}) };
}

function resources(intent: AzureFrontDoorIntent) {
  const label = toLabel(intent.name);
  return {
    idOf: (part: FrontDoorPart): HclValue => ({
      reference: `${TYPES[part]}.${label}.id`,
    }),
    make: (
      part: FrontDoorPart,
      attributes: Attributes,
      blocks: HclBlock[] = [],
    ): HclBlock => ({
      type: 'resource',
      labels: [TYPES[part], label],
      attributes,
      ...(blocks.length ? { blocks } : {}),
    }),
    addressOf: (part: FrontDoorPart): HclValue => ({
      reference: `${TYPES[part]}.${label}`,
    }),
  };
}

function tagsOf(intent: AzureFrontDoorIntent): HclValue {
  return { object: { ...ownerTagOf(intent), ...intent.tags } };
}

function originBlocks(intent: AzureFrontDoorIntent): HclBlock[] {
  const { make, idOf } = resources(intent);
  const { name, origin, healthProbe } = intent;
  const isHttps = origin.protocol === 'https';
  return [
    make(
      'origin_group',
      {
        cdn_frontdoor_profile_id: idOf('profile'),
        name,
        session_affinity_enabled: false,
      },
      [
        nested('health_probe', {
          interval_in_seconds: healthProbe.intervalSeconds,
          path: healthProbe.path,
          protocol: isHttps ? 'Https' : 'Http',
          request_type: healthProbe.method,
        }),
        nested('load_balancing', {
          additional_latency_in_milliseconds: 50,
          sample_size: 4,
          successful_samples_required: 3,
        }),
      ],
    ),
    make(
      'origin',
      {
        cdn_frontdoor_origin_group_id: idOf('origin_group'),
        // Azure refuses a private link without.
        certificate_name_check_enabled: true,
        enabled: true,
        host_name: origin.hostName,
        [isHttps ? 'https_port' : 'http_port']: originPort(intent),
        name,
        origin_host_header: origin.hostHeader ?? origin.hostName,
      },
      [
        nested('private_link', {
          location: origin.location,
          private_link_target_id: origin.privateLinkServiceId,
          request_message: intent.requestMessage,
        }),
      ],
    ),
  ];
}

function firewallBlocks(intent: AzureFrontDoorIntent): HclBlock[] {
  const { make, idOf } = resources(intent);
  const domain = (part: FrontDoorPart) =>
    nested('domain', { cdn_frontdoor_domain_id: idOf(part) });
  return [
    make(
      'firewall',
      {
        enabled: true,
        mode: 'Prevention',
        name: firewallName(intent),
        request_body_check_enabled: true,
        resource_group_name: intent.resourceGroup,
        sku_name: FRONT_DOOR_SKU,
        tags: tagsOf(intent),
      },
      managedRuleSets.map(({ type, version }) =>
        nested('managed_rule', { action: 'Block', type, version }),
      ),
    ),
    make(
      'security_policy',
      { cdn_frontdoor_profile_id: idOf('profile'), name: intent.name },
      [
        nested('security_policies', {}, [
          nested(
            'firewall',
            { cdn_frontdoor_firewall_policy_id: idOf('firewall') },
            [
              nested('association', { patterns_to_match: ['/*'] }, [
                domain('endpoint'),
                ...(intent.customDomain ? [domain('custom_domain')] : []),
              ]),
            ],
          ),
        ]),
      ],
    ),
  ];
}

function domainBlocks(intent: AzureFrontDoorIntent): HclBlock[] {
  const { make, idOf } = resources(intent);
  const { customDomain } = intent;
  if (!customDomain) return [];
  const { certificate, hostName } = customDomain;
  const name = domainName(hostName);
  const profile = { cdn_frontdoor_profile_id: idOf('profile') };
  if (certificate.type === 'managed') {
    return [
      make('custom_domain', { ...profile, host_name: hostName, name }, [
        nested('tls', { certificate_type: 'ManagedCertificate' }),
      ]),
    ];
  }
  const vault = keyVaultHost(certificate.vaultId, intent.origin.location);
  return [
    make('secret', { ...profile, name }, [
      nested('secret', {}, [
        nested('customer_certificate', {
          // Without a version: the latest one is used.
          key_vault_certificate_id: `https://${vault}/certificates/${certificate.certificateName}`,
        }),
      ]),
    ]),
    make('custom_domain', { ...profile, host_name: hostName, name }, [
      nested('tls', {
        cdn_frontdoor_secret_id: idOf('secret'),
        certificate_type: 'CustomerCertificate',
      }),
    ]),
  ];
}

/**
 * A service behind Azure Front Door as Terraform, for the provider azurerm.
 *
 * @remarks the documentation of the provider hashicorp/azurerm, resource cdn_frontdoor_origin
 *
 * @internal
 */
export function terraformFrontDoor(intent: AzureFrontDoorIntent): HclBlock[] {
  const { make, idOf, addressOf } = resources(intent);
  const { name, customDomain } = intent;
  const profile = { cdn_frontdoor_profile_id: idOf('profile') };
  const tags = tagsOf(intent);
  return [
    make('profile', {
      name,
      resource_group_name: intent.resourceGroup,
      sku_name: FRONT_DOOR_SKU,
      tags,
    }),
    make('endpoint', { ...profile, name, tags }),
    ...originBlocks(intent),
    ...domainBlocks(intent),
    ...firewallBlocks(intent),
    make('route', {
      cdn_frontdoor_endpoint_id: idOf('endpoint'),
      cdn_frontdoor_origin_group_id: idOf('origin_group'),
      cdn_frontdoor_origin_ids: [idOf('origin')],
      ...(customDomain
        ? { cdn_frontdoor_custom_domain_ids: [idOf('custom_domain')] }
        : {}),
      // No request passes before the firewall stands in its way.
      depends_on: [addressOf('security_policy')],
      forwarding_protocol:
        intent.origin.protocol === 'https' ? 'HttpsOnly' : 'HttpOnly',
      https_redirect_enabled: false,
      link_to_default_domain: !customDomain,
      name,
      patterns_to_match: intent.patterns,
      supported_protocols: ['Https'],
    }),
  ];
}
