import { asIngress, asService, combinationsOf } from './Combination';

const SCHEME = 'service.beta.kubernetes.io/aws-load-balancer-scheme';

/** Keys that are nearly right, and that nobody reads. @internal */
export const mistypedKeys = [
  ...combinationsOf(
    {
      prefix: '',
      write: asService,
      spec: ['loadBalancerClass: service.k8s.aws/nlb'],
    },
    [
      ...[
        'service.beta.kubernetes.io/aws-loadbalancer-scheme',
        'services.beta.kubernetes.io/aws-load-balancer-scheme',
        'Service.beta.kubernetes.io/aws-load-balancer-scheme',
        'service.beta.kubernetes.io/aws_load_balancer_scheme',
      ].map(key => ({
        what: key,
        rule: 'annotation/unknown',
        bad: [`${key}: "internal"`],
        good: [`${SCHEME}: "internal"`],
      })),
      {
        what: 'external-dns in one word',
        rule: 'annotation/unknown',
        bad: ['externaldns.kubernetes.io/hostname: "payments.acme.example"'],
        good: ['external-dns.kubernetes.io/hostname: "payments.acme.example"'],
      },
    ],
  ),
  ...combinationsOf({ prefix: '', write: asIngress }, [
    {
      what: 'a prefix without its middle',
      rule: 'annotation/unknown',
      bad: ['alb.kubernetes.io/scheme: "internal"'],
      good: ['alb.ingress.kubernetes.io/scheme: "internal"'],
    },
    {
      what: 'an attribute without its end',
      rule: 'annotation/attribute',
      bad: [
        'alb.ingress.kubernetes.io/load-balancer-attributes: "routing.http.drop_invalid_header_fields=true"',
      ],
      good: [
        'alb.ingress.kubernetes.io/load-balancer-attributes: "routing.http.drop_invalid_header_fields.enabled=true"',
      ],
    },
  ]),
];
