import { createRule } from '../createRule';
import { exampleOrigin } from './frontDoorExamples';

/** An origin that may show anybody's certificate. @internal */
export const frontDoorCertificateUnchecked = createRule({
  id: 'infrastructure/front-door-certificate-unchecked',
  severity: 'warning',
  reads: 'front-door',
  page: {
    summary: 'Front Door does not check whose certificate an origin shows.',
    why: 'Whoever stands in the origin’s place could answer with any certificate. With a private link it is an error, for Azure refuses one without the check.',
    bad: exampleOrigin({ checksName: false }),
    good: exampleOrigin({}),
    path: 'main.tf',
    source:
      'https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/cdn_frontdoor_origin.html.markdown',
  },
  check(target, report) {
    for (const {
      value,
      checksCertificateName,
      privateLink,
    } of target.origins) {
      if (checksCertificateName?.value !== 'false') continue;
      const isPrivate = typeof privateLink === 'object';
      report({
        at: checksCertificateName,
        severity: isPrivate ? 'error' : undefined,
        message: isPrivate
          ? `${value} checks no certificate name, and Azure refuses its private link`
          : `${value} takes any certificate for the origin's`,
        remedy:
          'Switch the check on, and give the origin a certificate of a public authority for its host name.',
        evidence: [{ label: 'certificate name check', value: 'false' }],
      });
    }
  },
});
