import { createRule } from '../createRule';
import { tellsAll } from '../tellsAll';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleIngress } from './examples';

const NETWORK = { least: 200, most: 599 };
const APPLICATION = { least: 200, most: 499 };
const GRPC = { least: 0, most: 99 };
const VERSION = `${ALB}backend-protocol-version`;
const RANGES: Record<string, typeof GRPC> = {
  [`${AWS}healthcheck-success-codes`]: NETWORK,
  [`${ALB}success-codes`]: APPLICATION,
  [`${ALB}frontend-nlb-healthcheck-success-codes`]: NETWORK,
};
const PLACEHOLDER = /[<>{}$]/;

/** Whether a list such as `200,202` or `200-299` lies within a range. */
function isWithin(text: string, { least, most }: typeof GRPC): boolean {
  return text.split(',').every(part => {
    const [, from, to = from] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    return (
      from !== undefined &&
      Number(from) >= least &&
      Number(to) <= most &&
      Number(from) <= Number(to)
    );
  });
}

/** Answers that no health check can take for a success. @internal */
export const successCodes = createRule({
  id: 'aws/success-codes',
  severity: 'error',
  reads: 'annotations',
  about: Object.keys(RANGES),
  page: {
    summary: 'Codes of success that AWS does not take.',
    why: 'An Application Load Balancer takes 200 to 499, for gRPC 0 to 99, and a Network Load Balancer 200 to 599, as single codes or ranges. AWS refuses the target group with others.',
    bad: exampleIngress([`${ALB}success-codes: "ok"`]),
    good: exampleIngress([`${ALB}success-codes: "200-299"`]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html',
  },
  check(target, report) {
    const version = findAnnotation(target, VERSION)?.value.trim();
    const isGrpc = version === 'GRPC';
    // An Ingress says it for its Services, and a file that is laid over another one leaves it there.
    const mayBeGrpc =
      version === undefined && !(target.type === 'ingress' && tellsAll(target));
    for (const node of target.annotations) {
      if (!Object.hasOwn(RANGES, node.key) || PLACEHOLDER.test(node.value))
        continue;
      const range =
        isGrpc && node.key === `${ALB}success-codes` ? GRPC : RANGES[node.key];
      if (isWithin(node.value, range)) continue;
      if (mayBeGrpc && range === APPLICATION && isWithin(node.value, GRPC))
        continue;
      report({
        at: node,
        message: `'${node.value}' are no codes from ${range.least} to ${range.most}; AWS refuses them`,
        remedy: `Write codes such as "${
          range === GRPC ? '0,12' : '200,204'
        }", or a range such as "${range.least}-${range.most}".`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
