import { BicepResource, BicepValue } from '../bicep/values';
import { AzureFrontDoorIntent } from '../intents/azureFrontDoor';
import {
  FRONT_DOOR_SKU,
  FrontDoorPart,
  domainName,
  firewallName,
  managedRuleSets,
  originPort,
  toSymbol,
} from './azureResourceNames';
import { ownerTagOf } from './ownerTagOf';

const CDN = '2024-02-01';
const TYPES: Record<FrontDoorPart, string> = {
  profile: `Microsoft.Cdn/profiles@${CDN}`,
  endpoint: `Microsoft.Cdn/profiles/afdEndpoints@${CDN}`,
  origin_group: `Microsoft.Cdn/profiles/originGroups@${CDN}`,
  origin: `Microsoft.Cdn/profiles/originGroups/origins@${CDN}`,
  route: `Microsoft.Cdn/profiles/afdEndpoints/routes@${CDN}`,
  firewall:
    'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2024-02-01',
  security_policy: `Microsoft.Cdn/profiles/securityPolicies@${CDN}`,
  custom_domain: `Microsoft.Cdn/profiles/customDomains@${CDN}`,
  secret: `Microsoft.Cdn/profiles/secrets@${CDN}`,
};

type Properties = Record<string, BicepValue>;
const object = (properties: Properties): BicepValue => ({ object: properties });

function resources({ name }: AzureFrontDoorIntent) {
  const reference = (part: FrontDoorPart) => ({
    reference: toSymbol(name, part),
  });
  return {
    reference,
    idOf: (part: FrontDoorPart): BicepValue =>
      object({ id: { reference: `${toSymbol(name, part)}.id` } }),
    make: (part: FrontDoorPart, body: Properties): BicepResource => ({
      symbol: toSymbol(name, part),
      type: TYPES[part],
      body,
    }),
  };
}

function originResources(intent: AzureFrontDoorIntent): BicepResource[] {
  const { make, reference } = resources(intent);
  const { name, origin, healthProbe } = intent;
  const isHttps = origin.protocol === 'https';
  return [
    make('origin_group', {
      parent: reference('profile'),
      name,
      properties: object({
        healthProbeSettings: object({
          probeIntervalInSeconds: healthProbe.intervalSeconds,
          probePath: healthProbe.path,
          probeProtocol: isHttps ? 'Https' : 'Http',
          probeRequestType: healthProbe.method,
        }),
        loadBalancingSettings: object({
          additionalLatencyInMilliseconds: 50,
          sampleSize: 4,
          successfulSamplesRequired: 3,
        }),
        sessionAffinityState: 'Disabled',
      }),
    }),
    make('origin', {
      parent: reference('origin_group'),
      name,
      properties: object({
        enabledState: 'Enabled',
        // Azure refuses a private link without.
        enforceCertificateNameCheck: true,
        hostName: origin.hostName,
        [isHttps ? 'httpsPort' : 'httpPort']: originPort(intent),
        originHostHeader: origin.hostHeader ?? origin.hostName,
        sharedPrivateLinkResource: object({
          privateLink: object({ id: origin.privateLinkServiceId }),
          privateLinkLocation: origin.location,
          requestMessage: intent.requestMessage,
        }),
      }),
    }),
  ];
}

function firewallResources(intent: AzureFrontDoorIntent): BicepResource[] {
  const { make, reference, idOf } = resources(intent);
  return [
    make('firewall', {
      name: firewallName(intent),
      location: 'global',
      tags: object({ ...ownerTagOf(intent), ...intent.tags }),
      sku: object({ name: FRONT_DOOR_SKU }),
      properties: object({
        policySettings: object({
          enabledState: 'Enabled',
          mode: 'Prevention',
          requestBodyCheck: 'Enabled',
        }),
        managedRules: object({
          managedRuleSets: managedRuleSets.map(({ type, version }) =>
            object({
              ruleSetType: type,
              ruleSetVersion: version,
              ruleSetAction: 'Block',
            }),
          ),
        }),
      }),
    }),
    make('security_policy', {
      parent: reference('profile'),
      name: intent.name,
      properties: object({
        parameters: object({
          type: 'WebApplicationFirewall',
          wafPolicy: idOf('firewall'),
          associations: [
            object({
              domains: [
                idOf('endpoint'),
                ...(intent.customDomain ? [idOf('custom_domain')] : []),
              ],
              patternsToMatch: ['/*'],
            }),
          ],
        }),
      }),
    }),
  ];
}

function domainResources(intent: AzureFrontDoorIntent): BicepResource[] {
  const { make, reference, idOf } = resources(intent);
  const { customDomain } = intent;
  if (!customDomain) return [];
  const { certificate, hostName } = customDomain;
  const place = { parent: reference('profile'), name: domainName(hostName) };
  const isOwn = certificate.type === 'own';
  const secret = isOwn
    ? [
        make('secret', {
          ...place,
          properties: object({
            parameters: object({
              type: 'CustomerCertificate',
              secretSource: object({
                id: `${certificate.vaultId}/secrets/${certificate.certificateName}`,
              }),
              useLatestVersion: true,
            }),
          }),
        }),
      ]
    : [];
  return [
    ...secret,
    make('custom_domain', {
      ...place,
      properties: object({
        hostName,
        tlsSettings: object({
          certificateType: isOwn ? 'CustomerCertificate' : 'ManagedCertificate',
          minimumTlsVersion: 'TLS12',
          ...(isOwn ? { secret: idOf('secret') } : {}),
        }),
      }),
    }),
  ];
}

/**
 * A service behind Azure Front Door as Bicep, for a deployment to the intent's resource group.
 *
 * @remarks https://learn.microsoft.com/azure/templates/microsoft.cdn/2024-02-01/profiles/origingroups/origins
 *
 * @internal
 */
export function bicepFrontDoor(intent: AzureFrontDoorIntent): BicepResource[] {
  const { make, reference, idOf } = resources(intent);
  const { name, customDomain } = intent;
  const tags = object({ ...ownerTagOf(intent), ...intent.tags });
  const place = { location: 'global', tags };
  return [
    make('profile', {
      name,
      ...place,
      sku: object({ name: FRONT_DOOR_SKU }),
    }),
    make('endpoint', {
      parent: reference('profile'),
      name,
      ...place,
      properties: object({ enabledState: 'Enabled' }),
    }),
    ...originResources(intent),
    ...domainResources(intent),
    ...firewallResources(intent),
    make('route', {
      parent: reference('endpoint'),
      name,
      properties: object({
        ...(customDomain ? { customDomains: [idOf('custom_domain')] } : {}),
        enabledState: 'Enabled',
        forwardingProtocol:
          intent.origin.protocol === 'https' ? 'HttpsOnly' : 'HttpOnly',
        httpsRedirect: 'Disabled',
        linkToDefaultDomain: customDomain ? 'Disabled' : 'Enabled',
        originGroup: idOf('origin_group'),
        patternsToMatch: intent.patterns,
        supportedProtocols: ['Https'],
      }),
      // A route needs an origin that is there, and no request passes before the firewall stands in its way.
      dependsOn: [reference('origin'), reference('security_policy')],
    }),
  ];
}
