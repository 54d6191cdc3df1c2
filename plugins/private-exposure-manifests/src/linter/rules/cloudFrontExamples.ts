/** What a rule's page has to show of a distribution; the rest is right. */
interface CloudFrontExample {
  webAcl?: string;
  certificate?: string;
  protocol?: string;
}

const ACL =
  'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';
const CERTIFICATE =
  'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';

/** Terraform of a distribution, as short as can be, for pages of rules. An empty web ACL is left out. @internal */
export function exampleDistribution({
  webAcl = ACL,
  certificate = CERTIFICATE,
  protocol = 'https-only',
}: CloudFrontExample): string {
  return `resource "aws_cloudfront_distribution" "shop" {
  enabled = true
${webAcl ? `  web_acl_id = "${webAcl}"\n` : ''}
  origin {
    domain_name = "lb.example.com"
    origin_id   = "shop"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "${protocol}"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  viewer_certificate {
    acm_certificate_arn = "${certificate}"
    ssl_support_method  = "sni-only"
  }
}
`;
}

/** Terraform of a security group's rules for CloudFront, one for each port. @internal */
export function exampleOriginRules(ports: readonly number[]): string {
  return `data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}
${ports
  .map(
    port => `
resource "aws_vpc_security_group_ingress_rule" "port_${port}" {
  security_group_id = aws_security_group.shop.id
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id
  ip_protocol       = "tcp"
  from_port         = ${port}
  to_port           = ${port}
}
`,
  )
  .join('')}`;
}

/** Terraform of a VPC origin and its Network Load Balancer. @internal */
export function exampleVpcOrigin(withGroup: boolean): string {
  const group = '  security_groups    = [aws_security_group.shop.id]\n';
  return `resource "aws_lb" "shop" {
  internal           = true
  load_balancer_type = "network"
${withGroup ? group : ''}}

resource "aws_cloudfront_vpc_origin" "shop" {
  vpc_origin_endpoint_config {
    name                   = "shop"
    arn                    = aws_lb.shop.arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "https-only"
  }
}
`;
}

/** Terraform of VPC origins, the first of which a distribution uses. @internal */
export function exampleUsedVpcOrigin(
  first: string,
  balancers: readonly string[],
): string {
  const origins = balancers.map((name, index) => {
    const balancer = index === 0 ? first : name;
    return `resource "aws_cloudfront_vpc_origin" "${name}" {
  vpc_origin_endpoint_config {
    name                   = "${name}"
    arn                    = aws_lb.${balancer}.arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "https-only"
  }
}
`;
  });
  return `${origins.join('\n')}
resource "aws_cloudfront_distribution" "shop" {
  enabled    = true
  web_acl_id = var.web_acl_arn

  origin {
    domain_name = aws_lb.blue.dns_name
    origin_id   = "shop"

    vpc_origin_config {
      vpc_origin_id = aws_cloudfront_vpc_origin.${balancers[0]}.id
    }
  }
}
`;
}
