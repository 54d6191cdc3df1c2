/** What a rule's page has to show of a Front Door; the rest is right. */
interface FrontDoorExample {
  sku?: string;
  mode?: string;
  /** Without it, nothing puts the firewall in front of the profile. */
  withSecurityPolicy?: boolean;
}

/** Terraform of a Front Door's profile and firewall, for pages of rules. @internal */
export function exampleFrontDoor({
  sku = 'Premium_AzureFrontDoor',
  mode = 'Prevention',
  withSecurityPolicy = true,
}: FrontDoorExample): string {
  const policy = `
resource "azurerm_cdn_frontdoor_security_policy" "payments" {
  name                     = "payments"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.payments.id

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
`;
  return `resource "azurerm_cdn_frontdoor_profile" "payments" {
  name                = "payments"
  resource_group_name = var.resource_group_name
  sku_name            = "${sku}"
}

resource "azurerm_cdn_frontdoor_firewall_policy" "payments" {
  name                = "payments"
  resource_group_name = var.resource_group_name
  sku_name            = "${sku}"
  mode                = "${mode}"
}
${withSecurityPolicy ? policy : ''}`;
}

const REQUEST = 'Private exposure request 3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';

/** Terraform of an origin, for pages of rules. @internal */
export function exampleOrigin({
  checksName = true,
  isPrivate = true,
  message = REQUEST,
  location = 'westeurope',
  hostName = 'payments.example.com',
}: {
  checksName?: boolean;
  isPrivate?: boolean;
  message?: string;
  location?: string;
  hostName?: string;
}): string {
  const link = `
  private_link {
    location               = "${location}"
    private_link_target_id = var.private_link_service_id
    request_message        = "${message}"
  }
`;
  return `resource "azurerm_cdn_frontdoor_origin" "payments" {
  name                           = "payments"
  cdn_frontdoor_origin_group_id  = var.origin_group_id
  host_name                      = "${hostName}"
  certificate_name_check_enabled = ${checksName}
${isPrivate ? link : ''}}
`;
}

/** The same with a route that goes on by HTTPS. @internal */
export function exampleRoutedOrigin(origin: { hostName?: string }): string {
  return `${exampleOrigin(origin)}
resource "azurerm_cdn_frontdoor_route" "payments" {
  name                          = "payments"
  cdn_frontdoor_endpoint_id     = var.endpoint_id
  cdn_frontdoor_origin_group_id = var.origin_group_id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.payments.id]
  forwarding_protocol           = "HttpsOnly"
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Https"]
}
`;
}
