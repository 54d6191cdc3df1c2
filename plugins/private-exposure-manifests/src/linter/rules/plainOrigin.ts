import { createRule } from '../createRule';

const code = (protocol: string) =>
  `resource "azurerm_cdn_frontdoor_route" "payments" {\n  name                          = "payments"\n  cdn_frontdoor_endpoint_id     = var.endpoint_id\n  cdn_frontdoor_origin_group_id = var.origin_group_id\n  cdn_frontdoor_origin_ids      = [var.origin_id]\n  forwarding_protocol           = "${protocol}"\n  patterns_to_match             = ["/*"]\n  supported_protocols           = ["Https"]\n}\n`;

/** Front Door speaks to the service without encryption. @internal */
export const plainOrigin = createRule({
  id: 'azure/plain-origin',
  severity: 'warning',
  reads: 'front-door',
  page: {
    summary: 'Front Door speaks to the service without encryption.',
    why: 'Over a private link the way is private, but not secret to whoever runs it; without one it is neither.',
    bad: code('HttpOnly'),
    good: code('HttpsOnly'),
    path: 'main.tf',
    source: 'https://learn.microsoft.com/azure/frontdoor/end-to-end-tls',
  },
  check(target, report) {
    for (const at of target.forwarding) {
      if (!/^httponly$/i.test(at.value)) continue;
      report({
        at,
        message: 'Front Door speaks to the service without encryption',
        remedy:
          'Have the service speak HTTPS with a certificate of a public authority for its name, and choose HTTPS.',
        evidence: [{ label: 'forwarding protocol', value: at.value }],
      });
    }
  },
});
