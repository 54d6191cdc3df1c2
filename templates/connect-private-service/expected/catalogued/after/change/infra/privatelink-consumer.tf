resource "aws_security_group" "orders_private_link" {
  description = "Who may use the endpoint orders-private-link"
  name        = "orders-private-link-endpoint"
  vpc_id      = "vpc-0a1b2c3d4e5f60001"

  tags = {
    Name                 = "orders-private-link"
    backstage-entity-ref = "component:default/orders"
  }
}

resource "aws_vpc_security_group_ingress_rule" "orders_private_link_443_10_0_0_0_16" {
  description       = "Port 443 from 10.0.0.0/16"
  from_port         = 443
  ip_protocol       = "tcp"
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
  security_group_id = aws_security_group.orders_private_link.id
}

resource "aws_vpc_endpoint" "orders_private_link" {
  private_dns_enabled = false
  security_group_ids  = [aws_security_group.orders_private_link.id]
  service_name        = "com.amazonaws.vpce.eu-west-1.vpce-svc-0ed6e700000000001"
  subnet_ids          = ["subnet-0a1b2c3d4e5f6a001", "subnet-0a1b2c3d4e5f6a002"]
  vpc_endpoint_type   = "Interface"
  vpc_id              = "vpc-0a1b2c3d4e5f60001"

  tags = {
    Name                 = "orders-private-link"
    backstage-entity-ref = "component:default/orders"
  }
}
