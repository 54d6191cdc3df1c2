data "aws_route53_zone" "payments" {
  name         = "acme.example"
  private_zone = false
}

resource "aws_acm_certificate" "payments" {
  provider          = aws.us_east_1
  domain_name       = "payments.acme.example"
  validation_method = "DNS"

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "payments" {
  provider                = aws.us_east_1
  certificate_arn         = aws_acm_certificate.payments.arn
  validation_record_fqdns = [aws_route53_record.payments_validation_0.fqdn]
}

resource "aws_route53_record" "payments_validation_0" {
  zone_id         = data.aws_route53_zone.payments.zone_id
  name            = tolist(aws_acm_certificate.payments.domain_validation_options)[0].resource_record_name
  type            = tolist(aws_acm_certificate.payments.domain_validation_options)[0].resource_record_type
  ttl             = 300
  allow_overwrite = true

  records = [
    tolist(aws_acm_certificate.payments.domain_validation_options)[0].resource_record_value,
  ]
}

resource "aws_acm_certificate" "payments_origin" {
  domain_name       = "payments.acme.example"
  validation_method = "DNS"

  tags = {
    Name                 = "payments-origin"
    backstage-entity-ref = "component:default/payments"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_acm_certificate_validation" "payments_origin" {
  certificate_arn         = aws_acm_certificate.payments_origin.arn
  validation_record_fqdns = [aws_route53_record.payments_validation_0.fqdn]
}

data "aws_ec2_managed_prefix_list" "payments_cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "payments_cloudfront" {
  name        = "payments-cloudfront"
  description = "CloudFront to the load balancer of payments"
  vpc_id      = "vpc-0a1b2c3d4e5f60001"

  tags = {
    Name                 = "payments-cloudfront"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_vpc_security_group_ingress_rule" "payments_cloudfront" {
  security_group_id = aws_security_group.payments_cloudfront.id
  description       = "From CloudFront"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.payments_cloudfront.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = {
    Name                 = "payments-cloudfront"
    backstage-entity-ref = "component:default/payments"
  }
}
