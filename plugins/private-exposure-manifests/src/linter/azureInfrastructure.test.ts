import { lintManifests } from './lintManifests';

const ONE = '00000000-0000-0000-0000-000000000001';
const REQUEST = 'Private exposure request 3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';

const lint = (files: Record<string, string>) =>
  lintManifests(
    Object.entries(files).map(([path, content]) => ({ path, content })),
  ).map(({ ruleId, severity, path, line }) => [
    ruleId,
    severity,
    `${path}:${line}`,
  ]);

const service = (properties: string) => `param location string

@description('Who may ask')
param subscriptions array

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  name: 'network/nat'
  properties: {
    addressPrefix: '10.1.0.0/24'
  }
}

resource payments 'Microsoft.Network/privateLinkServices@2024-05-01' = if (location == 'westeurope') {
  name: 'payments-\${location}'
  location: location
  properties: {
${properties}
  }
}
`;

describe('private link services in Bicep', () => {
  it.each<[string, string, [string, string, number][]]>([
    [
      'one that everybody is connected to',
      `    autoApproval: { subscriptions: ['*'] }`,
      [['infrastructure/any-subscription', 'error', 17]],
    ],
    [
      'one that everybody may ask at, beside what has to be computed',
      `    fqdns: concat(['a.example'], [
      'b.example'
    ])
    visibility: {
      subscriptions: [
        '*'
      ]
    }`,
      [['infrastructure/any-subscription', 'warning', 22]],
    ],
    [
      'a subscription that is approved and sees nothing',
      `    autoApproval: {
      subscriptions: [
        '${ONE}'
      ]
    }`,
      [['infrastructure/auto-approval-invisible', 'error', 19]],
    ],
    [
      'a list that only the deployment knows',
      `    visibility: {
      subscriptions: subscriptions
    }
    autoApproval: {
      subscriptions: ['${ONE}']
    }`,
      [],
    ],
    [
      'a list of which a part is only known then',
      `    visibility: { subscriptions: ['${ONE}', subscription().subscriptionId] }
    autoApproval: { subscriptions: ['${ONE.replace('1', '2')}'] }`,
      [],
    ],
    [
      'a subnet whose policies keep it out',
      `    ipConfigurations: [
      {
        name: 'nat'
        properties: {
          primary: true
          subnet: { id: subnet.id }
        }
      }
    ]`,
      [['infrastructure/subnet-policies', 'error', 6]],
    ],
    [
      'nine addresses',
      `    ipConfigurations: [
${"      { name: 'nat' }\n".repeat(9)}    ]`,
      [['infrastructure/nat-addresses', 'error', 26]],
    ],
  ])('tells of %s', (_, properties, expected) => {
    const found = lint({ 'main.bicep': service(properties) });

    expect(found).toEqual(
      expected.map(([rule, severity, line]) => [
        rule,
        severity,
        `main.bicep:${line}`,
      ]),
    );
  });
});

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
    expect(lint({ 'main.bicep': bicepFrontDoor(parts) })).toEqual(expected);
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

    expect(lint({ 'main.bicep': text })).toEqual([]);
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

    expect(lint({ 'a/door.tf': premium })).toEqual(unprotected('a/door.tf'));
    expect(lint({ 'a/door.tf': premium, 'a/waf.tf': policy })).toEqual([]);
    expect(lint({ 'a/door.tf': premium, 'b/waf.tf': policy })).toEqual(
      unprotected('a/door.tf'),
    );
    const unknown = policy.replace('azurerm_cdn_frontdoor_profile.shop', 'var');
    expect(lint({ 'a/door.tf': premium, 'b/waf.tf': unknown })).toEqual([]);
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

    expect(lint({ 'd.tf': standard + origin('shop') })).toEqual([
      [rule, 'error', 'd.tf:3'],
    ]);
    expect(lint({ 'd.tf': standard + origin('other') })).toEqual([
      [rule, 'warning', 'd.tf:3'],
    ]);
  });

  it('are told of a message that Azure refuses, and of one that is missing', () => {
    const origin = (message: string) =>
      `resource "azurerm_cdn_frontdoor_origin" "shop" {\n  private_link {\n${message}  }\n}\n`;
    const rule = 'infrastructure/front-door-request-message';

    expect(
      lint({ 'd.tf': origin(`request_message = "${'x'.repeat(141)}"\n`) }),
    ).toEqual([[rule, 'error', 'd.tf:3']]);
    expect(lint({ 'd.tf': origin('') })).toEqual([[rule, 'info', 'd.tf:1']]);
  });
});

describe('Bicep that is no Bicep', () => {
  const head = `resource a 'Microsoft.Cdn/profiles@2024-02-01' = `;

  it.each([
    ['a bracket that is not closed', `${head}{`],
    ['a text that is not closed', `${head}{ name: 'x }`],
  ])('is a finding with its place: %s', (_, text) => {
    expect(lint({ 'a.bicep': text })).toEqual([
      ['syntax', 'warning', 'a.bicep:1'],
    ]);
  });

  it.each([
    ['brackets of another kind', `${head}[ ) [ } ]`],
    ['a key without a value', `${head}{ name: }`],
    ['commas', `${head}{ ,,, a: [,,] }`],
    ['a colon alone', `${head}{ : }`],
    ['a list in a list', `${head}${'{ a: ['.repeat(400)}${'] }'.repeat(400)}`],
    ['a long line', `${head}{ a: ${'b + '.repeat(20_000)}c }`],
    ['a long list of lines', `${head}{ a: [\n${'b\n\n'.repeat(20_000)}] }`],
  ])('ends: %s', (_, text) => {
    const begun = process.cpuUsage();
    lint({ 'a.bicep': text });
    const { user } = process.cpuUsage(begun);

    expect(user).toBeLessThan(2_000_000);
  });
});

