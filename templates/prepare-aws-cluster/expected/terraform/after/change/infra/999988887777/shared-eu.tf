resource "aws_iam_openid_connect_provider" "load_balancers_shared_eu" {
  provider       = aws.account_999988887777_eu_west_1
  url            = "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE"
  client_id_list = ["sts.amazonaws.com"]

  tags = {
    Name                 = "shared-eu"
    backstage-entity-ref = "component:default/payments"
  }
}

data "aws_iam_policy_document" "load_balancers_shared_eu_trust" {
  provider = aws.account_999988887777_eu_west_1

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type = "Federated"

      identifiers = [
        aws_iam_openid_connect_provider.load_balancers_shared_eu.arn,
      ]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub"

      values = [
        "system:serviceaccount:kube-system:aws-load-balancer-controller",
      ]
    }
  }
}

data "aws_iam_policy_document" "load_balancers_shared_eu_permissions" {
  provider = aws.account_999988887777_eu_west_1

  statement {
    sid       = "Read"
    resources = ["*"]

    actions = [
      "acm:ListCertificates",
      "ec2:DescribeAccountAttributes",
      "ec2:DescribeAddresses",
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeInstances",
      "ec2:DescribeInternetGateways",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeRouteTables",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeTags",
      "ec2:DescribeVpcPeeringConnections",
      "ec2:DescribeVpcs",
      "ec2:GetSecurityGroupsForVpc",
      "elasticloadbalancing:DescribeCapacityReservation",
      "elasticloadbalancing:DescribeListenerAttributes",
      "elasticloadbalancing:DescribeListenerCertificates",
      "elasticloadbalancing:DescribeListeners",
      "elasticloadbalancing:DescribeLoadBalancerAttributes",
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeRules",
      "elasticloadbalancing:DescribeSSLPolicies",
      "elasticloadbalancing:DescribeTags",
      "elasticloadbalancing:DescribeTargetGroupAttributes",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
      "elasticloadbalancing:DescribeTrustStores",
    ]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1"]
    }
  }

  statement {
    sid       = "ReadCertificates"
    actions   = ["acm:DescribeCertificate"]
    resources = ["arn:aws:acm:eu-west-1:999988887777:certificate/*"]
  }

  statement {
    sid     = "MakeServiceLinkedRole"
    actions = ["iam:CreateServiceLinkedRole"]

    resources = [
      "arn:aws:iam::999988887777:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing",
    ]

    condition {
      test     = "StringEquals"
      variable = "iam:AWSServiceName"
      values   = ["elasticloadbalancing.amazonaws.com"]
    }
  }

  statement {
    sid = "MakeLoadBalancers"

    actions = [
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:CreateTargetGroup",
    ]

    resources = [
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:loadbalancer/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:targetgroup/*",
    ]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/elbv2.k8s.aws/cluster"
      values   = ["shared-eu"]
    }
  }

  statement {
    sid = "MakeListenersAndRules"

    actions = [
      "elasticloadbalancing:CreateListener",
      "elasticloadbalancing:CreateRule",
    ]

    resources = [
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:loadbalancer/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:listener/*",
    ]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/elbv2.k8s.aws/cluster"
      values   = ["shared-eu"]
    }
  }

  statement {
    sid     = "MarkWhatIsMade"
    actions = ["elasticloadbalancing:AddTags"]

    resources = [
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:loadbalancer/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:targetgroup/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:listener/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:listener-rule/*",
    ]

    condition {
      test     = "StringEquals"
      variable = "elasticloadbalancing:CreateAction"

      values = [
        "CreateLoadBalancer",
        "CreateTargetGroup",
        "CreateListener",
        "CreateRule",
      ]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/elbv2.k8s.aws/cluster"
      values   = ["shared-eu"]
    }
  }

  statement {
    sid = "TagOwn"

    actions = [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:RemoveTags",
    ]

    resources = [
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:loadbalancer/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:targetgroup/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:listener/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:listener-rule/*",
    ]

    condition {
      test     = "Null"
      variable = "aws:RequestTag/elbv2.k8s.aws/cluster"
      values   = ["true"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/elbv2.k8s.aws/cluster"
      values   = ["shared-eu"]
    }
  }

  statement {
    sid = "ChangeOwn"

    actions = [
      "elasticloadbalancing:AddListenerCertificates",
      "elasticloadbalancing:DeleteListener",
      "elasticloadbalancing:DeleteLoadBalancer",
      "elasticloadbalancing:DeleteRule",
      "elasticloadbalancing:DeleteTargetGroup",
      "elasticloadbalancing:DeregisterTargets",
      "elasticloadbalancing:ModifyListener",
      "elasticloadbalancing:ModifyListenerAttributes",
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
      "elasticloadbalancing:ModifyRule",
      "elasticloadbalancing:ModifyTargetGroup",
      "elasticloadbalancing:ModifyTargetGroupAttributes",
      "elasticloadbalancing:RegisterTargets",
      "elasticloadbalancing:RemoveListenerCertificates",
      "elasticloadbalancing:SetIpAddressType",
      "elasticloadbalancing:SetRulePriorities",
      "elasticloadbalancing:SetSecurityGroups",
      "elasticloadbalancing:SetSubnets",
    ]

    resources = [
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:loadbalancer/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:targetgroup/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:listener/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:listener-rule/*",
    ]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/elbv2.k8s.aws/cluster"
      values   = ["shared-eu"]
    }
  }

  statement {
    sid       = "SetFirewalls"
    actions   = ["elasticloadbalancing:SetWebAcl"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1"]
    }
  }

  statement {
    sid = "UseFirewalls"

    actions = [
      "wafv2:AssociateWebACL",
      "wafv2:DisassociateWebACL",
      "wafv2:GetWebACL",
      "wafv2:GetWebACLForResource",
    ]

    resources = [
      "arn:aws:wafv2:eu-west-1:999988887777:regional/webacl/*/*",
      "arn:aws:elasticloadbalancing:eu-west-1:999988887777:loadbalancer/app/*",
    ]
  }
}

