import { createRule } from '../createRule';
import { ingressListeners } from '../ingressListeners';
import { classIsElsewhere, classSets } from '../ingressParams';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const PORTS = `${ALB}listen-ports`;
const SOURCES = ['certificate-arn', 'create-acm-cert', 'group.name'];
const OF_CLASS = ['certificateArn', 'certificateARNs', 'group'];

/** An HTTPS listener for which there is no way to a certificate. @internal */
export const certificateMissing = createRule({
  id: 'alb/certificate-missing',
  severity: 'warning',
  reads: 'ingress',
  about: [PORTS],
  page: {
    summary: 'HTTPS is asked for, and nothing leads to a certificate.',
    why: 'Where no certificate is named, the controller looks for those that fit the hosts of the Ingress. Without a host it finds none, and AWS refuses an HTTPS listener without a certificate; only an IngressClassParams could name one. Of a class whose parameters are not among the files, nothing is said; alone alb is taken to set nothing.',
    bad: exampleIngress([`${PORTS}: '[{"HTTPS": 443}]'`]),
    good: exampleIngress([
      `${PORTS}: '[{"HTTPS": 443}]'`,
      `${ALB}certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
    ]),
    source:
      'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/cert_discovery/',
  },
  check(target, report) {
    const node = findAnnotation(target, PORTS);
    const { isPartial, object } = target;
    if (!node || isPartial || object?.kind !== 'Ingress') return;
    const isTls = ingressListeners(target)?.listeners.some(
      ({ protocol }) => protocol === 'HTTPS',
    );
    const hasHost = /"hosts?":\s*"?\[?"/.test(
      JSON.stringify([object.spec?.rules, object.spec?.tls]),
    );
    const isNamed =
      SOURCES.some(name => findAnnotation(target, `${ALB}${name}`)) ||
      classSets(target, ...OF_CLASS);
    if (classIsElsewhere(target)) return;
    if (!isTls || hasHost || isNamed) return;
    report({
      at: node,
      message: 'Nothing leads to a certificate for the HTTPS listener',
      remedy: `Name one in ${ALB}certificate-arn, or hosts in spec.tls or spec.rules that one in ACM is for.`,
      evidence: [
        { label: PORTS, value: node.value },
        { label: `${ALB}certificate-arn`, value: 'missing' },
      ],
    });
  },
});
