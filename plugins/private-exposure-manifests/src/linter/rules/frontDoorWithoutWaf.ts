import { createRule } from '../createRule';
import { exampleFrontDoor } from './frontDoorExamples';

/** A Front Door that lets every request through. @internal */
export const frontDoorWithoutWaf = createRule({
  id: 'infrastructure/front-door-without-waf',
  severity: 'warning',
  reads: 'front-door',
  page: {
    summary:
      'No firewall stands in front of a Front Door, or of a domain that it serves.',
    why: 'A Front Door is open to the internet, and a firewall policy does nothing before a security policy puts it in front of the profile’s domains. All files that are checked together count; a security policy that does not tell its profile counts for each. Of a profile with a firewall, every endpoint and custom domain that a route of the same file serves has to be in an association, with all of the route’s paths: a domain that is left out is a way around.',
    bad: exampleFrontDoor({ withSecurityPolicy: false }),
    good: exampleFrontDoor({}),
    path: 'main.tf',
    source:
      'https://learn.microsoft.com/azure/web-application-firewall/afds/waf-front-door-create-portal',
  },
  check(target, report) {
    for (const profile of target.profiles) {
      if (profile.isProtected) continue;
      report({
        at: profile,
        message: `No file that was checked puts a firewall in front of ${profile.value}`,
        remedy:
          'Add a security policy with a firewall policy in prevention mode for every endpoint and domain.',
        evidence: [{ label: 'profile', value: profile.value }],
      });
    }
    for (const domain of target.openDomains) {
      const paths = domain.paths.join(', ');
      report({
        at: domain,
        message: `A route serves ${domain.value} at ${paths}, where no firewall looks`,
        remedy:
          "Add the domain to an association of a security policy of the profile, with '/*'.",
        evidence: [
          { label: 'domain', value: domain.value },
          { label: 'paths', value: paths },
        ],
      });
    }
  },
});
