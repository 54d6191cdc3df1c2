import { awsInTreeCatalogue } from '../../catalogues';
import { createRule } from '../createRule';
import { isReadBy } from '../KnownAnnotations';
import { servedPortsOf } from '../servedPortsOf';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const CERTIFICATE = `${AWS}ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;
const service = (ports: string) =>
  exampleService([CERTIFICATE, `${AWS}ssl-ports: "${ports}"`], []);

/** A port with TLS that the in-tree provider doesn't find. @internal */
export const tlsPortUnmatched = createRule({
  id: 'aws/tls-port-unmatched',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}ssl-ports`],
  page: {
    summary: 'TLS is asked for at a port that the Service does not have.',
    why: 'The in-tree provider compares names and numbers letter by letter, spaces included, and leaves out what it does not find: the port that was meant has no TLS. The AWS Load Balancer Controller refuses the Service instead.',
    bad: service('80, 443'),
    good: service('443'),
    cluster: `clusters:\n  legacy:\n    controller: in-tree\n    accountId: "111122223333"\n    region: eu-west-1\n`,
    source:
      'https://github.com/kubernetes/cloud-provider-aws/blob/v1.36.1/pkg/providers/v1/aws.go',
  },
  check(target, report) {
    if (!isReadBy('in-tree', awsInTreeCatalogue, target)) return;
    const node = annotationOf(target, 'aws-load-balancer-ssl-ports');
    const served = servedPortsOf(target);
    if (!node || !served || node.value === '*') return;
    const lost = node.value
      .split(',')
      .filter(
        word =>
          !served.some(({ name, port }) => word === name || word === `${port}`),
      );
    if (lost.length === 0) return;
    report({
      at: node,
      message: `No port of the Service is ${lost
        .map(word => `'${word}'`)
        .join(', ')}, so that nothing gets TLS for it`,
      remedy: `Name its own ports, without spaces: ${served
        .map(({ port }) => port)
        .join(',')}.`,
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
