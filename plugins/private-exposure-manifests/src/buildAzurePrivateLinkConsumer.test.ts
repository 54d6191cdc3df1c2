import { ordersEndpoint, REQUEST } from './__testUtils__/azureInputs';
import { readHclWithTerraform } from './__testUtils__/readHclWithTerraform';
import { buildAzurePrivateLinkConsumer } from './buildAzurePrivateLinkConsumer';
import { InvalidIntentError } from './errors';
import { findRequestMessage } from './findRequestMessage';

const bicep = { format: 'bicep', path: 'infra/endpoint.bicep' } as const;
const SUBSCRIPTION = ordersEndpoint.subscription;
const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/a/providers/Microsoft.Network/privateLinkServices/b`;

const build = (
  change: Partial<typeof ordersEndpoint> = {},
  existing: Record<string, string> = {},
) =>
  buildAzurePrivateLinkConsumer({ ...ordersEndpoint, ...change }, { existing });

const BICEP = `resource orders_private_link_endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = {
  name: 'orders-private-link'
  location: 'westeurope'
  tags: {
    'backstage-entity-ref': 'component:default/orders'
  }
  properties: {
    customNetworkInterfaceName: 'orders-private-link-nic'
    manualPrivateLinkServiceConnections: [
      {
        name: 'orders-private-link'
        properties: {
          privateLinkServiceId: '${ID}'
          requestMessage: '${REQUEST}'
        }
      }
    ]
    subnet: {
      id: '/subscriptions/${SUBSCRIPTION}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/orders/subnets/endpoints'
    }
  }
}
`;

describe('buildAzurePrivateLinkConsumer', () => {
  it('asks by the alias, with a name that leads to the endpoint', async () => {
    const { files, findings } = build();

    expect(findings).toEqual([]);
    const { resource } = (await readHclWithTerraform(
      files[0].content,
    )) as Record<string, object>;
    const label = 'orders_private_link';
    expect(resource).toMatchObject({
      azurerm_private_endpoint: {
        [label]: [
          {
            subnet_id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/orders/subnets/endpoints`,
            private_service_connection: [
              {
                is_manual_connection: true,
                private_connection_resource_alias: Object(
                  ordersEndpoint.service,
                ).alias,
                request_message: REQUEST,
              },
            ],
            tags: { 'backstage-entity-ref': 'component:default/orders' },
          },
        ],
      },
      azurerm_private_dns_zone: {
        [label]: [{ name: 'internal.acme.example' }],
      },
      azurerm_private_dns_a_record: {
        [label]: [
          {
            name: 'api',
            zone_name: '${azurerm_private_dns_zone.orders_private_link.name}',
            records: [
              '${azurerm_private_endpoint.orders_private_link.private_service_connection[0].private_ip_address}',
            ],
          },
        ],
      },
      azurerm_private_dns_zone_virtual_network_link: {
        [label]: [{ name: 'orders-private-link' }],
      },
    });
  });

  it('asks by the id, in Bicep, without a name', () => {
    const { files } = build({
      ...{ infrastructure: bicep, service: { id: ID }, privateDns: undefined },
    });

    expect(files).toEqual([{ path: bicep.path, content: BICEP }]);
  });

  it('puts the record into a zone that is there, and makes none', () => {
    const privateDns = {
      zone: 'internal.acme.example',
      record: '@',
      existingResourceGroup: 'dns',
    };
    const { files, description } = build({ privateDns });

    const { content } = files[0];
    expect(content).toMatch(/zone_name\s+= "internal.acme.example"/);
    expect(content).toMatch(/resource_group_name = "dns"/);
    expect(content).not.toContain('"azurerm_private_dns_zone"');
    expect(content).not.toContain('network_link');
    expect(description).toContain('`internal.acme.example` leads here');
  });

  it('reads the address of its interface once the endpoint is made, in Bicep', () => {
    const { content } = build({ infrastructure: bicep }).files[0];

    expect(content).toContain(
      "resource orders_private_link_nic 'Microsoft.Network/networkInterfaces@2024-01-01' existing = {\n  name: 'orders-private-link-nic'\n}",
    );
    expect(content).toContain(
      'ipv4Address: orders_private_link_nic.properties.ipConfigurations[0].properties.privateIPAddress',
    );
    expect(content).toContain('dependsOn: [\n    orders_private_link_endpoint');
  });

  it.each([ordersEndpoint.infrastructure, bicep])(
    'has nothing to write the second time, and finds its request ($format)',
    infrastructure => {
      const { path, content } = build({ infrastructure }).files[0];

      expect(build({ infrastructure }, { [path]: content }).files).toEqual([]);
      expect(
        findRequestMessage({
          ...{ path, text: content, name: 'orders-private-link' },
          resource: 'private-endpoint',
        }),
      ).toBe(REQUEST);
    },
  );

  it.each([
    [{ service: { alias: 'super-api' } }, 'service'],
    [{ service: { id: 'super-api' } }, 'service'],
    [{ name: 'Orders' }, 'name'],
    [
      { network: { resourceGroup: 'a', vnet: 'b', subnet: '/c' } },
      'network.subnet',
    ],
    [{ privateDns: { zone: 'a.b', record: 'c d' } }, 'privateDns.record'],
    [{ privateDns: { zone: '*.a.b', record: 'c' } }, 'privateDns.zone'],
    [
      {
        infrastructure: bicep,
        privateDns: {
          ...{ zone: 'a.b', record: 'c', existingResourceGroup: 'dns' },
        },
      },
      'privateDns.existingResourceGroup',
    ],
    [
      {
        infrastructure: bicep,
        resourceGroup: 'shop\n- other',
        privateDns: {
          ...{ zone: 'a.b', record: 'c', existingResourceGroup: 'dns' },
        },
      },
      'privateDns.existingResourceGroup',
    ],
  ])('refuses %j by its field, in one line', (change, field) => {
    const refuse = () => build(change);
    expect(refuse).toThrow(InvalidIntentError);
    expect(refuse).toThrow(field);
    expect(refuse).not.toThrow(/\n/);
  });
});
