import { lintManifests } from './lintManifests';

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
