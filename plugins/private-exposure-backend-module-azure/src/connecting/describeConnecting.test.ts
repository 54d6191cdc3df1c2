import { execFileSync } from 'node:child_process';
import { parse } from '@cdktf/hcl2json';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import fc from 'fast-check';
import { bicepText } from './bicepText';
import { describeConnecting } from './describeConnecting';
import { terraformSnippet, toEndpointName } from './terraformSnippet';

const ALIAS = 'ledger.guid.westeurope.azure.privatelinkservice';
const exposure: SurveyedExposure = {
  nativeId:
    '/subscriptions/a/resourcegroups/b/providers/microsoft.network/privatelinkservices/ledger',
  kind: 'azure-private-link-service',
  name: 'ledger',
  nativeState: 'Succeeded',
  lifecycle: 'live',
  evidence: { tags: {}, kubernetesServices: [] },
  address: ALIAS,
  facts: [],
};
const snippet = (language: string) =>
  describeConnecting(exposure).snippets.find(one => one.language === language)
    ?.text ?? '';

describe('describeConnecting', () => {
  it('gives Terraform that asks by alias', async () => {
    const parsed = await parse('connect.tf', snippet('hcl'));

    expect(parsed.resource.azurerm_private_endpoint.ledger).toEqual([
      {
        name: 'ledger-endpoint',
        resource_group_name: '${var.resource_group_name}',
        location: '${var.location}',
        subnet_id: '${var.subnet_id}',
        private_service_connection: [
          {
            name: 'ledger-endpoint',
            private_connection_resource_alias: ALIAS,
            is_manual_connection: true,
            request_message: '${var.request_message}',
          },
        ],
      },
    ]);
    expect(Object.keys(parsed.variable).sort()).toEqual([
      'location',
      'request_message',
      'resource_group_name',
      'subnet_id',
    ]);
  });

  it('gives Bicep that asks by alias', () => {
    const bicep = snippet('bicep');

    expect(bicep).toContain(
      "resource ledger 'Microsoft.Network/privateEndpoints@2024-05-01' = {",
    );
    expect(bicep).toContain(`privateLinkServiceId: '${ALIAS}'`);
    expect(bicep).toContain('manualPrivateLinkServiceConnections: [');
    expect(bicep.split('{').length).toBe(bicep.split('}').length);
  });

  it('gives a command that a shell reads as one call', () => {
    const script = snippet('shell').replace(/^az /m, 'printf "%s\\n" ');

    const words = execFileSync('sh', ['-c', script], {
      env: {
        PATH: process.env.PATH,
        RESOURCE_GROUP: 'rg',
        LOCATION: 'westeurope',
        SUBNET_ID: '/subnet',
        REQUEST_MESSAGE: 'For the reports',
      },
      encoding: 'utf8',
    })
      .trim()
      .split('\n');

    expect(words).toEqual([
      'network',
      'private-endpoint',
      'create',
      '--name',
      'ledger-endpoint',
      '--connection-name',
      'ledger-endpoint',
      '--resource-group',
      'rg',
      '--location',
      'westeurope',
      '--subnet',
      '/subnet',
      '--private-connection-resource-id',
      ALIAS,
      '--manual-request',
      'true',
      '--request-message',
      'For the reports',
    ]);
  });

  describe('to another resource', () => {
    const to = (type: string) => {
      const id = `/subscriptions/a/resourceGroups/b/providers/${type}/Shop`;
      const { snippets, ...address } = describeConnecting({
        ...exposure,
        nativeId: id.toLowerCase(),
        kind: 'azure-private-link-resource',
        name: 'Shop',
        address: id,
      });
      const texts = Object.fromEntries(
        snippets.map(({ language, text }) => [language, text]),
      );
      return { id, address, ...texts } as {
        id: string;
        address: object;
      } & Record<'hcl' | 'bicep' | 'shell', string>;
    };
    const connectionIn = async (hcl: string) => {
      const parsed = await parse('connect.tf', hcl);
      const [endpoint] = parsed.resource.azurerm_private_endpoint.shop;
      const { group_id: groupId } = parsed.variable;
      return { ...endpoint.private_service_connection[0], groupId };
    };

    it.each([
      ['Microsoft.Web/sites', 'sites'],
      ['Microsoft.Sql/servers', 'sqlServer'],
      ['Microsoft.KeyVault/vaults', 'vault'],
      ['Microsoft.ContainerService/managedClusters', 'management'],
    ])('asks %s by its id, for %s', async (type, groupId) => {
      const { id, address, hcl, bicep, shell } = to(type);

      expect(address).toEqual({ address: id, addressLabel: 'Resource id' });
      expect(await connectionIn(hcl)).toEqual({
        name: 'shop-endpoint',
        private_connection_resource_id: id,
        subresource_names: [groupId],
        is_manual_connection: true,
        request_message: '${var.request_message}',
      });
      expect(bicep).toContain(`privateLinkServiceId: '${id}'`);
      expect(bicep).toMatch(new RegExp(`groupIds: \\[\\s+'${groupId}'\\s+\\]`));
      expect(shell).toContain(`--group-id '${groupId}'`);
    });

    it.each([
      [
        'Microsoft.Storage/storageAccounts',
        'dfs, blob_secondary, file_secondary',
      ],
      ['Contoso.Odd/things', 'privateLinkResources'],
    ])('lets the consumer of %s choose, and says of what', async (type, of) => {
      const { hcl, bicep, shell } = to(type);

      expect(await connectionIn(hcl)).toMatchObject({
        subresource_names: ['${var.group_id}'],
        groupId: [{ description: expect.stringContaining(of) }],
      });
      expect(bicep).toMatch(/@description\('.*'\)\nparam groupId string\n/);
      expect(bicep).toMatch(/groupIds: \[\s+groupId\s+\]/);
      expect(shell).toContain('--group-id "$GROUP_ID"');
      expect(shell).toContain(of);
    });
  });

  it('gives the host name of a Front Door, and nothing to create', () => {
    const frontDoor: SurveyedExposure = {
      ...exposure,
      kind: 'azure-front-door',
      address: 'shop.z01.azurefd.net',
    };

    expect(describeConnecting(frontDoor)).toEqual({
      address: 'shop.z01.azurefd.net',
      addressLabel: 'Host name',
      snippets: [],
    });
  });
});

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '${file("/etc/passwd")}',
    '%{ if true }x%{ endif }',
    '$${x}',
    '"\n}\nresource "x" "y" {',
    "'\n}\nresource x 'y' = {",
    "\\${x}\\'",
    "'; rm -rf / #",
    '\u2028\u2029\b\f',
    '{{ values }}',
  ),
);

