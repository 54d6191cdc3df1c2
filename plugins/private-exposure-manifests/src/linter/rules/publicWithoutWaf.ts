import { createRule } from '../createRule';
import { classSets, othersAreElsewhere } from '../ingressParams';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const PROTECTED_BY = [
  'wafv2-acl-arn',
  'wafv2-acl-name',
  'waf-acl-id',
  'web-acl-id',
];
// Who may come is named, as by the list of CloudFront's addresses.
const LIMITED_BY = [
  'security-groups',
  'security-group-prefix-lists',
  'inbound-cidrs',
];
const OF_CLASS = [
  'wafv2AclArn',
  'wafv2ACLArn',
  'wafv2AclName',
  'wafv2ACLName',
  'prefixLists',
  'prefixListsIDs',
  'inboundCIDRs',
];
const PUBLIC = `${ALB}scheme: "internet-facing"`;

/** A public Application Load Balancer that no web ACL protects. @internal */
export const publicWithoutWaf = createRule({
  id: 'alb/public-without-waf',
  severity: 'info',
  reads: 'ingress',
  about: [`${ALB}scheme`],
  page: {
    summary: 'A public load balancer has no web ACL.',
    why: 'Everybody can send it anything. A web ACL filters the known attacks; where a CDN with one stands in front, the load balancer should let in that CDN alone. Checkov reports it as CKV2_AWS_28.',
    bad: exampleIngress([PUBLIC]),
    good: exampleIngress([
      PUBLIC,
      `${ALB}wafv2-acl-arn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
    ]),
    source:
      'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html',
  },
  check(target, report) {
    const scheme = findAnnotation(target, `${ALB}scheme`);
    if (target.isPartial || scheme?.value !== 'internet-facing') return;
    if (target.ingressClass?.params?.scheme === 'internal') return;
    // Another Ingress of the group, or the class, may name one.
    if (othersAreElsewhere(target) || classSets(target, ...OF_CLASS)) return;
    const has = (name: string) => {
      const key = `${ALB}${name}`;
      return (
        findAnnotation(target, key) !== undefined ||
        target.group.some(({ annotations }) => key in annotations)
      );
    };
    if ([...PROTECTED_BY, ...LIMITED_BY].some(has)) return;
    report({
      at: scheme,
      message:
        'The load balancer is open to the Internet, and no web ACL stands before it',
      remedy: `Name a web ACL in ${ALB}wafv2-acl-arn, or limit who may come with security-group-prefix-lists.`,
      evidence: [{ label: scheme.key, value: scheme.value }],
    });
  },
});
