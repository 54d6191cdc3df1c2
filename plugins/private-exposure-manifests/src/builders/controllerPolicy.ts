import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { PolicyCondition, PolicyStatement } from './policyStatement';

/** The tag with which the controller marks what it makes for a cluster. */
const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';

const equals = (variable: string, ...values: string[]): PolicyCondition => ({
  test: 'StringEquals',
  variable,
  values,
});

const elb = (...names: string[]) =>
  names.map(name => `elasticloadbalancing:${name}`);
const ec2 = (...names: string[]) => names.map(name => `ec2:${name}`);

/** ARNs and conditions of one cluster's load balancers. */
function placesOf(intent: AwsClusterPreparationIntent) {
  const { partition, region, loadBalancerAccount: account, cluster } = intent;
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const ofElb = (...resources: string[]) =>
    resources.map(resource => arn('elasticloadbalancing', resource));
  return {
    arn,
    inRegion: equals('aws:RequestedRegion', region),
    isMarked: equals(`aws:ResourceTag/${CLUSTER_TAG}`, cluster),
    becomesMarked: equals(`aws:RequestTag/${CLUSTER_TAG}`, cluster),
    keepsMark: {
      test: 'Null',
      variable: `aws:RequestTag/${CLUSTER_TAG}`,
      values: ['true'],
    },
    applications: ofElb('loadbalancer/app/*'),
    // Of both kinds, for a managed policy has room for 6,144 characters.
    balancers: ofElb('loadbalancer/*'),
    targetGroups: ofElb('targetgroup/*'),
    listeners: ofElb('listener/*'),
    rules: ofElb('listener-rule/*'),
  };
}

type Places = ReturnType<typeof placesOf>;

const READS = [
  'acm:ListCertificates',
  ...ec2(
    'DescribeAccountAttributes',
    'DescribeAddresses',
    'DescribeAvailabilityZones',
    'DescribeInstances',
    'DescribeInternetGateways',
    'DescribeNetworkInterfaces',
    'DescribeRouteTables',
    'DescribeSecurityGroups',
    'DescribeSubnets',
    'DescribeTags',
    'DescribeVpcPeeringConnections',
    'DescribeVpcs',
    'GetSecurityGroupsForVpc',
  ),
  ...elb(
    'DescribeCapacityReservation',
    'DescribeListenerAttributes',
    'DescribeListenerCertificates',
    'DescribeListeners',
    'DescribeLoadBalancerAttributes',
    'DescribeLoadBalancers',
    'DescribeRules',
    'DescribeSSLPolicies',
    'DescribeTags',
    'DescribeTargetGroupAttributes',
    'DescribeTargetGroups',
    'DescribeTargetHealth',
    'DescribeTrustStores',
  ),
];

const CHANGES = elb(
  'AddListenerCertificates',
  'DeleteListener',
  'DeleteLoadBalancer',
  'DeleteRule',
  'DeleteTargetGroup',
  'DeregisterTargets',
  'ModifyListener',
  'ModifyListenerAttributes',
  'ModifyLoadBalancerAttributes',
  'ModifyRule',
  'ModifyTargetGroup',
  'ModifyTargetGroupAttributes',
  'RegisterTargets',
  'RemoveListenerCertificates',
  'SetIpAddressType',
  'SetRulePriorities',
  'SetSecurityGroups',
  'SetSubnets',
);

function readStatements({ arn, inRegion }: Places): PolicyStatement[] {
  return [
    {
      // There are no permissions for reading single resources: the region is as narrow as it gets.
      sid: 'Read',
      actions: READS,
      resources: ['*'],
      conditions: [inRegion],
    },
    {
      sid: 'ReadCertificates',
      actions: ['acm:DescribeCertificate'],
      resources: [arn('acm', 'certificate/*')],
    },
  ];
}

function createStatements(
  intent: AwsClusterPreparationIntent,
  places: Places,
): PolicyStatement[] {
  const { becomesMarked, isMarked, balancers, targetGroups } = places;
  const { listeners, rules } = places;
  const { partition, loadBalancerAccount } = intent;
  const service = 'elasticloadbalancing.amazonaws.com';
  return [
    {
      sid: 'MakeServiceLinkedRole',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [
        `arn:${partition}:iam::${loadBalancerAccount}:role/aws-service-role/${service}/AWSServiceRoleForElasticLoadBalancing`,
      ],
      conditions: [equals('iam:AWSServiceName', service)],
    },
    {
      sid: 'MakeLoadBalancers',
      actions: elb('CreateLoadBalancer', 'CreateTargetGroup'),
      resources: [...balancers, ...targetGroups],
      conditions: [becomesMarked],
    },
    {
      sid: 'MakeListenersAndRules',
      actions: elb('CreateListener', 'CreateRule'),
      resources: [...balancers, ...listeners],
      conditions: [isMarked],
    },
    {
      sid: 'MarkWhatIsMade',
      actions: elb('AddTags'),
      resources: [...balancers, ...targetGroups, ...listeners, ...rules],
      conditions: [
        equals(
          'elasticloadbalancing:CreateAction',
          'CreateLoadBalancer',
          'CreateTargetGroup',
          'CreateListener',
          'CreateRule',
        ),
        becomesMarked,
      ],
    },
  ];
}

function changeStatements(places: Places): PolicyStatement[] {
  const { isMarked, keepsMark } = places;
  const { balancers, targetGroups, listeners, rules } = places;
  const resources = [...balancers, ...targetGroups, ...listeners, ...rules];
  return [
    {
      sid: 'TagOwn',
      actions: elb('AddTags', 'RemoveTags'),
      resources,
      conditions: [keepsMark, isMarked],
    },
    {
      sid: 'ChangeOwn',
      actions: CHANGES,
      resources,
      conditions: [isMarked],
    },
  ];
}

function firewallStatements({
  arn,
  applications,
  inRegion,
}: Places): PolicyStatement[] {
  return [
    {
      // Elastic Load Balancing knows no resources for this permission, which AWS WAF asks for beside its own.
      sid: 'SetFirewalls',
      actions: elb('SetWebAcl'),
      resources: ['*'],
      conditions: [inRegion],
    },
    {
      // AWS WAF reads no tags of load balancers: asked for the cluster's mark, it would refuse each of them.
      sid: 'UseFirewalls',
      actions: [
        'wafv2:AssociateWebACL',
        'wafv2:DisassociateWebACL',
        'wafv2:GetWebACL',
        'wafv2:GetWebACLForResource',
      ],
      resources: [arn('wafv2', 'regional/webacl/*/*'), ...applications],
    },
  ];
}

/**
 * What the AWS Load Balancer Controller may do in the account that gets a cluster's load balancers: read, make what
 * carries the cluster's mark, and change what carries it. It makes no security groups and opens none, for the groups of
 * the pods are another account's.
 *
 * @remarks
 * Which actions it needs: https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/install/iam_policy.json.
 * What is left out is for Outposts, address pools, Cognito, Shield and WAF Classic. Which resources and condition keys an
 * action knows: the Service Authorization Reference, "Elastic Load Balancing V2" and "AWS WAF V2".
 *
 * @internal
 */
export function controllerPolicy(
  intent: AwsClusterPreparationIntent,
): PolicyStatement[] {
  const places = placesOf(intent);
  return [
    ...readStatements(places),
    ...createStatements(intent, places),
    ...changeStatements(places),
    ...(intent.controller.firewall ? firewallStatements(places) : []),
  ];
}
