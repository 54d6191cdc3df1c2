import { createRule } from '../createRule';
import { ALB, AWS, EXAMPLE_CLUSTER, exampleIngress } from './examples';

const KEYS = new Set([`${ALB}certificate-arn`, `${AWS}ssl-cert`]);
// What stands in angle brackets and the like is still to be filled in.
const ACM = /arn:[^:]*:acm:([a-z]+(?:-[a-z]+)+-\d+):/g;
const ingress = (region: string) =>
  exampleIngress([
    `${ALB}certificate-arn: "arn:aws:acm:${region}:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
  ]);

/** A certificate that load balancers of the cluster's region can't use. @internal */
export const certificateRegion = createRule({
  id: 'aws/certificate-region',
  severity: 'error',
  reads: 'annotations',
  about: key => KEYS.has(key),
  page: {
    summary: 'A certificate is of another region than the load balancer.',
    why: 'Elastic Load Balancing takes certificates of its own region alone; those in us-east-1 are CloudFront’s. The controller gets an error and does not finish the load balancer.',
    bad: ingress('us-east-1'),
    good: ingress('eu-west-1'),
    cluster: EXAMPLE_CLUSTER,
    source: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html',
  },
  check(target, report) {
    const { profile } = target;
    if (profile?.cloud !== 'aws') return;
    for (const node of target.annotations) {
      if (!KEYS.has(node.key)) continue;
      const regions = [...node.value.matchAll(ACM)].map(([, region]) => region);
      const other = regions.find(region => region !== profile.region);
      if (!other) continue;
      report({
        at: node,
        message: `The certificate is in ${other}, and cluster ${profile.name} makes load balancers in ${profile.region}`,
        remedy: `Use a certificate in ${profile.region}.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
