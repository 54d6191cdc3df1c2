import { createRule } from '../createRule';
import { exampleOrigin } from './frontDoorExamples';

/** An origin that Front Door reaches over the internet. @internal */
export const frontDoorPublicOrigin = createRule({
  id: 'infrastructure/front-door-public-origin',
  severity: 'warning',
  reads: 'front-door',
  page: {
    summary: 'Front Door reaches an origin over the internet.',
    why: 'Then others reach it too, past the firewall, unless the origin itself lets nobody in but this Front Door. A private link leaves it without a public way in.',
    bad: exampleOrigin({ isPrivate: false }),
    good: exampleOrigin({}),
    path: 'main.tf',
    source: 'https://learn.microsoft.com/azure/frontdoor/origin-security',
  },
  check(target, report) {
    for (const origin of target.origins) {
      if (origin.privateLink !== 'none') continue;
      report({
        at: origin,
        message: `${origin.value} is reached over the internet`,
        remedy:
          'Give the origin a private link; or have it let in the service tag AzureFrontDoor.Backend and this X-Azure-FDID alone, and accept the finding.',
        evidence: [{ label: 'private link', value: 'none' }],
      });
    }
  },
});
