/** Beginning of the annotations of AWS controllers for a Service. @internal */
export const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';

/** Beginning of the annotations of the Azure cloud provider. @internal */
export const AZURE = 'service.beta.kubernetes.io/azure-';

/** Beginning of the annotations of an Ingress for an Application Load Balancer. @internal */
export const ALB = 'alb.ingress.kubernetes.io/';

const indent = (lines: readonly string[], by: number) =>
  lines.map(line => `${' '.repeat(by)}${line}\n`).join('');

function metadata(annotations: readonly string[], name: string): string {
  const head = `metadata:\n  name: ${name}\n`;
  return annotations.length
    ? `${head}  annotations:\n${indent(annotations, 4)}`
    : head;
}

/** A Service for a rule's page, by the lines of its annotations and what its spec has besides type and port. @internal */
export function exampleService(
  annotations: readonly string[],
  spec: readonly string[] = ['loadBalancerClass: service.k8s.aws/nlb'],
): string {
  return `apiVersion: v1\nkind: Service\n${metadata(
    annotations,
    'payments',
  )}spec:\n  type: LoadBalancer\n${indent(spec, 2)}  ports: [{port: 443}]\n`;
}

/** A Service on Azure. @internal */
export function exampleAzureService(
  annotations: readonly string[],
  spec: readonly string[] = [],
): string {
  return exampleService(annotations, spec);
}

/** An Ingress for a rule's page. @internal */
export function exampleIngress(
  annotations: readonly string[],
  spec: readonly string[] = ['ingressClassName: alb'],
): string {
  return `apiVersion: networking.k8s.io/v1\nkind: Ingress\n${metadata(
    annotations,
    'payments',
  )}spec:\n${indent(
    spec,
    2,
  )}  defaultBackend: {service: {name: payments, port: {number: 443}}}\n`;
}

/** A file of one cluster, with the AWS Load Balancer Controller, for pages of rules that ask for one. @internal */
export const EXAMPLE_CLUSTER = `clusters:
  platform-eu:
    controller: aws-load-balancer-controller
    version: 3.5.0
    accountId: "111122223333"
    region: eu-west-1
    subnets:
      - {id: subnet-0000000000000000a, zoneId: euw1-az1}
      - {id: subnet-0000000000000000b, zoneId: euw1-az2}
    externalDnsPrefix: external-dns.kubernetes.io/
    externalDnsDomains: [example.com]
`;

/** Terraform of an endpoint service with a private DNS name. @internal */
export function endpointServiceNamed(name: string): string {
  return `resource "aws_vpc_endpoint_service" "payments" {\n  acceptance_required        = true\n  network_load_balancer_arns = [aws_lb.payments.arn]\n  private_dns_name           = "${name}"\n}\n`;
}

/** A Private Service Connect attachment of GKE, with how it lets consumers in. @internal */
export function exampleAttachment(preference: string): string {
  return `apiVersion: networking.gke.io/v1\nkind: ServiceAttachment\nmetadata:\n  name: payments\nspec:\n  connectionPreference: ${preference}\n  natSubnets: [private-service-connect]\n  resourceRef: {kind: Service, name: payments}\n`;
}
