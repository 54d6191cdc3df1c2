import { createRule } from '../createRule';
import { readerOf } from '../KnownAnnotations';
import { ServiceTarget } from '../targets';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const NAME = 'aws-load-balancer-backend-protocol';
const CERTIFICATE = `${AWS}ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;

/** What becomes of the value, where that is not what it says. */
function misreading(target: ServiceTarget, value: string) {
  const hasCertificate =
    annotationOf(target, 'aws-load-balancer-ssl-cert') !== undefined;
  const reader = readerOf(target);
  const isNetwork =
    reader === 'aws-load-balancer-controller' ||
    annotationOf(target, 'aws-load-balancer-type')?.value === 'nlb';
  if (reader === undefined || value === '' || value === 'tcp') return undefined;
  if (isNetwork)
    return value === 'ssl'
      ? undefined
      : `A Network Load Balancer knows 'ssl' alone for targets; '${value}' is plain TCP`;
  return value === 'http' || hasCertificate || target.isPartial
    ? undefined
    : `Without a certificate '${value}' is plain TCP to targets`;
}

/** Encryption to targets that is asked for and does not come. @internal */
export const backendProtocol = createRule({
  id: 'aws/backend-protocol',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}backend-protocol`],
  page: {
    summary: 'The protocol to targets is not the one that is written.',
    why: 'A Network Load Balancer reads ssl alone. A Classic one needs a certificate of its own before it speaks https or ssl to targets. Anything else is plain TCP, without a word.',
    bad: exampleService([CERTIFICATE, `${AWS}backend-protocol: "https"`]),
    good: exampleService([CERTIFICATE, `${AWS}backend-protocol: "ssl"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    const message = node && misreading(target, node.value.trim());
    if (!node || !message) return;
    report({
      at: node,
      message,
      remedy:
        'Write "ssl" beside a certificate for TLS to targets, or remove the annotation.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
