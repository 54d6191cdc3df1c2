import { isAzureTrue, isAzureTrueTrimmed } from '../../values/azureParsers';
import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { ServiceTarget } from '../targets';
import { tellsAll } from '../tellsAll';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const CREATE = `${AZURE}pls-create: "true"`;
const NO_FLOATING_IP = `${AZURE}disable-load-balancer-floating-ip: "true"`;
const CLUSTER = `clusters:
  platform-we:
    cloud: azure
    subscriptionId: 00000000-0000-0000-0000-000000000000
    resourceGroup: nodes
    location: westeurope
`;

/** Whether a private link service is asked for beside a public load balancer. */
function isPublic(target: ServiceTarget): boolean {
  const plan = planOf(target);
  if (plan?.outcome === 'azure-load-balancer')
    return !plan.model.internal && plan.model.plsRequested;
  // Without a profile, the annotations of a whole Service tell; only Azure asks for them.
  const isUnknown = !plan || plan.outcome === 'unplanned';
  if (!isUnknown || !tellsAll(target)) return false;
  const valueOf = (name: string) => annotationOf(target, name)?.value;
  return (
    isAzureTrueTrimmed(valueOf('azure-pls-create')) &&
    valueOf('azure-load-balancer-internal') !== 'true'
  );
}

/** A private link service behind which the load balancer is public. @internal */
export const publicPrivateLink = createRule({
  id: 'azure/public-private-link',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}pls-create`],
  page: {
    summary: 'A private link service stands at a public load balancer.',
    why: 'Consumers come through their private endpoints, and the Internet comes beside them, to the load balancer’s public address. Unless floating IP is switched off, Azure does not even make the private link service there.',
    bad: exampleAzureService([CREATE, NO_FLOATING_IP]),
    good: exampleAzureService([
      CREATE,
      `${AZURE}load-balancer-internal: "true"`,
    ]),
    cluster: CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    const node = annotationOf(target, 'azure-pls-create');
    if (!node || !isPublic(target)) return;
    const isPossible = isAzureTrue(
      annotationOf(target, 'azure-disable-load-balancer-floating-ip')?.value,
    );
    report({
      at: node,
      severity: isPossible ? 'warning' : 'error',
      message: isPossible
        ? 'The private link service stands at a public load balancer, which the Internet reaches too'
        : 'Azure makes no private link service at this public load balancer, and the Internet reaches it',
      remedy: `Set '${AZURE}load-balancer-internal: "true"'.`,
      evidence: [
        {
          label: `${AZURE}load-balancer-internal`,
          value:
            annotationOf(target, 'azure-load-balancer-internal')?.value ??
            'missing',
        },
      ],
    });
  },
});
