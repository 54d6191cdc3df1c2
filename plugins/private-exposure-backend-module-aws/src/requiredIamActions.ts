/**
 * The IAM actions that the provider's calls need, by what they are for. The policies in `docs/iam-policies.md` are made
 * of these, and a test compares both with the commands in the code and on the wire.
 *
 * @public
 */
export const requiredIamActions = {
  /** To observe: surveys, inspections, readings before and after a decision. */
  reader: [
    'acm:DescribeCertificate',
    'acm:ListCertificates',
    'cloudfront:GetDistribution',
    'cloudfront:GetVpcOrigin',
    'cloudfront:ListDistributions',
    'cloudfront:ListVpcOrigins',
    'ec2:DescribeManagedPrefixLists',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcAttribute',
    'ec2:DescribeVpcEndpointConnections',
    'ec2:DescribeVpcEndpointServiceConfigurations',
    'ec2:DescribeVpcEndpointServicePermissions',
    'ec2:DescribeVpcEndpoints',
    'elasticloadbalancing:DescribeInstanceHealth',
    'elasticloadbalancing:DescribeListenerAttributes',
    'elasticloadbalancing:DescribeListenerCertificates',
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeLoadBalancerAttributes',
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeTags',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
    'iam:ListAttachedRolePolicies',
    'iam:ListRoles',
    'ram:GetResourceShareAssociations',
    'ram:ListResources',
    'route53:ListHostedZones',
    'route53:ListResourceRecordSets',
    'tag:GetResources',
    'wafv2:DescribeManagedRuleGroup',
    'wafv2:GetWebACL',
    'wafv2:GetWebACLForResource',
    'wafv2:ListResourcesForWebACL',
    'wafv2:ListWebACLs',
  ],
  /** To decide, and to have a domain verified. Without these the provider only looks. */
  approver: [
    'ec2:AcceptVpcEndpointConnections',
    'ec2:RejectVpcEndpointConnections',
    'ec2:StartVpcEndpointServicePrivateDnsVerification',
  ],
} as const;
