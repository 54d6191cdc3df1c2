import { parseMaskedPrefix } from '../../values/goAddress';
import { parseCommaListWithEmpty } from '../../values/azureParsers';
import { createRule } from '../createRule';
import { ServiceTarget } from '../targets';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-allowed-ip-ranges';
const SPEC = 'spec.loadBalancerSourceRanges';
const PLACEHOLDER = /[<>{}$]/;
const service = (range: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}allowed-ip-ranges: "${range}"`,
  ]);

/** The networks of a Service, by where they stand; those of all clouds only where this is Azure's. */
function rangesOf(target: ServiceTarget) {
  const { profile, object } = target;
  const ranges = object?.spec?.loadBalancerSourceRanges;
  const inSpec =
    profile?.cloud === 'azure' && Array.isArray(ranges)
      ? ranges.filter(range => typeof range === 'string')
      : [];
  const names =
    profile?.cloud === 'azure' ? [NAME, 'load-balancer-source-ranges'] : [NAME];
  return [
    { at: undefined, where: SPEC, ranges: inSpec },
    ...names.map(name => {
      const at = annotationOf(target, name);
      const listed = at ? parseCommaListWithEmpty(at.value) : [];
      return { at, where: name, ranges: listed };
    }),
  ];
}

/** A network that Azure's controller leaves out, and closes the door for. @internal */
export const invalidRanges = createRule({
  id: 'azure/invalid-ranges',
  severity: 'error',
  reads: 'service',
  page: {
    summary: 'A network that may call is invalid, and all others are denied.',
    why: 'The controller leaves out what is no network, or one with bits behind its prefix such as 10.0.0.1/8. It warns in an event, and denies everything that is not let in by another one.',
    bad: service('10.0.0.1/8'),
    good: service('10.0.0.0/8'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/loadbalancer/configuration.go',
  },
  check(target, report) {
    const mayHave =
      target.object?.spec?.loadBalancerSourceRanges !== undefined ||
      target.annotations.some(({ key }) => key.endsWith('-ranges'));
    if (!mayHave) return;
    for (const { at, where, ranges } of rangesOf(target)) {
      const wrong = ranges
        .map(range => range.trim())
        .filter(
          range =>
            !PLACEHOLDER.test(range) && 'problem' in parseMaskedPrefix(range),
        );
      if (wrong.length === 0) continue;
      report({
        at,
        message: `${wrong
          .map(range => `'${range}'`)
          .join(', ')} is left out, and all other traffic is denied`,
        remedy:
          'Write networks without bits behind their prefix, such as 10.0.0.0/8.',
        evidence: [{ label: where, value: ranges.join(',') }],
      });
    }
  },
});
