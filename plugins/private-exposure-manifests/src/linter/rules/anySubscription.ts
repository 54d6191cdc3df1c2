import { createRule } from '../createRule';

const ONE = '00000000-0000-0000-0000-000000000000';
const code = (subscription: string) =>
  `resource "azurerm_private_link_service" "payments" {\n  name                                        = "payments"\n  visibility_subscription_ids                 = ["${subscription}"]\n  load_balancer_frontend_ip_configuration_ids = [var.frontend_id]\n}\n`;

/** Every subscription may ask, or is connected. @internal */
export const anySubscription = createRule({
  id: 'infrastructure/any-subscription',
  severity: 'warning',
  reads: 'private-link-service',
  page: {
    summary: 'A private link service is open to every subscription.',
    why: 'With * anybody who knows the alias may ask to connect, and with * for auto-approval is connected. Azure Front Door needs the *, for its subscription is Microsoft’s; approve its connections by hand.',
    bad: code('*'),
    good: code(ONE),
    path: 'main.tf',
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#control-service-exposure',
  },
  check(target, report) {
    const isAny = ({ value }: { value: string }) => value === '*';
    const connected = target.autoApproval.find(isAny);
    const visible = target.visibility.find(isAny);
    if (connected) {
      report({
        at: connected,
        severity: 'error',
        message: `${target.value} connects every subscription without asking`,
        remedy: 'Name the subscriptions that are trusted.',
        evidence: [{ label: 'approved without asking', value: '*' }],
      });
    } else if (visible) {
      report({
        at: visible,
        message: `Every subscription may ask to connect to ${target.value}`,
        remedy:
          'Name the subscriptions that are meant, unless Azure Front Door is the consumer.',
        evidence: [{ label: 'visible to', value: '*' }],
      });
    }
  },
});
