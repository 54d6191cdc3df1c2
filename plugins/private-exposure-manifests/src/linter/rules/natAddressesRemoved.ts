import { parseGoInteger } from '../../values/goParsers';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { ServiceTarget } from '../targets';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-pls-ip-configuration-ip-address-count';
const service = (count: number) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-ip-configuration-ip-address-count: "${count}"`,
  ]);

const countOf = (side: ServiceTarget) =>
  parseGoInteger(annotationOf(side, NAME)?.value ?? '1') ?? 1;

/** Addresses of a live private link service that are to go. @internal */
export const natAddressesRemoved = createRule({
  id: 'change/nat-addresses-removed',
  severity: 'error',
  reads: 'change',
  page: {
    summary: 'A merge would take addresses from a live private link service.',
    why: 'Connections of consumers run over these addresses. Azure lets more be added, up to eight, and none be taken away.',
    before: service(3),
    bad: service(2),
    good: service(4),
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#limitations',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const { before, after, name } = target;
    const isAsked = [before, after].every(side =>
      /^\s*true\s*$/i.test(annotationOf(side, 'azure-pls-create')?.value ?? ''),
    );
    if (!isAsked || before.isPartial || after.isPartial) return;
    const [from, to] = [before, after].map(countOf);
    if (to >= from) return;
    report({
      at: annotationOf(after, NAME),
      message: `The private link service of ${name} has ${from} addresses, and Azure takes none back`,
      remedy: `Keep ${from}, or make a second private link service and move consumers over.`,
      evidence: [
        { label: `${NAME} before`, value: String(from) },
        { label: `${NAME} after`, value: String(to) },
      ],
    });
  },
});
