/** The Terraform of the demo's ledger: an endpoint service with its grants kept in a list. */
export const ledgerTerraform = `# The load balancer is made by the cluster, from the manifests in this repository.
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
`;

/** The manifest of the demo's ledger, whose Service has a protected load balancer. */
export const ledgerManifest = `# The books.
apiVersion: v1
kind: Service
metadata:
  name: ledger
  namespace: ledger
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: "internal"
    service.beta.kubernetes.io/aws-load-balancer-attributes: "load_balancing.cross_zone.enabled=true,deletion_protection.enabled=true"
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  ports:
    - port: 443 # TLS
`;
