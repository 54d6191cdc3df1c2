import { asService, Combination } from './Combination';
import { azureCluster } from './clusters';

const INTERNAL = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const CREATE = 'service.beta.kubernetes.io/azure-pls-create';
const gateway = (annotations: string) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: payments}\nspec:\n  gatewayClassName: istio\n  infrastructure:\n    annotations: {${annotations}}\n  listeners: [{name: tls, port: 443, protocol: TLS}]\n`;
const values = (annotations: string) =>
  `service:\n  type: LoadBalancer\n  annotations: {${annotations}}\n`;
const service = (...ports: string[]) =>
  asService(
    '    example.com/team: payments\n',
    `  loadBalancerClass: service.k8s.aws/nlb\n  ports: [${ports
      .map(port => `{name: p${port}, port: ${port}}`)
      .join(', ')}]\n`,
  );
const attachment = (...projects: string[]) =>
  `apiVersion: networking.gke.io/v1\nkind: ServiceAttachment\nmetadata: {name: payments}\nspec:\n  connectionPreference: ACCEPT_MANUAL\n  natSubnets: [psc]\n  resourceRef: {kind: Service, name: payments}\n  consumerAllowList: [${projects
    .map(project => `{project: ${project}, connectionLimit: 5}`)
    .join(', ')}]\n`;
const privateLinkService = (visibility: string) =>
  `resource "azurerm_private_link_service" "payments" {\n  name                        = "payments"\n  visibility_subscription_ids = ${visibility}\n}\n`;
const endpointService = (name: string) =>
  `resource "aws_vpc_endpoint_service" "payments" {\n  acceptance_required = true\n${name}}\n`;
const [BOTH, LESS] = [
  `{${INTERNAL}: "true", ${CREATE}: "true"}`,
  `{${CREATE}: "true"}`,
].map(map => map.slice(1, -1));
const SUBSCRIPTIONS = [
  '"00000000-0000-0000-0000-000000000001"',
  '"00000000-0000-0000-0000-000000000002"',
];

/** What a merge takes from those who connect to what is published. @internal */
export const livePublications: Combination[] = [
  ...[undefined, azureCluster].flatMap((cluster): Combination[] =>
    Object.entries({ 'a Gateway': gateway, 'Helm values': values }).map(
      ([where, write]) => ({
        what: `inside to the Internet in ${where} ${
          cluster ? 'on Azure' : 'of no known cluster'
        }`,
        rule: 'change/made-public',
        cluster,
        before: write(BOTH),
        bad: write(LESS),
        good: write(BOTH),
      }),
    ),
  ),
  {
    what: 'a port of a Service',
    rule: 'change/listener-removed',
    before: service('443', '8443'),
    bad: service('443'),
    good: service('8443', '443'),
  },
  {
    what: 'a project that a service attachment let in',
    rule: 'change/grant-removed',
    before: attachment('shop', 'billing'),
    bad: attachment('shop'),
    good: attachment('billing', 'shop'),
  },
  {
    what: 'a subscription that saw a private link service',
    rule: 'change/grant-removed',
    path: 'main.tf',
    before: privateLinkService(`[${SUBSCRIPTIONS.join(', ')}]`),
    bad: privateLinkService(`[${SUBSCRIPTIONS[0]}]`),
    // A variable may hold all of them.
    good: privateLinkService('var.subscriptions'),
  },
  {
    what: 'the private DNS name of an endpoint service',
    rule: 'change/private-name-removed',
    path: 'main.tf',
    before: endpointService('  private_dns_name = "payments.acme.example"\n'),
    bad: endpointService('  private_dns_name = "pay.acme.example"\n'),
    good: endpointService('  private_dns_name = "payments.acme.example"\n'),
  },
  {
    what: 'the private DNS name, taken away',
    rule: 'change/private-name-removed',
    path: 'main.tf',
    before: endpointService('  private_dns_name = "payments.acme.example"\n'),
    bad: endpointService(''),
    good: endpointService('  private_dns_name = "payments.acme.example"\n'),
  },
];
