data "aws_lb" "payments" {
  tags = {
    "elbv2.k8s.aws/cluster" = "payments-eu"
    "service.k8s.aws/stack" = "payments/payments"
  }
}

resource "aws_vpc_endpoint_service" "payments" {
  acceptance_required        = true
  network_load_balancer_arns = [data.aws_lb.payments.arn]
  private_dns_name           = "payments.acme.example"

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_vpc_endpoint_service_allowed_principal" "payments_333344445555" {
  principal_arn           = "arn:aws:iam::333344445555:root"
  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id
}
