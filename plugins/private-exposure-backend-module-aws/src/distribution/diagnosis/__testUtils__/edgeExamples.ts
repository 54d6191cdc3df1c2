import {
  certificate,
  firewall,
  seen,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { InspectedFirewall } from '../../../inspection/InspectedFirewall';
import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import type { DistributionInspection } from '../../inspection/DistributionInspection';
import { distribution } from './inspections';
import { withOrigin } from './withOrigin';

const withFirewall = (
  id: string,
  webAcl: InspectedFirewall['webAcl'] = unseen(),
) => distribution({ firewall: seen({ id, webAcl }) });

/** Of rules about a distribution itself, its certificate and its firewall. */
export const edgeExamples: RuleExamples<DistributionInspection> = {
  'aws/distribution-disabled': {
    noticed: [
      {
        name: 'a distribution that is switched off',
        inspection: distribution({ distribution: { enabled: false } }),
        says: 'disabled',
      },
    ],
    leftAlone: [],
  },
  'aws/distribution-not-deployed': {
    noticed: [
      {
        name: 'a change on its way',
        inspection: distribution({ distribution: { status: 'InProgress' } }),
        says: 'on its way',
      },
    ],
    leftAlone: [],
  },
  'aws/certificate-mismatch': {
    noticed: [
      {
        name: 'a name that the certificate does not have',
        inspection: distribution({
          distribution: { aliases: ['shop.acme.example', 'acme.example'] },
        }),
        says: 'not good for acme.example',
      },
      {
        name: 'a name two labels below a star',
        inspection: distribution({
          distribution: { aliases: ['a.b.shop.acme.example'] },
        }),
        says: 'a.b.shop.acme.example',
      },
      {
        name: "CloudFront's own certificate with a name of one's own",
        inspection: distribution({ certificates: [] }),
        says: 'shop.acme.example',
      },
    ],
    leftAlone: [
      {
        name: 'a name one label below a star, in capitals',
        inspection: distribution({
          distribution: { aliases: ['EU.shop.acme.example'] },
        }),
      },
      {
        name: 'no other names',
        inspection: distribution({
          certificates: [],
          distribution: { aliases: [] },
        }),
      },
      {
        name: 'a certificate that may not be looked at',
        inspection: distribution({
          certificates: [{ arn: 'arn', details: unseen('x:Y') }],
        }),
      },
    ],
  },
  'aws/certificate-wrong-region': {
    noticed: [
      {
        name: 'a certificate of another region',
        inspection: distribution({
          certificates: [
            {
              arn: 'arn:aws:acm:eu-west-1:222233334444:certificate/1',
              details: unseen(),
            },
          ],
        }),
        says: 'is in eu-west-1',
      },
    ],
    leftAlone: [
      {
        name: "one of IAM's, which has no region",
        inspection: distribution({
          certificates: [{ arn: 'ASCAEXAMPLE', details: unseen() }],
        }),
      },
    ],
  },
  'aws/firewall-wrong-scope': {
    noticed: [
      {
        name: 'a regional web ACL',
        inspection: withFirewall(
          'arn:aws:wafv2:us-east-1:222233334444:regional/webacl/shop/1',
        ),
        says: 'scope REGIONAL',
      },
      {
        name: 'a web ACL of WAF Classic',
        inspection: withFirewall('473e64fd-f30b-4765-81a0-62ad96dd167a'),
        says: 'WAF Classic',
      },
    ],
    leftAlone: [],
  },
  'aws/firewall-missing': {
    noticed: [
      {
        name: 'no web ACL',
        inspection: distribution({ firewall: seen(undefined) }),
        says: 'no web ACL',
      },
      {
        name: 'a web ACL that was deleted',
        inspection: withFirewall(firewall().id, seen(undefined)),
        says: 'does not exist',
      },
    ],
    leftAlone: [
      {
        name: 'a web ACL that may not be looked at',
        inspection: withFirewall(firewall().id, unseen('x:Y')),
      },
    ],
  },
  'aws/permission-missing': {
    noticed: [
      {
        name: 'a name whose zone may not be looked at',
        inspection: distribution({
          names: [{ name: 'a.example', records: unseen('route53:X') }],
        }),
        says: 'route53:X',
      },
      {
        name: 'a load balancer that may not be looked at',
        inspection: withOrigin({ backend: unseen('elasticloadbalancing:X') }),
        says: 'elasticloadbalancing:X',
      },
      {
        name: 'a web ACL that may not be looked at',
        inspection: withFirewall(firewall().id, unseen('wafv2:X')),
        says: 'wafv2:X',
      },
      {
        name: 'a VPC origin in an account that cannot be entered',
        inspection: withOrigin({
          vpcOrigin: { id: 'vo_1', description: unseen('sts:AssumeRole') },
        }),
        says: 'trusts this backend',
      },
    ],
    leftAlone: [
      {
        name: "what is not ours to look into, such as IAM's certificates",
        inspection: distribution({
          certificates: [{ ...certificate(), details: unseen() }],
        }),
      },
    ],
  },
};
