import { isAzureTrue } from '../../values/azureParsers';
import { createRule } from '../createRule';
import { ServiceTarget } from '../targets';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const service = (name: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-name: "${name}"`,
  ]);
/** What moves the frontend that the private link service stands at. */
const FRONTEND = [
  'azure-load-balancer-internal-subnet',
  'azure-load-balancer-ipv4',
  'azure-load-balancer-configurations',
];

const isAsked = (target: ServiceTarget) =>
  isAzureTrue(annotationOf(target, 'azure-pls-create')?.value.trim() ?? '');
const valueOf = (target: ServiceTarget, name: string) =>
  annotationOf(target, name)?.value ?? 'missing';

/** A private link service is renamed, moved or no longer asked for. @internal */
export const privateLinkServiceChanged = createRule({
  id: 'change/private-link-service-changed',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would rename, move or drop a private link service.',
    why: 'The controller refuses another name for a private link service that is there. Where its frontend moves, the private link service is deleted with all its connections: consumers are disconnected, and have to make their endpoints anew. Taking the annotation away leaves the private link service behind, and nobody cares for it.',
    before: service('payments'),
    bad: service('payments-2'),
    good: service('payments'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/azure_privatelinkservice.go',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const { before, after, name } = target;
    if (!isAsked(before)) return;
    if (!isAsked(after)) {
      if (after.isPartial) return;
      report({
        severity: 'warning',
        at: annotationOf(after, 'azure-pls-create'),
        message: `The private link service of ${name} stays where it is, without anybody to look after it`,
        remedy:
          'Disconnect its consumers and remove it by hand, or keep the annotation.',
        evidence: evidenceOf(before, after, 'azure-pls-create'),
      });
      return;
    }
    const differs = (key: string) => {
      const [from, to] = [valueOf(before, key), valueOf(after, key)];
      return from !== to && !(after.isPartial && to === 'missing');
    };
    if (differs('azure-pls-name')) {
      report({
        at: annotationOf(after, 'azure-pls-name'),
        message: `The private link service of ${name} can't get another name; the controller refuses the Service`,
        remedy:
          'Keep the name, or make a second Service beside it and move consumers over.',
        evidence: evidenceOf(before, after, 'azure-pls-name'),
      });
    }
    for (const key of FRONTEND.filter(differs)) {
      report({
        at: annotationOf(after, key),
        message: `A merge moves the frontend of ${name}: its private link service is made anew, and all consumers are disconnected`,
        remedy:
          'Keep the frontend, or make a second Service and move consumers over.',
        evidence: evidenceOf(before, after, key),
      });
    }
  },
});

function evidenceOf(before: ServiceTarget, after: ServiceTarget, key: string) {
  return [
    { label: `${key} before`, value: valueOf(before, key) },
    { label: `${key} after`, value: valueOf(after, key) },
  ];
}
