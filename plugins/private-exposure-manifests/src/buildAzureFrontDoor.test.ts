import { REQUEST, superApiFrontDoor } from './__testUtils__/azureInputs';
import { readHclWithTerraform } from './__testUtils__/readHclWithTerraform';
import { readBicep } from './bicep/readBicep';
import { readBicepValue } from './bicep/readBicepValue';
import { buildAzureFrontDoor } from './buildAzureFrontDoor';
import { InvalidIntentError, UnsafeEditError } from './errors';
import { findRequestMessage } from './findRequestMessage';

const terraform = { format: 'terraform', path: 'infra/front-door.tf' } as const;
const bicep = { format: 'bicep', path: 'infra/front-door.bicep' } as const;
const VAULT =
  '/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/edge/providers/Microsoft.KeyVault/vaults/certs';
const ownDomain = {
  hostName: 'www.acme.example',
  certificate: { type: 'own', vaultId: VAULT, certificateName: 'www' },
} as const;

const build = (
  change: Partial<typeof superApiFrontDoor> = {},
  existing: Record<string, string> = {},
) => buildAzureFrontDoor({ ...superApiFrontDoor, ...change }, { existing });

/** The resources of a Terraform file by their types, as HashiCorp's parser reads them. */
async function terraformOf(change: Partial<typeof superApiFrontDoor> = {}) {
  const { resource } = (await readHclWithTerraform(
    build(change).files[0].content,
  )) as { resource: Record<string, Record<string, [object]>> };
  return Object.fromEntries(
    Object.entries(resource).map(([type, byLabel]) => [
      type.replace('azurerm_cdn_frontdoor_', ''),
      byLabel.super_api[0],
    ]),
  );
}

/** The resources of a Bicep file by their symbols, as plain values. */
function bicepOf(change: Partial<typeof superApiFrontDoor> = {}) {
  const { content } = build({ infrastructure: bicep, ...change }).files[0];
  return Object.fromEntries(
    readBicep(content).map(({ symbol, type, tokens }) => [
      symbol.replace('super_api_', ''),
      plain({
        object: {
          of: type?.split('@')[0],
          ...Object(readBicepValue(tokens)).object,
        },
      }),
    ]),
  );
}

/** What tests look into, as deep as they like. */
interface Tree {
  [key: string]: Tree;
}

function plain(value: unknown): Tree {
  const toPlain = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(toPlain);
    if (typeof node !== 'object' || node === null) return node;
    if ('reference' in node) return `=${String(node.reference)}`;
    const entries = Object.entries('object' in node ? Object(node.object) : {});
    return Object.fromEntries(
      entries.map(([key, each]) => [key, toPlain(each)]),
    );
  };
  return toPlain(value) as Tree;
}

