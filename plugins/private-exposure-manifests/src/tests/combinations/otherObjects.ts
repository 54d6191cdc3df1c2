import { asIngress, asService, Combination } from './Combination';

const PLAIN = '    example.com/team: payments\n';
const LABEL = asService(PLAIN, '').replace(
  'metadata:\n',
  'metadata:\n  labels:\n    external-dns.kubernetes.io/hostname: "payments.example.com"\n',
);
const gke = (key: string) => asService(`    ${key}\n`, '');
const attachment = (preference: string, subnets = '[private]') =>
  `apiVersion: networking.gke.io/v1\nkind: ServiceAttachment\nmetadata:\n  name: payments\nspec:\n  connectionPreference: ${preference}\n  natSubnets: ${subnets}\n  resourceRef: {kind: Service, name: payments}\n`;
const configuration = (value: string) =>
  `apiVersion: gateway.k8s.aws/v1beta1\nkind: LoadBalancerConfiguration\nmetadata:\n  name: payments\nspec:\n  enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: ${value}\n`;
const gatewayApi = (kind: string, name: string) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: payments\n  annotations:\n    external-dns.kubernetes.io/${name}: "payments.example.com"\nspec: {}\n`;
const nginx = (line: string) =>
  asIngress(`    ${line}\n`, '').replace('alb', 'internal');
const ingressClass = (name: string, controller: string) =>
  `---\napiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata:\n  name: ${name}\nspec:\n  controller: ${controller}\n`;
const withClass = (name: string, controller: string) =>
  asIngress(PLAIN, '').replace('alb', name) + ingressClass(name, controller);
const annotatedClass = (controller: string) =>
  asIngress('    kubernetes.io/ingress.class: nginx\n', '').replace(
    '  ingressClassName: alb\n',
    '',
  ) + ingressClass('nginx', controller);

/** What other objects, and Ingresses of other controllers, must not say. @internal */
export const otherObjects: Combination[] = [
  {
    what: 'a name for external-dns among the labels',
    rule: 'annotation/as-label',
    bad: LABEL,
    good: asService(PLAIN, ''),
  },
  {
    what: 'a name on a Gateway instead of its route',
    rule: 'annotation/misplaced',
    bad: gatewayApi('Gateway', 'hostname'),
    good: gatewayApi('HTTPRoute', 'hostname'),
  },
  {
    what: 'a target on a route instead of its Gateway',
    rule: 'annotation/misplaced',
    bad: gatewayApi('HTTPRoute', 'target'),
    good: gatewayApi('Gateway', 'target'),
  },
  {
    what: 'a switch of the Gateway API without quotes',
    rule: 'aws/enforcement-value',
    bad: configuration('on'),
    good: configuration('"on"'),
  },
  {
    what: 'a switch of the Gateway API by another word',
    rule: 'aws/enforcement-value',
    bad: configuration('"true"'),
    good: configuration('"off"'),
  },
  {
    what: 'an attachment that lets every project in',
    rule: 'gke/attachment-for-all',
    bad: attachment('ACCEPT_AUTOMATIC'),
    good: attachment('ACCEPT_MANUAL'),
  },
  {
    what: 'an attachment with a preference that is none',
    rule: 'gke/service-attachment',
    bad: attachment('ACCEPT'),
    good: attachment('ACCEPT_MANUAL'),
  },
  {
    what: 'an attachment without subnets',
    rule: 'gke/service-attachment',
    bad: attachment('ACCEPT_MANUAL', '[]'),
    good: attachment('ACCEPT_MANUAL'),
  },
  ...['networking.gke.io', 'cloud.google.com'].flatMap(prefix =>
    [
      ['INTERNAL', 'Internal'],
      ['private', 'internal'],
      ['', 'External'],
    ].map(([bad, good]) => ({
      what: `a type for GKE that makes a public load balancer, '${bad}' by ${prefix}`,
      rule: 'gke/internal-value',
      bad: gke(`${prefix}/load-balancer-type: "${bad}"`),
      good: gke(`${prefix}/load-balancer-type: "${good}"`),
    })),
  ),
  {
    what: 'a type for GKE beside a class, which decides alone',
    rule: 'gke/internal-value',
    bad: gke('networking.gke.io/load-balancer-type: "Intenal"'),
    good: asService(
      '    networking.gke.io/load-balancer-type: "Intenal"\n',
      '  loadBalancerClass: networking.gke.io/l4-regional-internal\n',
    ),
  },
  {
    what: 'a type for GKE whose former key is not looked at',
    rule: 'gke/internal-value',
    bad: asService(
      '    networking.gke.io/load-balancer-type: "Intenal"\n    cloud.google.com/load-balancer-type: "Internal"\n',
      '',
    ),
    good: asService(
      '    networking.gke.io/load-balancer-type: "Internal"\n    cloud.google.com/load-balancer-type: "Intenal"\n',
      '',
    ),
  },
  {
    what: "a type for GKE in a chart's values",
    rule: 'gke/internal-value',
    bad: 'service:\n  annotations:\n    cloud.google.com/load-balancer-type: "Intenal"\n',
    good: 'service:\n  annotations:\n    cloud.google.com/load-balancer-type: "Internal"\n',
  },
  {
    what: 'a subnet for GKE without the type',
    rule: 'annotation/needs',
    bad: gke('networking.gke.io/internal-load-balancer-subnet: "private"'),
    good: gke('networking.gke.io/load-balancer-type: "Internal"'),
  },
  {
    what: 'an Ingress of ingress-nginx',
    rule: 'kubernetes/ingress-nginx',
    bad: asIngress(PLAIN, '').replace('alb', 'nginx'),
    good: asIngress(PLAIN, ''),
  },
  {
    what: 'an Ingress of ingress-nginx by another class',
    rule: 'kubernetes/ingress-nginx',
    bad: withClass('internal', 'k8s.io/ingress-nginx'),
    good: withClass('internal', 'nginx.org/ingress-controller'),
  },
  {
    what: 'an Ingress of class nginx whose controller is NGINX Inc.’s',
    rule: 'kubernetes/ingress-nginx',
    bad: withClass('nginx', 'k8s.io/ingress-nginx'),
    good: withClass('nginx', 'nginx.org/ingress-controller'),
  },
  {
    what: 'the annotation of a class nginx whose controller is NGINX Inc.’s',
    rule: 'kubernetes/ingress-nginx',
    bad: annotatedClass('k8s.io/ingress-nginx'),
    good: annotatedClass('nginx.org/ingress-controller'),
  },
  ...['nginx.org', 'nginx.com'].map(prefix => ({
    what: `an Ingress with annotations of ${prefix}`,
    rule: 'kubernetes/ingress-nginx',
    bad: asIngress(PLAIN, '').replace('alb', 'nginx'),
    good: asIngress(`    ${prefix}/lb-method: "least_conn"\n`, '').replace(
      'alb',
      'nginx',
    ),
  })),
  {
    what: 'code for a web server',
    rule: 'kubernetes/ingress-snippet',
    bad: nginx('nginx.ingress.kubernetes.io/server-snippet: "return 200;"'),
    good: nginx('example.com/team: payments'),
  },
  {
    what: 'an Ingress of a removed version',
    rule: 'kubernetes/removed-version',
    bad: asIngress(PLAIN, '').replace(
      'networking.k8s.io/v1',
      'extensions/v1beta1',
    ),
    good: asIngress(PLAIN, ''),
  },
];