const firewalled = (association: string) => `
resource "azurerm_cdn_frontdoor_profile" "shop" {
  sku_name = "Premium_AzureFrontDoor"
}
resource "azurerm_cdn_frontdoor_endpoint" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.shop.id
}
resource "azurerm_cdn_frontdoor_security_policy" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.shop.id
  security_policies {
    firewall {
      association {
${association}
      }
    }
  }
}
`;
const covering = (id: string, paths = '/*') =>
  `patterns_to_match = ["${paths}"]\ndomain {\n  cdn_frontdoor_domain_id = ${id}\n}`;
const ENDPOINT = 'azurerm_cdn_frontdoor_endpoint.shop';
const DOMAIN = 'azurerm_cdn_frontdoor_custom_domain.pay';
const routeWith = (rest: string) => `
resource "azurerm_cdn_frontdoor_route" "all" {
  cdn_frontdoor_endpoint_id = ${ENDPOINT}.id
${rest}
}
`;
const inTerraform = (association: string, route: string) =>
  lintManifests([
    { path: 'waf.tf', content: firewalled(association) },
    {
      path: 'route.tf',
      content: `resource "azurerm_cdn_frontdoor_endpoint" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.shop.id
}${routeWith(route)}`,
    },
  ]).flatMap(({ ruleId, evidence }) =>
    ruleId === 'infrastructure/front-door-without-waf'
      ? [evidence.map(({ value }) => value)]
      : [],
  );

describe('domains that the firewall of a Front Door leaves out', () => {
  const own = `cdn_frontdoor_custom_domain_ids = [${DOMAIN}.id]`;
  const unlinked = `${own}\nlink_to_default_domain = false`;

  it.each<[string, string, string, string[][]]>([
    ['none where the endpoint is covered', covering(`${ENDPOINT}.id`), '', []],
    [
      'a custom domain beside a covered endpoint',
      covering(`${ENDPOINT}.id`),
      own,
      [[DOMAIN, '/*']],
    ],
    [
      'an endpoint beside a covered custom domain',
      covering(`${DOMAIN}.id`),
      own,
      [[ENDPOINT, '/*']],
    ],
    [
      'no endpoint that the route is not linked to',
      covering(`${DOMAIN}.id`),
      unlinked,
      [],
    ],
    [
      'nothing of a route that is off',
      covering(`${ENDPOINT}.id`),
      `${own}\nenabled = false`,
      [],
    ],
    [
      'the paths that an association leaves out',
      covering(`${DOMAIN}.id`, '/api/*'),
      `${unlinked}\npatterns_to_match = ["/API/v1/*", "/login"]`,
      [[DOMAIN, '/login']],
    ],
    [
      'nothing where the association does not tell its domain',
      covering('each.value'),
      own,
      [],
    ],
    [
      'nothing where domains are made on deployment',
      'patterns_to_match = ["/*"]\ndynamic "domain" {\n  for_each = var.domains\n}',
      own,
      [],
    ],
  ])('tells of %s, in Terraform', (_, association, route, expected) => {
    expect(inTerraform(association, route)).toEqual(expected);
  });

  const inBicep = (domains: string, route: string) =>
    lintManifests([
      {
        path: 'main.bicep',
        content: `resource profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: 'shop'
  sku: { name: 'Premium_AzureFrontDoor' }
}
resource shop 'Microsoft.Cdn/profiles/afdEndpoints@2024-02-01' = {
  parent: profile
  name: 'shop'
}
resource pay 'Microsoft.Cdn/profiles/customDomains@2024-02-01' = {
  parent: profile
  name: 'pay'
}
resource all 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  parent: shop
  name: 'all'
  properties: {
    patternsToMatch: ['/*']
    customDomains: [{ id: pay.id }]
${route}
  }
}
resource security 'Microsoft.Cdn/profiles/securityPolicies@2024-02-01' = {
  parent: profile
  name: 'shop'
  properties: {
    parameters: {
      associations: [
        { domains: ${domains}, patternsToMatch: ['/*'] }
      ]
    }
  }
}
`,
      },
    ]).map(({ ruleId, line, evidence }) => [
      ruleId,
      line,
      ...evidence.map(({ value }) => value),
    ]);
  const rule = 'infrastructure/front-door-without-waf';

  it.each<[string, string, string, unknown[][]]>([
    [
      'none where both are covered',
      '[{ id: shop.id }, { id: pay.id }]',
      "linkToDefaultDomain: 'Enabled'",
      [],
    ],
    [
      'a custom domain beside a covered endpoint',
      '[{ id: shop.id }]',
      "linkToDefaultDomain: 'Enabled'",
      [[rule, 13, 'pay', '/*']],
    ],
    [
      'an endpoint that is linked to, beside a covered custom domain',
      '[{ id: pay.id }]',
      "linkToDefaultDomain: 'Enabled'",
      [[rule, 13, 'shop', '/*']],
    ],
    [
      'no endpoint that is not linked to',
      '[{ id: pay.id }]',
      "linkToDefaultDomain: 'Disabled'",
      [],
    ],
    ['nothing where a parameter has the domains', 'domains', '', []],
  ])('tells of %s, in Bicep', (_, domains, route, expected) => {
    expect(inBicep(domains, route)).toEqual(expected);
  });
});
