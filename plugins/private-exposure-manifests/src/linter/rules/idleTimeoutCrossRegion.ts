import { parseGoInteger, parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';

const LISTENER =
  'service.beta.kubernetes.io/aws-load-balancer-listener-attributes.';
// Seconds; the only value with which AWS lets consumers in from other regions.
const DEFAULT_IDLE_TIMEOUT = 350;

const inputs = (seconds: number) =>
  `${exampleService([
    `${AWS}listener-attributes.TCP-443: "tcp.idle_timeout.seconds=${seconds}"`,
  ])}---\nResources:\n  Payments:\n    Type: AWS::EC2::VPCEndpointService\n    Properties:\n      SupportedRegions: [us-east-1]\n`;

/** An endpoint service with a changed idle timeout can't be reached from other regions. @internal */
export const idleTimeoutCrossRegion = createRule({
  id: 'aws/idle-timeout-cross-region',
  severity: 'error',
  reads: 'service',
  about: key => key.startsWith(LISTENER),
  page: {
    summary:
      'An idle timeout is changed where consumers come from other regions.',
    why: 'AWS lets no other region connect to an endpoint service whose load balancer has an idle timeout of its own.',
    bad: inputs(600),
    good: inputs(350),
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  },
  check(target, report) {
    if (!target.isCrossRegion) return;
    for (const node of target.annotations.filter(({ key }) =>
      key.startsWith(LISTENER),
    )) {
      const text = parseStringMap(node.value)?.['tcp.idle_timeout.seconds'];
      const seconds = text === undefined ? undefined : parseGoInteger(text);
      if (seconds === undefined || seconds === DEFAULT_IDLE_TIMEOUT) continue;
      report({
        at: node,
        message: `An idle timeout of ${seconds} s excludes consumers in other regions, which the endpoint service lets in`,
        remedy: `Remove tcp.idle_timeout.seconds (${DEFAULT_IDLE_TIMEOUT} s then), or the other regions.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