describe('terraformSnippet', () => {
  // The parser hands literal markers back in their escaped form.
  const withoutEscapes = (text: string) => text.replace(/([$%])\1\{/g, '$1{');

  it('says what it was told and nothing else, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, async text => {
        const hcl = terraformSnippet({
          target: { type: 'alias', alias: text },
          title: text,
        });

        const parsed = await parse('odd.tf', hcl);

        const endpoints: any[][] = Object.values(
          parsed.resource.azurerm_private_endpoint,
        );
        expect(endpoints).toHaveLength(1);
        const [connection] = endpoints[0][0].private_service_connection;
        expect(
          withoutEscapes(connection.private_connection_resource_alias),
        ).toBe(text.normalize('NFC'));
        expect(Object.keys(parsed).sort()).toEqual(['resource', 'variable']);
        expect(Object.keys(parsed.resource)).toEqual([
          'azurerm_private_endpoint',
        ]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Reads a Bicep string back, by the escapes that the language has; anything else between the quotes is an error. */
function readBicepText(literal: string): string {
  const body =
    /^'((?:[^'\\$\n\r]|\$(?!\{)|\\(?:[\\'nrt]|\$|u\{[0-9a-f]+\}))*)'$/.exec(
      literal,
    )?.[1];
  if (body === undefined) throw new Error(`Not one Bicep string: ${literal}`);
  return body.replace(
    /\\(?:u\{([0-9a-f]+)\}|(.))/g,
    (_, code: string | undefined, character: string) =>
      code
        ? String.fromCharCode(parseInt(code, 16))
        : { n: '\n', r: '\r', t: '\t' }[character] ?? character,
  );
}

describe('bicepText', () => {
  it('is one string without interpolation, whatever the text', () => {
    fc.assert(
      fc.property(oddText, text => {
        expect(readBicepText(bicepText(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('toEndpointName', () => {
  it.each([
    ['ledger', 'ledger-endpoint'],
    ['Ledger API (v2)', 'ledger-api-v2-endpoint'],
    ['2fa', 'service-2fa-endpoint'],
    ['***', 'service-endpoint'],
    ['x'.repeat(99), `${'x'.repeat(40)}-endpoint`],
  ])('turns %s into %s', (title, name) => {
    expect(toEndpointName(title)).toBe(name);
  });
});
