import { asService, combinationsOf } from './Combination';
import {
  autoModeCluster,
  azureCluster,
  inTreeCluster,
  lbcCluster,
  oldCluster,
  quietCluster,
} from './clusters';

const NLB = 'type: "nlb"';
const EXTERNAL = 'type: "external"';
const IP = 'nlb-target-type: "ip"';
const SCHEME = 'scheme: "internal"';
const LBC_CLASS = 'loadBalancerClass: service.k8s.aws/nlb';
const AUTO_CLASS = 'loadBalancerClass: eks.amazonaws.com/nlb';

/** Who takes a Service. @internal */
export const reconcilers = combinationsOf(
  { prefix: 'service.beta.kubernetes.io/aws-load-balancer-', write: asService },
  [
    {
      what: 'external without a target type',
      rule: 'aws/nobody-reconciles',
      both: [EXTERNAL],
      good: [IP],
    },
    {
      what: 'external in a cluster of the in-tree provider',
      rule: 'aws/controller-mismatch',
      cluster: inTreeCluster,
      bad: [EXTERNAL, IP],
      good: [NLB],
    },
    {
      what: 'a class in a cluster of the in-tree provider',
      rule: 'aws/controller-mismatch',
      cluster: inTreeCluster,
      badSpec: [LBC_CLASS],
    },
    {
      what: 'the class of Auto Mode in a cluster without',
      rule: 'aws/controller-mismatch',
      cluster: lbcCluster,
      badSpec: [AUTO_CLASS],
    },
    {
      what: 'the class of the AWS Load Balancer Controller in Auto Mode',
      rule: 'aws/controller-mismatch',
      cluster: autoModeCluster,
      badSpec: [LBC_CLASS],
    },
    {
      what: 'the class of the AWS Load Balancer Controller on Azure',
      rule: 'aws/controller-mismatch',
      cluster: azureCluster,
      badSpec: [LBC_CLASS],
    },
    {
      what: 'the in-tree type where a webhook takes over',
      rule: 'aws/controller-mismatch',
      cluster: lbcCluster,
      bad: [NLB],
    },
    {
      what: 'the in-tree type where no webhook does',
      rule: 'aws/controller-mismatch',
      cluster: quietCluster,
      bad: [NLB],
      good: [EXTERNAL, IP],
    },
    {
      what: 'neither type nor class where no webhook takes over',
      rule: 'aws/controller-mismatch',
      cluster: quietCluster,
      good: [EXTERNAL, IP],
    },
    {
      what: 'the in-tree type beside a scheme',
      rule: 'aws/type-of-other-controller',
      both: [NLB],
      bad: [SCHEME],
      good: ['internal: "true"'],
    },
    {
      what: 'nothing about who may come',
      rule: 'aws/scheme-unsaid',
      bad: [NLB],
      good: [NLB, 'internal: "true"'],
    },
    {
      what: 'the older type for pods',
      rule: 'aws/load-balancer-type',
      bad: ['type: "nlb-ip"'],
      good: [EXTERNAL, IP],
    },
    {
      what: 'a type of Ingresses',
      rule: 'aws/load-balancer-type',
      bad: ['type: "alb"'],
      good: [NLB],
    },
    {
      what: 'a setting of the in-tree provider',
      rule: 'annotation/other-controller',
      spec: [LBC_CLASS],
      bad: ['connection-idle-timeout: "60"'],
    },
    {
      what: 'an annotation of a later version',
      rule: 'annotation/version',
      cluster: oldCluster,
      spec: [LBC_CLASS],
      bad: ['disable-nlb-sg: "true"'],
    },
  ],
);
