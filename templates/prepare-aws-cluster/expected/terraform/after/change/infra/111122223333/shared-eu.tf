resource "aws_vpc_security_group_ingress_rule" "load_balancers_shared_eu_8080_sg_0a1b2c3d4e5f6f001" {
  provider                     = aws.account_111122223333_eu_west_1
  description                  = "Load balancers at sg-0a1b2c3d4e5f6f001 to port 8080"
  from_port                    = 8080
  ip_protocol                  = "tcp"
  to_port                      = 8080
  referenced_security_group_id = "999988887777/sg-0a1b2c3d4e5f6f001"
  security_group_id            = "sg-0f1e2d3c4b5a69788"

  tags = {
    Name                 = "shared-eu-load-balancers"
    backstage-entity-ref = "component:default/payments"
  }
}
