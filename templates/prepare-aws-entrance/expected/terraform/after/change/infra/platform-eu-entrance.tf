data "aws_ec2_managed_prefix_list" "public_entrance_cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "public_entrance_cloudfront" {
  name        = "public-entrance-cloudfront"
  description = "CloudFront to the load balancer of public-entrance"
  vpc_id      = "vpc-0a1b2c3d4e5f60001"

  tags = {
    Name                 = "public-entrance-cloudfront"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_vpc_security_group_ingress_rule" "public_entrance_cloudfront" {
  security_group_id = aws_security_group.public_entrance_cloudfront.id
  description       = "From CloudFront"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.public_entrance_cloudfront.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = {
    Name                 = "public-entrance-cloudfront"
    backstage-entity-ref = "component:default/payments"
  }
}

data "aws_route53_zone" "public_entrance_external_dns" {
  name         = "acme.example"
  private_zone = false
}

data "aws_iam_policy_document" "public_entrance_external_dns_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type = "Federated"

      identifiers = [
        "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
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
      values   = ["system:serviceaccount:external-dns:external-dns"]
    }
  }
}

data "aws_iam_policy_document" "public_entrance_external_dns" {
  statement {
    sid       = "Zone"
    resources = [data.aws_route53_zone.public_entrance_external_dns.arn]

    actions = [
      "route53:ChangeResourceRecordSets",
      "route53:ListResourceRecordSets",
      "route53:ListTagsForResources",
    ]
  }

  statement {
    sid       = "List"
    actions   = ["route53:ListHostedZones"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "public_entrance_external_dns" {
  name   = "platform-eu-external-dns"
  policy = data.aws_iam_policy_document.public_entrance_external_dns.json

  tags = {
    Name                 = "platform-eu-external-dns"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_iam_role" "public_entrance_external_dns" {
  name               = "platform-eu-external-dns"
  assume_role_policy = data.aws_iam_policy_document.public_entrance_external_dns_trust.json

  tags = {
    Name                 = "platform-eu-external-dns"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_iam_role_policy_attachment" "public_entrance_external_dns" {
  role       = aws_iam_role.public_entrance_external_dns.name
  policy_arn = aws_iam_policy.public_entrance_external_dns.arn
}
