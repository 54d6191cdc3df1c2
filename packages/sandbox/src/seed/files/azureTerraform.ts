/** What the Front Door of a component is to be. */
interface FrontDoorOptions {
  name: string;
  resourceGroup: string;
  privateLinkServiceId: string;
  location: string;
  hostName: string;
  requestMessage: string;
}

function entryBlocks(options: FrontDoorOptions): string {
  const { name } = options;
  return `resource "azurerm_cdn_frontdoor_profile" "${name}" {
  name                = "fd-${name}"
  resource_group_name = "${options.resourceGroup}"
  sku_name            = "Premium_AzureFrontDoor"
  tags = {
    "backstage-entity-ref" = "component:default/${name}"
  }
}

resource "azurerm_cdn_frontdoor_endpoint" "${name}" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.${name}.id
  name                     = "${name}"
}
`;
}

function originBlocks(options: FrontDoorOptions): string {
  const { name } = options;
  return `resource "azurerm_cdn_frontdoor_origin_group" "${name}" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.${name}.id
  name                     = "${name}"

  health_probe {
    interval_in_seconds = 60
    path                = "/healthz"
    protocol            = "Https"
    request_type        = "HEAD"
  }

  load_balancing {
    sample_size                 = 4
    successful_samples_required = 3
  }
}

resource "azurerm_cdn_frontdoor_origin" "${name}" {
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.${name}.id
  name                           = "${name}"
  enabled                        = true
  host_name                      = "${options.hostName}"
  origin_host_header             = "${options.hostName}"
  certificate_name_check_enabled = true

  private_link {
    location               = "${options.location}"
    private_link_target_id = "${options.privateLinkServiceId}"
    request_message        = "${options.requestMessage}"
  }
}
`;
}

function firewallBlocks(options: FrontDoorOptions): string {
  const { name } = options;
  return `resource "azurerm_cdn_frontdoor_firewall_policy" "${name}" {
  name                = "waf${name}"
  resource_group_name = "${options.resourceGroup}"
  sku_name            = "Premium_AzureFrontDoor"
  mode                = "Detection" # until we know what it would block

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"
  }
}

resource "azurerm_cdn_frontdoor_security_policy" "${name}" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.${name}.id
  name                     = "${name}"

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = azurerm_cdn_frontdoor_firewall_policy.${name}.id

      association {
        patterns_to_match = ["/*"]

        domain {
          cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_endpoint.${name}.id
        }
      }
    }
  }
}
`;
}

function routeBlock({ name }: FrontDoorOptions): string {
  return `resource "azurerm_cdn_frontdoor_route" "${name}" {
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.${name}.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.${name}.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.${name}.id]
  name                          = "${name}"
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Https"]
  forwarding_protocol           = "HttpsOnly"
  https_redirect_enabled        = false
  link_to_default_domain        = true
  depends_on                    = [azurerm_cdn_frontdoor_security_policy.${name}]
}
`;
}

/**
 * The Terraform file that puts a Front Door with a firewall before a component's private link service.
 * @internal
 */
export function frontDoorTerraform(options: FrontDoorOptions): string {
  const blocks = [entryBlocks, originBlocks, firewallBlocks, routeBlock];
  return `# The private link service is made by the cluster, from the manifests in this repository.
${blocks.map(write => write(options)).join('\n')}`;
}
