import { createRule } from '../createRule';
import { exampleFrontDoor } from './frontDoorExamples';

/** A tier of Front Door that reaches nothing in private. @internal */
export const frontDoorNotPremium = createRule({
  id: 'infrastructure/front-door-not-premium',
  severity: 'warning',
  reads: 'front-door',
  page: {
    summary: 'A Front Door is of a tier that has no private links.',
    why: 'Only Premium reaches origins over Private Link and has managed rule sets; with Standard, origins have to be reachable from the internet. With a private link in one of its origins it is an error, for Azure refuses it.',
    bad: exampleFrontDoor({ sku: 'Standard_AzureFrontDoor' }),
    good: exampleFrontDoor({}),
    path: 'main.tf',
    source: 'https://learn.microsoft.com/azure/frontdoor/private-link',
  },
  check(target, report) {
    for (const { value, sku, hasPrivateOrigin } of target.profiles) {
      if (!sku || !/^standard_/i.test(sku.value)) continue;
      report({
        at: sku,
        severity: hasPrivateOrigin ? 'error' : undefined,
        message: hasPrivateOrigin
          ? `${value} is ${sku.value}, and Azure refuses the private link of its origin`
          : `${value} is ${sku.value}, which reaches no origin in private`,
        remedy: 'Set Premium_AzureFrontDoor, for the firewall policy too.',
        evidence: [{ label: 'SKU', value: sku.value }],
      });
    }
  },
});