describe('buildAzureFrontDoor', () => {
  it('reaches the service over a private link alone, in Terraform', async () => {
    expect(await terraformOf()).toMatchObject({
      profile: {
        sku_name: 'Premium_AzureFrontDoor',
        resource_group_name: 'edge',
        tags: { 'backstage-entity-ref': 'component:default/super-api' },
      },
      origin: {
        certificate_name_check_enabled: true,
        host_name: 'api.acme.example',
        origin_host_header: 'api.acme.example',
        https_port: 443,
        private_link: [
          {
            location: 'westeurope',
            private_link_target_id:
              superApiFrontDoor.origin.privateLinkServiceId,
            request_message: REQUEST,
          },
        ],
      },
      origin_group: {
        health_probe: [
          { path: '/healthz', protocol: 'Https', request_type: 'HEAD' },
        ],
      },
    });
  });

  it('lets HTTPS in alone, and nothing before the firewall blocks, in Terraform', async () => {
    const { route, firewall_policy: firewall, ...others } = await terraformOf();

    expect(route).toMatchObject({
      supported_protocols: ['Https'],
      https_redirect_enabled: false,
      forwarding_protocol: 'HttpsOnly',
      depends_on: ['${azurerm_cdn_frontdoor_security_policy.super_api}'],
    });
    expect(firewall).toMatchObject({
      name: 'superapi',
      enabled: true,
      mode: 'Prevention',
      managed_rule: [
        { type: 'Microsoft_DefaultRuleSet', version: '2.1', action: 'Block' },
        {
          type: 'Microsoft_BotManagerRuleSet',
          version: '1.1',
          action: 'Block',
        },
      ],
    });
    expect(others.security_policy).toMatchObject({
      security_policies: [
        {
          firewall: [
            {
              cdn_frontdoor_firewall_policy_id:
                '${azurerm_cdn_frontdoor_firewall_policy.super_api.id}',
              association: [
                {
                  patterns_to_match: ['/*'],
                  domain: [
                    {
                      cdn_frontdoor_domain_id:
                        '${azurerm_cdn_frontdoor_endpoint.super_api.id}',
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('says the same in Bicep', () => {
    const found = bicepOf();

    expect(found).toMatchObject({
      profile: { sku: { name: 'Premium_AzureFrontDoor' } },
      origin: {
        parent: '=super_api_origin_group',
        properties: {
          enforceCertificateNameCheck: true,
          httpsPort: 443,
          sharedPrivateLinkResource: {
            privateLink: {
              id: superApiFrontDoor.origin.privateLinkServiceId,
            },
            privateLinkLocation: 'westeurope',
            requestMessage: REQUEST,
          },
        },
      },
      firewall: { properties: { policySettings: { mode: 'Prevention' } } },
      security_policy: {
        properties: {
          parameters: {
            wafPolicy: { id: '=super_api_firewall.id' },
            associations: [{ domains: [{ id: '=super_api_endpoint.id' }] }],
          },
        },
      },
      route: {
        properties: {
          supportedProtocols: ['Https'],
          httpsRedirect: 'Disabled',
          forwardingProtocol: 'HttpsOnly',
          linkToDefaultDomain: 'Enabled',
        },
        dependsOn: ['=super_api_origin', '=super_api_security_policy'],
      },
    });
    expect(
      Object.values(found).every(({ of }) =>
        String(of).startsWith('Microsoft.'),
      ),
    ).toBe(true);
  });

  it.each([
    ['managed', { hostName: ownDomain.hostName }],
    ['own', ownDomain],
  ])(
    'serves a domain with a certificate of its kind: %s',
    async (kind, customDomain) => {
      const inTerraform = await terraformOf({ customDomain });
      const inBicep = bicepOf({ customDomain });

      const certificateType =
        kind === 'own' ? 'CustomerCertificate' : 'ManagedCertificate';
      expect(inTerraform.custom_domain).toMatchObject({
        host_name: 'www.acme.example',
        name: 'www-acme-example',
        tls: [{ certificate_type: certificateType }],
      });
      expect(inTerraform.route).toMatchObject({
        link_to_default_domain: false,
        cdn_frontdoor_custom_domain_ids: [
          '${azurerm_cdn_frontdoor_custom_domain.super_api.id}',
        ],
      });
      expect(JSON.stringify(inTerraform.security_policy)).toContain(
        'azurerm_cdn_frontdoor_custom_domain.super_api.id',
      );
      expect(inBicep.custom_domain.properties.tlsSettings).toMatchObject({
        certificateType,
        minimumTlsVersion: 'TLS12',
      });
      expect('secret' in inTerraform).toBe(kind === 'own');
      expect('secret' in inBicep).toBe(kind === 'own');
    },
  );

  it('takes the latest version of an own certificate', async () => {
    const inTerraform = await terraformOf({ customDomain: ownDomain });
    const inBicep = bicepOf({ customDomain: ownDomain });

    expect(JSON.stringify(inTerraform.secret)).toContain(
      'https://certs.vault.azure.net/certificates/www"',
    );
    expect(inBicep.secret.properties.parameters).toMatchObject({
      secretSource: { id: `${VAULT}/secrets/www` },
      useLatestVersion: true,
    });
  });

  it.each([
    ['usgovarizona', 'certs.vault.usgovcloudapi.net'],
    ['chinanorth3', 'certs.vault.azure.cn'],
    ['westeurope', 'certs.vault.azure.net'],
  ])('finds an own certificate in the cloud of %s', async (location, host) => {
    const { origin } = superApiFrontDoor;

    const { secret } = await terraformOf({
      origin: { ...origin, location },
      customDomain: ownDomain,
    });

    expect(JSON.stringify(secret)).toContain(`https://${host}/certificates/`);
  });

  const alias =
    'super-api.0a1b2c3d-0000-4000-8000-00000000000a.westeurope.azure.privatelinkservice';
  it.each([terraform, bicep])(
    'warns of names that no certificate can be for, and of regions that are not known, before anything is made ($format)',
    infrastructure => {
      const { origin } = superApiFrontDoor;
      const rulesOf = (change: Partial<typeof origin>) =>
        build({
          infrastructure,
          origin: { ...origin, ...change },
        }).findings.flatMap(({ ruleId, severity }) =>
          ruleId === 'infrastructure/front-door-origin-name' ||
          ruleId === 'infrastructure/front-door-location'
            ? `${ruleId} ${severity}`
            : [],
        );
      const name = 'infrastructure/front-door-origin-name warning';

      expect(rulesOf({})).toEqual([]);
      expect(rulesOf({ hostName: alias })).toEqual([name]);
      expect(rulesOf({ hostName: alias, protocol: 'http' })).toEqual([]);
      expect(rulesOf({ hostHeader: 'shop.acme.example' })).toEqual([name]);
      expect(rulesOf({ hostHeader: origin.hostName })).toEqual([]);
      expect(rulesOf({ location: 'switzerlandnorth' })).toEqual([
        'infrastructure/front-door-location info',
      ]);
    },
  );

  it.each([terraform, bicep])(
    'warns of a service that speaks HTTP, at its place ($format)',
    infrastructure => {
      const { findings, files, description } = build({
        infrastructure,
        origin: { ...superApiFrontDoor.origin, protocol: 'http', port: 8080 },
      });

      expect(findings).toEqual([
        expect.objectContaining({ ruleId: 'azure/plain-origin' }),
      ]);
      const [{ line, column }] = findings;
      const { content } = files[0];
      expect(content.split('\n')[line - 1].slice(column - 1)).toMatch(
        /^["']HttpOnly["']/,
      );
      expect(content).toMatch(/http_?[pP]ort\s*[=:] 8080/);
      expect(content).not.toMatch(/https_?[pP]ort\b/);
      expect(description).toContain('**HTTP**, port `8080`');
    },
  );

  it.each([terraform, bicep])(
    'has nothing to write the second time, and finds its request ($format)',
    infrastructure => {
      const { path, content } = build({ infrastructure }).files[0];
      const options = { path, text: content } as const;

      expect(build({ infrastructure }, { [path]: content }).files).toEqual([]);
      expect(
        findRequestMessage({
          ...{ ...options, name: 'super-api', resource: 'front-door-origin' },
        }),
      ).toBe(REQUEST);
      expect(
        findRequestMessage({
          ...{ ...options, name: 'other', resource: 'front-door-origin' },
        }),
      ).toBeUndefined();
    },
  );

  it.each([terraform, bicep])(
    'leaves a Front Door that says something else to people ($format)',
    infrastructure => {
      const { path, content } = build({ infrastructure }).files[0];
      const existing = { [path]: content.replace('/healthz', '/other') };

      expect(() => build({ infrastructure }, existing)).toThrow(
        UnsafeEditError,
      );
    },
  );

  it('says of Bicep in which nothing was noticed what knows more of it', () => {
    const { description } = build({ infrastructure: bicep });

    expect(description).toContain('The linter noticed nothing');
    expect(description).toContain('`az bicep lint`');
  });

  const { origin } = superApiFrontDoor;
  it.each([
    [{ name: 'a' }, ['name']],
    [{ name: 'Super' }, ['name']],
    [
      { origin: { ...origin, privateLinkServiceId: 'super-api' } },
      ['origin.privateLinkServiceId'],
    ],
    [{ origin: { ...origin, hostName: '10.0.0.1' } }, ['origin.hostName']],
    [{ origin: { ...origin, hostName: '*.a.b' } }, ['origin.hostName']],
    [{ requestMessage: 'x'.repeat(141) }, ['requestMessage']],
    [{ requestMessage: ' ' }, ['requestMessage']],
    [{ patterns: ['/a*b'] }, ['patterns[0]']],
    [{ patterns: [] }, ['patterns']],
    [
      { customDomain: { ...ownDomain, hostName: 'acme' } },
      ['customDomain.hostName'],
    ],
    [{ ownerTag: 'a/b' }, ['ownerTag']],
    [
      { tags: { 'Backstage-Entity-Ref': 'component:default/other' } },
      ['tags["Backstage-Entity-Ref"]'],
    ],
    [{ tags: { team: 'a', Team: 'b' } }, ['tags']],
    [
      { infrastructure: { format: 'bicep', path: 'a.tf' } as const },
      ['infrastructure.path'],
    ],
  ])('refuses %j by its field', (change, fields) => {
    const refused = () => {
      try {
        build(change);
        return [];
      } catch (error) {
        if (!(error instanceof InvalidIntentError)) throw error;
        return error.issues.map(({ field }) => field);
      }
    };
    expect(refused()).toEqual(fields);
  });
});
