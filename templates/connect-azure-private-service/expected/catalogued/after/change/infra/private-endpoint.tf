resource "azurerm_private_endpoint" "orders_private_link" {
  location            = "westeurope"
  name                = "orders-private-link"
  resource_group_name = "orders"
  subnet_id           = "/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/MC_platform_platform-we_westeurope/providers/Microsoft.Network/virtualNetworks/platform/subnets/nodes"

  tags = {
    backstage-entity-ref = "component:default/orders"
  }

  private_service_connection {
    is_manual_connection              = true
    name                              = "orders-private-link"
    private_connection_resource_alias = "payments.0a1b2c3d-0000-4000-8000-00000000000a.westeurope.azure.privatelinkservice"
    request_message                   = "Private exposure request <request-id>"
  }
}

resource "azurerm_private_dns_zone" "orders_private_link" {
  name                = "internal.acme.example"
  resource_group_name = "orders"

  tags = {
    backstage-entity-ref = "component:default/orders"
  }
}

resource "azurerm_private_dns_zone_virtual_network_link" "orders_private_link" {
  name                  = "orders-private-link"
  private_dns_zone_name = azurerm_private_dns_zone.orders_private_link.name
  resource_group_name   = "orders"
  virtual_network_id    = "/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/MC_platform_platform-we_westeurope/providers/Microsoft.Network/virtualNetworks/platform"

  tags = {
    backstage-entity-ref = "component:default/orders"
  }
}

resource "azurerm_private_dns_a_record" "orders_private_link" {
  name                = "payments"
  resource_group_name = "orders"
  ttl                 = 300
  zone_name           = azurerm_private_dns_zone.orders_private_link.name

  records = [
    azurerm_private_endpoint.orders_private_link.private_service_connection[0].private_ip_address,
  ]

  tags = {
    backstage-entity-ref = "component:default/orders"
  }
}
