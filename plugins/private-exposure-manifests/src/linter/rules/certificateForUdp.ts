import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findReconciler } from '../ServiceTarget';
import { servedPortsOf } from '../servedPortsOf';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const CLASS = 'loadBalancerClass: service.k8s.aws/nlb';
const CERTIFICATE = `${AWS}ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;
const ports = (list: string) =>
  exampleService([CERTIFICATE, `${AWS}ssl-ports: "dns"`], [CLASS]).replace(
    'ports: [{port: 443}]',
    `ports: ${list}`,
  );

/** A certificate for ports that have no TLS. @internal */
export const certificateForUdp = createRule({
  id: 'aws/certificate-for-udp',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}ssl-cert`],
  page: {
    summary: 'A certificate is for UDP ports, which have no TLS.',
    why: 'A Network Load Balancer ends TLS at TCP ports alone. UDP ports stay as they are, so what was meant to be encrypted is not.',
    bad: ports('[{name: dns, port: 53, protocol: UDP}]'),
    good: ports('[{name: dns, port: 853, protocol: TCP}]'),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html',
  },
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-ssl-cert');
    const served = servedPortsOf(target);
    if (!node || !served || findReconciler(target) === 'in-tree') return;
    const named = parseStringList(
      annotationOf(target, 'aws-load-balancer-ssl-ports')?.value ?? '',
    );
    const meant = served.filter(
      ({ name, port }) =>
        named.length === 0 ||
        named.includes(`${port}`) ||
        (name !== undefined && named.includes(name)),
    );
    const udp = meant.filter(({ protocol }) => protocol === 'UDP');
    // Where nothing is said, the certificate is for what can have TLS.
    const isLeft =
      named.length > 0 ? udp.length > 0 : udp.length === meant.length;
    if (udp.length === 0 || !isLeft) return;
    report({
      at: node,
      message: `The certificate is for UDP ${udp
        .map(({ port }) => port)
        .join(', ')}, which has no TLS`,
      remedy: 'Name TCP ports in ssl-ports, or leave the certificate out.',
      evidence: [
        { label: node.key, value: node.value },
        {
          label: 'ports',
          value: udp.map(({ port }) => `UDP ${port}`).join(', '),
        },
      ],
    });
  },
});
