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

resource "aws_wafv2_ip_set" "payments_block_ipv4" {
  provider           = aws.us_east_1
  name               = "payments-block-ipv4"
  scope              = "CLOUDFRONT"
  ip_address_version = "IPV4"
  addresses          = []

  tags = {
    Name                 = "payments-block-ipv4"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_wafv2_ip_set" "payments_block_ipv6" {
  provider           = aws.us_east_1
  name               = "payments-block-ipv6"
  scope              = "CLOUDFRONT"
  ip_address_version = "IPV6"
  addresses          = []

  tags = {
    Name                 = "payments-block-ipv6"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_wafv2_web_acl" "payments" {
  provider    = aws.us_east_1
  name        = "payments"
  description = "In front of component:default/payments"
  scope       = "CLOUDFRONT"

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }

  default_action {
    allow {}
  }

  rule {
    name     = "block-listed"
    priority = 0

    action {
      block {}
    }

    statement {
      or_statement {
        statement {
          ip_set_reference_statement {
            arn = aws_wafv2_ip_set.payments_block_ipv4.arn
          }
        }

        statement {
          ip_set_reference_statement {
            arn = aws_wafv2_ip_set.payments_block_ipv6.arn
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "block-listed"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "AWSManagedRulesAmazonIpReputationList"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesAmazonIpReputationList"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "AWSManagedRulesAmazonIpReputationList"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "AWSManagedRulesCommonRuleSet"
    priority = 2

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "AWSManagedRulesCommonRuleSet"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "AWSManagedRulesKnownBadInputsRuleSet"
    priority = 3

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "AWSManagedRulesKnownBadInputsRuleSet"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "payments"
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudwatch_log_group" "payments_waf" {
  provider          = aws.us_east_1
  name              = "aws-waf-logs-payments"
  retention_in_days = 365

  tags = {
    Name                 = "aws-waf-logs-payments"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "payments" {
  provider                = aws.us_east_1
  log_destination_configs = [aws_cloudwatch_log_group.payments_waf.arn]
  resource_arn            = aws_wafv2_web_acl.payments.arn

  redacted_fields {
    single_header {
      name = "authorization"
    }
  }

  redacted_fields {
    single_header {
      name = "cookie"
    }
  }
}

resource "aws_cloudfront_distribution" "payments" {
  enabled         = true
  comment         = "payments"
  aliases         = ["payments.acme.example"]
  http_version    = "http2and3"
  is_ipv6_enabled = true
  web_acl_id      = aws_wafv2_web_acl.payments.arn

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }

  origin {
    domain_name = data.aws_lb.payments.dns_name
    origin_id   = "payments"

    vpc_origin_config {
      vpc_origin_id = aws_cloudfront_vpc_origin.payments.id
    }
  }

  default_cache_behavior {
    target_origin_id           = "payments"
    viewer_protocol_policy     = "https-only"
    allowed_methods            = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    origin_request_policy_id   = "216adef6-5c7f-47e4-b989-5492eafa07d3"
    response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate_validation.payments.certificate_arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}

resource "aws_cloudwatch_log_group" "payments_access" {
  provider          = aws.us_east_1
  name              = "/aws/vendedlogs/cloudfront/payments"
  retention_in_days = 365

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_cloudwatch_log_delivery_source" "payments" {
  provider     = aws.us_east_1
  name         = "payments"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.payments.arn

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_cloudwatch_log_delivery_destination" "payments" {
  provider      = aws.us_east_1
  name          = "payments"
  output_format = "json"

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }

  delivery_destination_configuration {
    destination_resource_arn = aws_cloudwatch_log_group.payments_access.arn
  }
}

resource "aws_cloudwatch_log_delivery" "payments" {
  provider                 = aws.us_east_1
  delivery_source_name     = aws_cloudwatch_log_delivery_source.payments.name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.payments.arn

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_route53_record" "payments_a_0" {
  zone_id = data.aws_route53_zone.payments.zone_id
  name    = "payments.acme.example"
  type    = "A"

  alias {
    evaluate_target_health = false
    name                   = aws_cloudfront_distribution.payments.domain_name
    zone_id                = aws_cloudfront_distribution.payments.hosted_zone_id
  }
}

resource "aws_route53_record" "payments_aaaa_0" {
  zone_id = data.aws_route53_zone.payments.zone_id
  name    = "payments.acme.example"
  type    = "AAAA"

  alias {
    evaluate_target_health = false
    name                   = aws_cloudfront_distribution.payments.domain_name
    zone_id                = aws_cloudfront_distribution.payments.hosted_zone_id
  }
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

data "aws_lb" "payments" {
  tags = {
    "elbv2.k8s.aws/cluster" = "platform-eu"
    "ingress.k8s.aws/stack" = "payments/payments-cloudfront"
  }

  depends_on = [
    aws_acm_certificate_validation.payments_origin,
    aws_vpc_security_group_ingress_rule.payments_cloudfront,
  ]
}

resource "aws_cloudfront_vpc_origin" "payments" {
  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }

  vpc_origin_endpoint_config {
    arn                    = data.aws_lb.payments.arn
    http_port              = 80
    https_port             = 443
    name                   = "payments"
    origin_protocol_policy = "https-only"

    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }
}
