resource "azurerm_cdn_frontdoor_profile" "payments" {
  name                = "payments"
  resource_group_name = "edge"
  sku_name            = "Premium_AzureFrontDoor"

  tags = {
    backstage-entity-ref = "component:default/payments"
  }
}

resource "azurerm_cdn_frontdoor_endpoint" "payments" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.payments.id
  name                     = "payments"

  tags = {
    backstage-entity-ref = "component:default/payments"
  }
}

resource "azurerm_cdn_frontdoor_origin_group" "payments" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.payments.id
  name                     = "payments"
  session_affinity_enabled = false

  health_probe {
    interval_in_seconds = 100
    path                = "/healthz"
    protocol            = "Https"
    request_type        = "HEAD"
  }

  load_balancing {
    additional_latency_in_milliseconds = 50
    sample_size                        = 4
    successful_samples_required        = 3
  }
}

resource "azurerm_cdn_frontdoor_origin" "payments" {
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.payments.id
  certificate_name_check_enabled = true
  enabled                        = true
  host_name                      = "payments.acme.example"
  https_port                     = 443
  name                           = "payments"
  origin_host_header             = "payments.acme.example"

  private_link {
    location               = "westeurope"
    private_link_target_id = "/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/MC_platform_platform-we_westeurope/providers/Microsoft.Network/privateLinkServices/payments"
    request_message        = "Private exposure request <request-id>"
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "payments" {
  enabled                    = true
  mode                       = "Prevention"
  name                       = "payments"
  request_body_check_enabled = true
  resource_group_name        = "edge"
  sku_name                   = "Premium_AzureFrontDoor"

  tags = {
    backstage-entity-ref = "component:default/payments"
  }

  managed_rule {
    action  = "Block"
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
  }

  managed_rule {
    action  = "Block"
    type    = "Microsoft_BotManagerRuleSet"
    version = "1.1"
  }
}

resource "azurerm_cdn_frontdoor_security_policy" "payments" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.payments.id
  name                     = "payments"

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = azurerm_cdn_frontdoor_firewall_policy.payments.id

      association {
        patterns_to_match = ["/*"]

        domain {
          cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_endpoint.payments.id
        }
      }
    }
  }
}

resource "azurerm_cdn_frontdoor_route" "payments" {
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.payments.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.payments.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.payments.id]
  depends_on                    = [azurerm_cdn_frontdoor_security_policy.payments]
  forwarding_protocol           = "HttpsOnly"
  https_redirect_enabled        = false
  link_to_default_domain        = true
  name                          = "payments"
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Https"]
}
