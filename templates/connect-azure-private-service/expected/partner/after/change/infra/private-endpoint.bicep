resource orders_private_link_endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = {
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
          privateLinkServiceId: '/subscriptions/0a1b2c3d-0000-4000-8000-00000000000c/resourceGroups/ledger/providers/Microsoft.Network/privateLinkServices/ledger'
          requestMessage: 'Private exposure request <request-id>'
        }
      }
    ]
    subnet: {
      id: '/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/MC_platform_platform-we_westeurope/providers/Microsoft.Network/virtualNetworks/platform/subnets/endpoints'
    }
  }
}
