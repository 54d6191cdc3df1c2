import { parseGoInteger, parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';

const LISTENER = `${AWS}listener-attributes.`;
// Seconds after which AWS PrivateLink closes an idle connection, whatever the load balancer says.
const ENDPOINT_IDLE_TIMEOUT = 350;
const inputs = (seconds: number) =>
  `${exampleService([
    `${LISTENER}TCP-443: "tcp.idle_timeout.seconds=${seconds}"`,
  ])}---\nResources:\n  Payments:\n    Type: AWS::EC2::VPCEndpointService\n    Properties: {AcceptanceRequired: true}\n`;

/** An idle timeout that the endpoint in front never lets come. @internal */
export const idleTimeout = createRule({
  id: 'aws/idle-timeout',
  severity: 'warning',
  reads: 'service',
  about: key => key.startsWith(LISTENER),
  page: {
    summary: 'The idle timeout is longer than an endpoint’s.',
    why: 'An endpoint closes connections that were idle for 350 seconds. A longer timeout behind it leaves one side believing in a connection that is gone; keepalives have to come sooner.',
    bad: inputs(3600),
    good: inputs(350),
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  },
  check(target, report) {
    // Where other regions are let in, any timeout of one's own is an error with a rule of its own.
    if (!target.hasEndpointService || target.isCrossRegion) return;
    for (const node of target.annotations) {
      if (!node.key.startsWith(LISTENER)) continue;
      const text = parseStringMap(node.value)?.['tcp.idle_timeout.seconds'];
      const seconds = text === undefined ? undefined : parseGoInteger(text);
      if (seconds === undefined || seconds <= ENDPOINT_IDLE_TIMEOUT) continue;
      report({
        at: node,
        message: `PrivateLink closes idle connections after ${ENDPOINT_IDLE_TIMEOUT} s, long before the ${seconds} s of this listener`,
        remedy: `Send keepalives more often than every ${ENDPOINT_IDLE_TIMEOUT} s, and leave the timeout as it is by default.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