resource "aws_iam_role" "load_balancers_shared_eu" {
  provider           = aws.account_999988887777_eu_west_1
  name               = "shared-eu-load-balancers"
  description        = "AWS Load Balancer Controller of cluster shared-eu in account 111122223333"
  assume_role_policy = data.aws_iam_policy_document.load_balancers_shared_eu_trust.json

  tags = {
    Name                 = "shared-eu-load-balancers"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_iam_policy" "load_balancers_shared_eu" {
  provider    = aws.account_999988887777_eu_west_1
  name        = "shared-eu-load-balancers"
  description = "AWS Load Balancer Controller of cluster shared-eu in account 111122223333"
  policy      = data.aws_iam_policy_document.load_balancers_shared_eu_permissions.json

  tags = {
    Name                 = "shared-eu-load-balancers"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_iam_role_policy_attachment" "load_balancers_shared_eu" {
  provider   = aws.account_999988887777_eu_west_1
  role       = aws_iam_role.load_balancers_shared_eu.name
  policy_arn = aws_iam_policy.load_balancers_shared_eu.arn
}

resource "aws_ram_resource_share" "load_balancers_shared_eu" {
  provider                  = aws.account_999988887777_eu_west_1
  name                      = "shared-eu-subnets"
  allow_external_principals = false

  tags = {
    Name                 = "shared-eu-subnets"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_ram_resource_association" "load_balancers_shared_eu_subnet_0a1b2c3d4e5f6e001" {
  provider           = aws.account_999988887777_eu_west_1
  resource_arn       = "arn:aws:ec2:eu-west-1:999988887777:subnet/subnet-0a1b2c3d4e5f6e001"
  resource_share_arn = aws_ram_resource_share.load_balancers_shared_eu.arn
}

resource "aws_ram_resource_association" "load_balancers_shared_eu_subnet_0a1b2c3d4e5f6e002" {
  provider           = aws.account_999988887777_eu_west_1
  resource_arn       = "arn:aws:ec2:eu-west-1:999988887777:subnet/subnet-0a1b2c3d4e5f6e002"
  resource_share_arn = aws_ram_resource_share.load_balancers_shared_eu.arn
}

resource "aws_ram_principal_association" "load_balancers_shared_eu" {
  provider           = aws.account_999988887777_eu_west_1
  principal          = "111122223333"
  resource_share_arn = aws_ram_resource_share.load_balancers_shared_eu.arn
}
