import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}wafv2-acl-arn`;
const ARN = /^arn:[^:]*:wafv2:([a-z]+(?:-[a-z]+)+-\d+):[^:]*:([^/]*)\/webacl\//;
const ingress = (scope: string) =>
  exampleIngress([
    `${KEY}: "arn:aws:wafv2:us-east-1:111122223333:${scope}/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
  ]);

/** A web ACL that can't protect an Application Load Balancer. @internal */
export const wafScope = createRule({
  id: 'alb/waf-scope',
  severity: 'error',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'A web ACL is for CloudFront, or for another region.',
    why: 'A load balancer takes regional web ACLs of its own region. Global ones are for CloudFront distributions. AWS refuses the rest, and the load balancer stays unprotected.',
    bad: ingress('global'),
    good: ingress('regional'),
    source:
      'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const read = node && ARN.exec(node.value.trim());
    if (!node) return;
    const evidence = [{ label: KEY, value: node.value }];
    if (!read) {
      if (/^(none)?$|^arn:|[<>{}$]/.test(node.value.trim())) return;
      report({
        at: node,
        message: `'${node.value}' is not the ARN of a web ACL; AWS refuses it`,
        remedy: `Write the ARN, or the name in ${ALB}wafv2-acl-name.`,
        evidence,
      });
      return;
    }
    const [, region, scope] = read;
    const { profile } = target;
    if (scope === 'global') {
      report({
        at: node,
        message:
          'The web ACL is global, which is for CloudFront; a load balancer takes regional ones alone',
        remedy: 'Name a regional web ACL of the load balancer’s region.',
        evidence,
      });
    } else if (profile?.cloud === 'aws' && region !== profile.region) {
      report({
        at: node,
        message: `The web ACL is in ${region}, and cluster ${profile.name} makes load balancers in ${profile.region}`,
        remedy: `Name a regional web ACL in ${profile.region}.`,
        evidence,
      });
    }
  },
});
