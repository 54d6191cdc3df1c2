import { asWholeIngress, asWholeService, CorrectFiles } from './CorrectFiles';

const ALB = 'alb.ingress.kubernetes.io/';
const PUBLIC = `${ALB}scheme: "internet-facing"`;
const BOTH = `${ALB}listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'`;
const CERTIFICATE =
  'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';
const ACL =
  'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';
const platformClass = `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: platform}
spec: {controller: ingress.k8s.aws/alb, parameters: {apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: public}}
`;
const publicParams = `apiVersion: elbv2.k8s.aws/v1beta1
kind: IngressClassParams
metadata: {name: public}
spec:
  scheme: internet-facing
  certificateArn: ["${CERTIFICATE}"]
  sslRedirectPort: "443"
  wafv2AclArn: ${ACL}
`;
const OF_PLATFORM = 'ingressClassName: platform, ';
/** Without hosts, nothing leads to a certificate but what names one. */
const withoutHosts = (annotations: string[], ingressClass: string) =>
  asWholeIngress(annotations, ingressClass).replace(
    /rules: .*/,
    'defaultBackend: {service: {name: payments, port: {number: 80}}}}',
  );

/** Ingresses whose load balancer others complete. @internal */
export const ingresses: CorrectFiles[] = [
  {
    what: 'an Ingress whose Service has the timeout, and gRPC’s codes',
    files: `${asWholeIngress([
      `${ALB}scheme: "internal"`,
      `${ALB}healthcheck-interval-seconds: "30"`,
      `${ALB}backend-protocol-version: "GRPC"`,
      `${ALB}listen-ports: '[{"HTTPS": 443}]'`,
      `${ALB}certificate-arn: "${CERTIFICATE}"`,
    ])}---\n${asWholeService(
      [
        `${ALB}healthcheck-timeout-seconds: "20"`,
        `${ALB}success-codes: "0,12"`,
      ],
      'ports: [{port: 80}]',
    )}`,
  },
  {
    what: 'a class with certificate, redirect and web ACL, in other files',
    files: {
      'class.yaml': platformClass,
      'params.yaml': publicParams,
      'ingress.yaml': withoutHosts([PUBLIC, BOTH], OF_PLATFORM),
    },
  },
  {
    what: 'a class that keeps its load balancers inside',
    files: {
      'class.yaml': platformClass,
      'params.yaml': publicParams.replace('internet-facing', 'internal'),
      'ingress.yaml': asWholeIngress([PUBLIC, BOTH], OF_PLATFORM),
    },
  },
  {
    what: 'a class that is in no file, and may have a certificate',
    files: withoutHosts(
      [`${ALB}listen-ports: '[{"HTTPS": 443}]'`],
      OF_PLATFORM,
    ),
  },
  {
    what: 'the annotation of a class on GKE, which knows nothing else',
    files: ['gce', 'gce-internal']
      .map(name =>
        asWholeIngress([`kubernetes.io/ingress.class: "${name}"`], ''),
      )
      .join('---\n'),
  },
  {
    what: 'the load balancer of Alibaba Cloud, with the same prefix',
    files: asWholeIngress(
      [
        `${ALB}canary: "true"`,
        `${ALB}canary-weight: "20"`,
        `${ALB}rewrite-target: "/payments"`,
        `${ALB}backend-protocol: "grpc"`,
        BOTH,
      ],
      'ingressClassName: ali-alb, ',
    ),
  },
  {
    what: 'a class of Alibaba Cloud under a common name',
    files: {
      'class.yaml': `apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: alb}\nspec: {controller: ingress.k8s.alibabacloud/alb}\n`,
      'ingress.yaml': asWholeIngress([`${ALB}backend-protocol: "grpc"`]),
    },
  },
  {
    what: 'placeholders that something fills in before',
    files: asWholeIngress([
      `${ALB}listen-ports: '[{"HTTPS": 443}]'`,
      `${ALB}certificate-arn: "__CERTIFICATE_ARN__"`,
      `${ALB}healthcheck-timeout-seconds: "__TIMEOUT__"`,
      `${ALB}healthcheck-interval-seconds: "@@INTERVAL@@"`,
    ]),
  },
];
