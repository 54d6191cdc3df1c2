import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const PRIVATE_LINK = `${AWS}inbound-sg-rules-on-private-link-traffic: "on"`;

/** A load balancer for PrivateLink that the Internet reaches as well. @internal */
export const publicBehindPrivateLink = createRule({
  id: 'aws/public-behind-private-link',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}inbound-sg-rules-on-private-link-traffic`],
  page: {
    summary: 'A load balancer that serves PrivateLink is internet-facing.',
    why: 'Consumers come through their endpoints, which an internal load balancer serves as well. An internet-facing one lets everybody in beside them.',
    bad: exampleService([`${AWS}scheme: "internet-facing"`, PRIVATE_LINK]),
    good: exampleService([`${AWS}scheme: "internal"`, PRIVATE_LINK]),
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  },
  check(target, report) {
    const scheme = annotationOf(target, 'aws-load-balancer-scheme');
    const rules = annotationOf(
      target,
      'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
    );
    if (scheme?.value !== 'internet-facing' || !rules) return;
    report({
      at: scheme,
      message:
        'The load balancer is for PrivateLink consumers, and the Internet reaches it too',
      remedy: 'Write "internal"; PrivateLink does not need more.',
      evidence: [
        { label: scheme.key, value: scheme.value },
        { label: rules.key, value: rules.value },
      ],
    });
  },
});
