import { lintFiles } from './__testUtils__/lintFiles';

const REQUEST = 'Private exposure request 3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';

const policyOf = (parent: string) =>
  `\nresource security 'Microsoft.Cdn/profiles/securityPolicies@2024-02-01' = {\n  parent: ${parent}\n  name: 'shop'\n}\n`;

const bicepFrontDoor = (parts: {
  sku?: string;
  origin?: string;
  policy?: string;
  firewall?: string;
}) => `resource profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: 'shop'
  location: 'global'
  sku: { name: '${parts.sku ?? 'Premium_AzureFrontDoor'}' }

  resource endpoint 'afdEndpoints' = {
    name: 'shop'
    location: 'global'
    resource route 'routes' = {
      name: 'all'
      properties: { forwardingProtocol: 'HttpsOnly' }
    }
  }

  resource group 'originGroups' = {
    name: 'shop'
    resource origin 'origins' = {
      name: 'shop'
      properties: {
        hostName: 'shop.example.com'
${parts.origin ?? ''}
      }
    }
  }
}

resource firewall 'Microsoft.Network/frontdoorwebapplicationfirewallpolicies@2024-02-01' = {
  name: 'shop'
  properties: {
    policySettings: { ${parts.firewall ?? `mode: 'Prevention'`} }
  }
}
${parts.policy ?? policyOf('profile')}`;

const link = (message: string) => `        sharedPrivateLinkResource: {
          privateLink: { id: serviceId }
          privateLinkLocation: 'westeurope'
          requestMessage: ${message}
        }`;

describe('Front Doors in Bicep', () => {
  const private_ = link(`'${REQUEST}'`);

  it.each<[string, Parameters<typeof bicepFrontDoor>[0], unknown[]]>([
    ['nothing of a private origin behind a firewall', { origin: private_ }, []],
    [
      'a tier that refuses its private link',
      { sku: 'Standard_AzureFrontDoor', origin: private_ },
      [['infrastructure/front-door-not-premium', 'error', 'main.bicep:4']],
    ],
    [
      'a check that is off',
      { origin: `        enforceCertificateNameCheck: false\n${private_}` },
      [
        [
          'infrastructure/front-door-certificate-unchecked',
          'error',
          'main.bicep:21',
        ],
      ],
    ],
    [
      'an origin with a public way in',
      {},
      [['infrastructure/front-door-public-origin', 'warning', 'main.bicep:17']],
    ],
    [
      'a request that could be anybody’s',
      { origin: link(`'please'`) },
      [['infrastructure/front-door-request-message', 'info', 'main.bicep:24']],
    ],
    ['nothing of a text that a parameter has', { origin: link('message') }, []],
    [
      'nothing of a link that a condition decides on',
      { origin: `        sharedPrivateLinkResource: isOpen ? null : linkOf` },
      [],
    ],
    [
      'a firewall that is switched off',
      { origin: private_, firewall: `enabledState: 'Disabled'` },
      [['infrastructure/front-door-waf-detects', 'warning', 'main.bicep:34']],
    ],
    [
      'a profile without a firewall',
      { origin: private_, policy: '' },
      [['infrastructure/front-door-without-waf', 'warning', 'main.bicep:1']],
    ],
    [
      'nothing where a policy does not tell its profile',
      { origin: private_, policy: policyOf('elsewhere') },
      [],
    ],
  ])('tells of %s', (_, parts, expected) => {
    expect(lintFiles({ 'main.bicep': bicepFrontDoor(parts) })).toEqual(
      expected,
    );
  });

  it('tells nothing of the classic CDN, and of what is only looked at', () => {
    const text = `resource cdn 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: 'old'
  sku: { name: 'Standard_Microsoft' }
}
resource shop 'Microsoft.Cdn/profiles@2024-02-01' existing = {
  name: 'shop'
}
resource open 'Microsoft.Network/privateLinkServices@2024-05-01' existing = {
  name: 'open'
}
`;

    expect(lintFiles({ 'main.bicep': text })).toEqual([]);
  });
});

describe('Front Doors in Terraform', () => {
  const profile = (
    sku: string,
  ) => `resource "azurerm_cdn_frontdoor_profile" "shop" {
  name     = "shop"
  sku_name = "${sku}"
}
`;
  const policy = `resource "azurerm_cdn_frontdoor_security_policy" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.shop.id
}
`;

  it('take a firewall from another file of the folder, and from no other folder', () => {
    const premium = profile('Premium_AzureFrontDoor');
    const unprotected = (path: string) => [
      ['infrastructure/front-door-without-waf', 'warning', `${path}:1`],
    ];

    expect(lintFiles({ 'a/door.tf': premium })).toEqual(
      unprotected('a/door.tf'),
    );
    expect(lintFiles({ 'a/door.tf': premium, 'a/waf.tf': policy })).toEqual([]);
    expect(lintFiles({ 'a/door.tf': premium, 'b/waf.tf': policy })).toEqual(
      unprotected('a/door.tf'),
    );
    const unknown = policy.replace('azurerm_cdn_frontdoor_profile.shop', 'var');
    expect(lintFiles({ 'a/door.tf': premium, 'b/waf.tf': unknown })).toEqual(
      [],
    );
  });

  it('say that Azure refuses a private link of theirs only where it can be theirs', () => {
    const origin = (group: string) => `
resource "azurerm_cdn_frontdoor_origin_group" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.${group}.id
}
resource "azurerm_cdn_frontdoor_origin" "shop" {
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.shop.id

  dynamic "private_link" {
    for_each = var.links
    content {}
  }
}
resource "azurerm_cdn_frontdoor_origin" "private" {
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.shop.id

  private_link {
    request_message = var.message
  }
}
`;
    const standard = profile('Standard_AzureFrontDoor') + policy;
    const rule = 'infrastructure/front-door-not-premium';

    expect(lintFiles({ 'd.tf': standard + origin('shop') })).toEqual([
      [rule, 'error', 'd.tf:3'],
    ]);
    expect(lintFiles({ 'd.tf': standard + origin('other') })).toEqual([
      [rule, 'warning', 'd.tf:3'],
    ]);
  });

  it('are told of a message that Azure refuses, and of one that is missing', () => {
    const origin = (message: string) =>
      `resource "azurerm_cdn_frontdoor_origin" "shop" {\n  private_link {\n${message}  }\n}\n`;
    const rule = 'infrastructure/front-door-request-message';

    expect(
      lintFiles({ 'd.tf': origin(`request_message = "${'x'.repeat(141)}"\n`) }),
    ).toEqual([[rule, 'error', 'd.tf:3']]);
    expect(lintFiles({ 'd.tf': origin('') })).toEqual([
      [rule, 'info', 'd.tf:1'],
    ]);
  });
});
