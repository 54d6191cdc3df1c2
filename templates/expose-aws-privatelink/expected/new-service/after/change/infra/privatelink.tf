data "aws_lb" "payments_private" {
  tags = {
    "elbv2.k8s.aws/cluster" = "payments-eu"
    "service.k8s.aws/stack" = "payments/payments-private"
  }
}

resource "aws_vpc_endpoint_service" "payments_private" {
  acceptance_required        = true
  network_load_balancer_arns = [data.aws_lb.payments_private.arn]
  supported_regions          = ["eu-west-1", "us-east-1"]

  tags = {
    Name                 = "payments-private"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_vpc_endpoint_service_allowed_principal" "payments_private_444455556666" {
  principal_arn           = "arn:aws:iam::444455556666:root"
  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments_private.id
}

resource "aws_vpc_endpoint_service_allowed_principal" "payments_private_333344445555_role_f4adea46" {
  principal_arn           = "arn:aws:iam::333344445555:role/reports"
  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments_private.id
}
