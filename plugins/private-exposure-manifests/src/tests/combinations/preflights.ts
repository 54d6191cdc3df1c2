import { asIngress, asService, Combination } from './Combination';
import { azureCluster, inTreeCluster, lbcCluster } from './clusters';

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const AZURE = 'service.beta.kubernetes.io/azure-';
const lines = (annotations: readonly string[]) =>
  annotations.map(line => `    ${line}\n`).join('');
const nlb = (...annotations: string[]) =>
  asService(lines(annotations), '  loadBalancerClass: service.k8s.aws/nlb\n');
const azure = (annotations: string[], spec = '') =>
  asService(lines(annotations), spec);
const acl = (scope: string, region = 'eu-west-1') =>
  asIngress(
    `    alb.ingress.kubernetes.io/wafv2-acl-arn: "arn:aws:wafv2:${region}:111122223333:${scope}/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"\n`,
    '',
  );
const withService = (manifest: string, regions = '[]') =>
  `${manifest}---\nResources:\n  Payments:\n    Type: AWS::EC2::VPCEndpointService\n    Properties:\n      AcceptanceRequired: true\n      SupportedRegions: ${regions}\n`;
const idle = (seconds: number) =>
  nlb(
    `${AWS}listener-attributes.TCP-443: "tcp.idle_timeout.seconds=${seconds}"`,
  );
const label = (holder: string, prefix: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  ${holder}:\n    ${prefix}hostname: "payments.example.com"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;
const PLS = [
  `${AZURE}load-balancer-internal: "true"`,
  `${AZURE}pls-create: "true"`,
];
const PROXY = `${AZURE}pls-proxy-protocol: "true"`;
const SUBNET = `${AZURE}pls-ip-configuration-subnet: "private-link"`;

/** What goes wrong in operation, and can be told before a merge without asking a cloud. @internal */
export const preflights: Combination[] = [
  {
    what: 'zones of consumers that the load balancer leaves out',
    rule: 'aws/zones-uncovered',
    cluster: lbcCluster,
    bad: withService(nlb(`${AWS}subnets: "subnet-0000000000000000a"`)),
    good: withService(
      nlb(`${AWS}subnets: "subnet-0000000000000000a,subnet-0000000000000000b"`),
    ),
  },
  {
    what: 'security groups that drop PrivateLink traffic',
    rule: 'aws/source-ranges-on-private-link',
    bad: withService(
      nlb(
        'service.beta.kubernetes.io/load-balancer-source-ranges: "10.0.0.0/8"',
      ),
    ),
    good: withService(
      nlb(
        'service.beta.kubernetes.io/load-balancer-source-ranges: "10.0.0.0/8"',
        `${AWS}inbound-sg-rules-on-private-link-traffic: "off"`,
      ),
    ),
  },
  {
    what: 'a PROXY protocol that two settings disagree on',
    rule: 'aws/proxy-protocol-twice',
    bad: nlb(
      `${AWS}proxy-protocol: "*"`,
      `${AWS}target-group-attributes: "proxy_protocol_v2.enabled=false"`,
    ),
    good: nlb(`${AWS}proxy-protocol: "*"`),
  },
  {
    what: 'an idle timeout beyond that of an endpoint',
    rule: 'aws/idle-timeout',
    bad: withService(idle(3600)),
    good: withService(idle(350)),
  },
  {
    what: 'an idle timeout that keeps other regions out',
    rule: 'aws/idle-timeout-cross-region',
    bad: withService(idle(300), '[us-east-1]'),
    good: withService(idle(350), '[us-east-1]'),
  },
  {
    what: 'an idle timeout beyond that of a private link',
    rule: 'azure/idle-timeout',
    cluster: azureCluster,
    bad: azure([...PLS, `${AZURE}load-balancer-tcp-idle-timeout: "30"`]),
    good: azure(PLS),
  },
  {
    what: 'a live load balancer that is replaced',
    rule: 'change/load-balancer-replaced',
    before: nlb(`${AWS}scheme: "internet-facing"`),
    bad: nlb(`${AWS}scheme: "internal"`),
    good: nlb(`${AWS}scheme: "internet-facing"`),
  },
  {
    what: 'a controller that the cluster does not run',
    rule: 'aws/controller-mismatch',
    cluster: inTreeCluster,
    bad: nlb(`${AWS}scheme: "internal"`),
    good: asService(lines([`${AWS}type: "nlb"`]), ''),
  },
  {
    what: 'a Classic load balancer beside an endpoint service',
    rule: 'aws/classic-behind-private-link',
    cluster: inTreeCluster,
    bad: withService(asService(lines([`${AWS}internal: "true"`]), '')),
    good: withService(asService(lines([`${AWS}type: "nlb"`]), '')),
  },
  {
    what: 'a prefix that the cluster’s external-dns does not read',
    rule: 'external-dns/prefix-of-cluster',
    cluster: lbcCluster,
    bad: label('annotations', 'external-dns.alpha.kubernetes.io/'),
    good: label('annotations', 'external-dns.kubernetes.io/'),
  },
  {
    what: 'a name for external-dns under labels',
    rule: 'annotation/as-label',
    cluster: lbcCluster,
    bad: label('labels', 'external-dns.kubernetes.io/'),
    good: label('annotations', 'external-dns.kubernetes.io/'),
  },
  {
    what: 'the PROXY protocol that fails a local probe',
    rule: 'azure/proxy-protocol-local',
    cluster: azureCluster,
    bad: azure([...PLS, SUBNET, PROXY], '  externalTrafficPolicy: Local\n'),
    good: azure([...PLS, SUBNET, PROXY], '  externalTrafficPolicy: Cluster\n'),
  },
  {
    what: 'a web ACL of the wrong scope',
    rule: 'alb/waf-scope',
    bad: acl('global', 'us-east-1'),
    good: acl('regional'),
  },
  {
    what: 'a web ACL of the wrong region',
    rule: 'alb/waf-scope',
    cluster: lbcCluster,
    bad: acl('regional', 'us-east-1'),
    good: acl('regional'),
  },
  {
    what: 'a slip that makes an internal load balancer public',
    rule: 'azure/internal-value',
    cluster: azureCluster,
    bad: azure([`${AZURE}load-balancer-internal: "Ture"`]),
    good: azure([`${AZURE}load-balancer-internal: "true"`]),
  },
];
