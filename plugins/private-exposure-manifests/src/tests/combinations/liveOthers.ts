import { asService, combinationsOf } from './Combination';
import { azureCluster, inTreeCluster } from './clusters';

const INTERNAL = 'azure-load-balancer-internal: "true"';
const CREATE = 'azure-pls-create: "true"';
const NLB = 'aws-load-balancer-type: "nlb"';
const [ONE, OTHER] = [
  '00000000-0000-0000-0000-000000000001',
  '00000000-0000-0000-0000-000000000002',
];

/** What a merge can’t change at a live load balancer of a cloud provider. @internal */
export const liveOthers = combinationsOf(
  { prefix: 'service.beta.kubernetes.io/', write: asService },
  [
    {
      what: 'in-tree: a Classic one to a Network one',
      rule: 'change/load-balancer-replaced',
      cluster: inTreeCluster,
      before: [],
      bad: [NLB],
    },
    {
      what: 'in-tree: inside to the Internet',
      rule: 'change/made-public',
      cluster: inTreeCluster,
      both: [NLB],
      before: ['aws-load-balancer-internal: "true"'],
      good: ['aws-load-balancer-internal: "true"'],
    },
    {
      what: 'in-tree: an attribute, taken out',
      rule: 'change/attribute-kept',
      cluster: inTreeCluster,
      both: [NLB],
      before: [
        'aws-load-balancer-target-group-attributes: "preserve_client_ip.enabled=false"',
      ],
      good: [
        'aws-load-balancer-target-group-attributes: "preserve_client_ip.enabled=false"',
      ],
    },
    {
      what: 'in-tree to the AWS Load Balancer Controller',
      rule: 'change/load-balancer-replaced',
      both: [NLB],
      before: [],
      badSpec: ['loadBalancerClass: service.k8s.aws/nlb'],
    },
    {
      what: 'Azure: inside to the Internet',
      rule: 'change/made-public',
      cluster: azureCluster,
      before: [INTERNAL],
      good: [INTERNAL],
    },
    ...[
      { what: 'beside a private link service', both: [CREATE] },
      { what: 'alone', both: [] },
    ].map(({ what, both }) => ({
      what: `Azure without a profile: inside to the Internet, ${what}`,
      rule: 'change/made-public',
      both,
      before: [INTERNAL],
      good: [INTERNAL],
    })),
    {
      what: 'in-tree without a profile: inside to the Internet',
      rule: 'change/made-public',
      both: [NLB],
      before: ['aws-load-balancer-internal: "true"'],
      good: ['aws-load-balancer-internal: "true"'],
    },
    ...['networking.gke.io', 'cloud.google.com'].map(prefix => ({
      what: `Google Cloud: inside to the Internet, by ${prefix}`,
      rule: 'change/made-public',
      before: [`${prefix}/load-balancer-type: "Internal"`],
      good: [`${prefix}/load-balancer-type: "Internal"`],
    })),
    {
      what: 'Google Cloud: inside to the Internet, by a word that is none',
      rule: 'change/made-public',
      before: ['networking.gke.io/load-balancer-type: "internal"'],
      bad: ['networking.gke.io/load-balancer-type: "Intenal"'],
      good: ['networking.gke.io/load-balancer-type: "Internal"'],
    },
    {
      what: 'Azure: a subscription out of sight',
      rule: 'change/grant-removed',
      both: [INTERNAL, CREATE],
      before: [`azure-pls-visibility: "${ONE} ${OTHER}"`],
      bad: [`azure-pls-visibility: "${ONE}"`],
      good: [`azure-pls-visibility: "${OTHER} ${ONE}"`],
    },
    {
      what: 'Azure: the private link service’s name',
      rule: 'change/private-link-service-changed',
      cluster: azureCluster,
      both: [INTERNAL, CREATE],
      before: ['azure-pls-name: "payments"'],
      bad: ['azure-pls-name: "payments-2"'],
      good: ['azure-pls-name: "payments"'],
    },
    {
      what: 'Azure: the private link service, no longer asked for',
      rule: 'change/private-link-service-changed',
      cluster: azureCluster,
      both: [INTERNAL],
      before: [CREATE],
      good: [CREATE],
    },
    {
      what: 'Azure: the frontend’s address',
      rule: 'change/private-link-service-changed',
      cluster: azureCluster,
      both: [INTERNAL, CREATE],
      before: ['azure-load-balancer-ipv4: "10.1.0.20"'],
      bad: ['azure-load-balancer-ipv4: "10.1.0.21"'],
      good: ['azure-load-balancer-ipv4: "10.1.0.20"'],
    },
    {
      what: 'Azure: fewer addresses',
      rule: 'change/nat-addresses-removed',
      cluster: azureCluster,
      both: [INTERNAL, CREATE],
      before: ['azure-pls-ip-configuration-ip-address-count: "3"'],
      bad: ['azure-pls-ip-configuration-ip-address-count: "2"'],
      good: ['azure-pls-ip-configuration-ip-address-count: "3"'],
    },
  ],
);
