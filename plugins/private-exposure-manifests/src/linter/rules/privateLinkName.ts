import { hostNameSchema } from '../../values/domainName';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-pls-fqdns';
const PLACEHOLDER = /[<>{}$]/;
const service = (name: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-fqdns: "${name}"`,
  ]);

/** A name for a private link service that DNS doesn't have. @internal */
export const privateLinkName = createRule({
  id: 'azure/private-link-name',
  severity: 'error',
  reads: 'service',
  about: [`${AZURE}pls-fqdns`],
  page: {
    summary: 'A private link service has a name that is no domain name.',
    why: 'The controller checks no name and passes the list on. Consumers read it to set up their DNS, and can’t use a URL or a name with other characters.',
    bad: service('https://payments.example.com'),
    good: service('payments.example.com'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    // Lists that are parted otherwise have a rule of their own.
    if (!node || /[,;]/.test(node.value)) return;
    const wrong = node.value
      .split(/\s+/)
      .filter(
        name =>
          name !== '' &&
          !PLACEHOLDER.test(name) &&
          !hostNameSchema.safeParse(name.toLowerCase()).success,
      );
    if (wrong.length === 0) return;
    report({
      at: node,
      message: `${wrong.map(name => `'${name}'`).join(', ')} is no domain name`,
      remedy: 'Write names such as payments.example.com, parted by spaces.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
