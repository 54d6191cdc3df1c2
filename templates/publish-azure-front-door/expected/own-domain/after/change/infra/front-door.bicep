resource payments_profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: 'payments'
  location: 'global'
  tags: {
    'backstage-entity-ref': 'component:default/payments'
  }
  sku: {
    name: 'Premium_AzureFrontDoor'
  }
}

resource payments_endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-02-01' = {
  parent: payments_profile
  name: 'payments'
  location: 'global'
  tags: {
    'backstage-entity-ref': 'component:default/payments'
  }
  properties: {
    enabledState: 'Enabled'
  }
}

resource payments_origin_group 'Microsoft.Cdn/profiles/originGroups@2024-02-01' = {
  parent: payments_profile
  name: 'payments'
  properties: {
    healthProbeSettings: {
      probeIntervalInSeconds: 100
      probePath: '/'
      probeProtocol: 'Http'
      probeRequestType: 'HEAD'
    }
    loadBalancingSettings: {
      additionalLatencyInMilliseconds: 50
      sampleSize: 4
      successfulSamplesRequired: 3
    }
    sessionAffinityState: 'Disabled'
  }
}

resource payments_origin 'Microsoft.Cdn/profiles/originGroups/origins@2024-02-01' = {
  parent: payments_origin_group
  name: 'payments'
  properties: {
    enabledState: 'Enabled'
    enforceCertificateNameCheck: true
    hostName: 'payments.acme.example'
    httpPort: 80
    originHostHeader: 'payments.acme.example'
    sharedPrivateLinkResource: {
      privateLink: {
        id: '/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/MC_platform_platform-we_westeurope/providers/Microsoft.Network/privateLinkServices/payments-private'
      }
      privateLinkLocation: 'westeurope'
      requestMessage: 'Private exposure request <request-id>'
    }
  }
}

resource payments_secret 'Microsoft.Cdn/profiles/secrets@2024-02-01' = {
  parent: payments_profile
  name: 'shop-acme-example'
  properties: {
    parameters: {
      type: 'CustomerCertificate'
      secretSource: {
        id: '/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/edge/providers/Microsoft.KeyVault/vaults/certs/secrets/shop'
      }
      useLatestVersion: true
    }
  }
}

resource payments_custom_domain 'Microsoft.Cdn/profiles/customDomains@2024-02-01' = {
  parent: payments_profile
  name: 'shop-acme-example'
  properties: {
    hostName: 'shop.acme.example'
    tlsSettings: {
      certificateType: 'CustomerCertificate'
      minimumTlsVersion: 'TLS12'
      secret: {
        id: payments_secret.id
      }
    }
  }
}

resource payments_firewall 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2024-02-01' = {
  name: 'payments'
  location: 'global'
  tags: {
    'backstage-entity-ref': 'component:default/payments'
  }
  sku: {
    name: 'Premium_AzureFrontDoor'
  }
  properties: {
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
      requestBodyCheck: 'Enabled'
    }
    managedRules: {
      managedRuleSets: [
        {
          ruleSetType: 'Microsoft_DefaultRuleSet'
          ruleSetVersion: '2.1'
          ruleSetAction: 'Block'
        }
        {
          ruleSetType: 'Microsoft_BotManagerRuleSet'
          ruleSetVersion: '1.1'
          ruleSetAction: 'Block'
        }
      ]
    }
  }
}

resource payments_security_policy 'Microsoft.Cdn/profiles/securityPolicies@2024-02-01' = {
  parent: payments_profile
  name: 'payments'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: {
        id: payments_firewall.id
      }
      associations: [
        {
          domains: [
            {
              id: payments_endpoint.id
            }
            {
              id: payments_custom_domain.id
            }
          ]
          patternsToMatch: [
            '/*'
          ]
        }
      ]
    }
  }
}

resource payments_route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  parent: payments_endpoint
  name: 'payments'
  properties: {
    customDomains: [
      {
        id: payments_custom_domain.id
      }
    ]
    enabledState: 'Enabled'
    forwardingProtocol: 'HttpOnly'
    httpsRedirect: 'Disabled'
    linkToDefaultDomain: 'Disabled'
    originGroup: {
      id: payments_origin_group.id
    }
    patternsToMatch: [
      '/api/*'
    ]
    supportedProtocols: [
      'Https'
    ]
  }
  dependsOn: [
    payments_origin
    payments_security_policy
  ]
}
