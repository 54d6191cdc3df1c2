import { parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';

const LISTENER = `${AWS}listener-attributes.`;
const ATTRIBUTE = 'tcp.idle_timeout.seconds';
const CERTIFICATE = `${AWS}ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`;

/** An idle timeout for a listener that has a fixed one. @internal */
export const idleTimeoutOfTls = createRule({
  id: 'aws/idle-timeout-of-tls',
  severity: 'error',
  reads: 'service',
  about: key => key.startsWith(LISTENER),
  page: {
    summary: 'An idle timeout is set for a listener that is not TCP.',
    why: 'A TLS listener closes connections after 350 idle seconds and a UDP one after 120. Neither can be changed, and AWS refuses the attribute.',
    bad: exampleService([
      CERTIFICATE,
      `${LISTENER}TLS-443: "${ATTRIBUTE}=600"`,
    ]),
    good: exampleService([`${LISTENER}TCP-443: "${ATTRIBUTE}=600"`]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html',
  },
  check(target, report) {
    for (const node of target.annotations) {
      if (!node.key.startsWith(LISTENER)) continue;
      const [protocol] = node.key.slice(LISTENER.length).split('-');
      const seconds = parseStringMap(node.value)?.[ATTRIBUTE];
      if (seconds === undefined || !/^(TLS|UDP)$/.test(protocol)) continue;
      report({
        at: node,
        message: `A ${protocol} listener has a fixed idle timeout; AWS refuses ${ATTRIBUTE}=${seconds}`,
        remedy: 'Remove the attribute, and send keepalives sooner.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
