import { parseGoInteger } from '../../values/goParsers';
import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { tellsAll } from '../tellsAll';
import { IngressTarget, ServiceTarget } from '../targets';
import { AnnotatedTarget } from '../targets/IngressTarget';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

/** The two annotations of a health check's times, with what holds without them. */
interface Times {
  timeout: string;
  interval: string;
  defaults?: { timeout: number; interval: number };
  /** Whether the two may be the same. */
  mayEqual: boolean;
}

// What holds on a Service depends on more than annotations; its plan tells.
const SERVICE: Times = {
  timeout: `${AWS}healthcheck-timeout`,
  interval: `${AWS}healthcheck-interval`,
  mayEqual: true,
};
const DEFAULTS = { timeout: 5, interval: 15 };
const INGRESS: Times[] = [
  {
    timeout: `${ALB}healthcheck-timeout-seconds`,
    interval: `${ALB}healthcheck-interval-seconds`,
    defaults: DEFAULTS,
    mayEqual: false,
  },
  {
    timeout: `${ALB}frontend-nlb-healthcheck-timeout-seconds`,
    interval: `${ALB}frontend-nlb-healthcheck-interval-seconds`,
    defaults: DEFAULTS,
    mayEqual: true,
  },
];
const KEYS = [SERVICE, ...INGRESS].flatMap(({ timeout, interval }) => [
  timeout,
  interval,
]);

type Target = ServiceTarget | IngressTarget | AnnotatedTarget;

function secondsOf(target: Target, key: string): number | undefined {
  const text = findAnnotation(target, key)?.value.trim();
  return text === undefined ? undefined : parseGoInteger(text);
}

/** The times that a Service's load balancer will have; a Classic one's timeout has to be the shorter. */
function plannedTimes(target: ServiceTarget) {
  const plan = planOf(target);
  if (plan?.outcome === 'aws-in-tree-load-balancer')
    return {
      ...plan.model.healthCheck,
      mayEqual: plan.model.loadBalancerType === 'nlb',
    };
  return plan?.outcome === 'aws-network-load-balancer' &&
    plan.model.targetGroups.length > 0
    ? { ...plan.model.targetGroups[0].healthCheck, mayEqual: true }
    : undefined;
}

/** Another file may set the other one; a Service leaves what it does not set to the Ingress that names it. */
function defaultsFor(target: Target, { defaults }: Times) {
  return target.type === 'ingress' && tellsAll(target) ? defaults : undefined;
}

function readTimes(target: Target, times: Times) {
  const planned =
    times === SERVICE && target.type === 'service' && tellsAll(target)
      ? plannedTimes(target)
      : undefined;
  const defaults = defaultsFor(target, times);
  return {
    timeout:
      planned?.timeoutSeconds ??
      secondsOf(target, times.timeout) ??
      defaults?.timeout,
    interval:
      planned?.intervalSeconds ??
      secondsOf(target, times.interval) ??
      defaults?.interval,
    mayEqual: planned?.mayEqual ?? times.mayEqual,
  };
}

/** A health check that would wait for an answer longer than until the next one. @internal */
export const healthCheckTimeout = createRule({
  id: 'aws/health-check-timeout',
  severity: 'error',
  reads: 'annotations',
  about: KEYS,
  page: {
    summary: 'A health check waits longer than until the next one.',
    why: 'AWS refuses a timeout beyond the interval; for Application and Classic load balancers it has to be shorter. What is not set has a default, which the other value has to fit.',
    bad: exampleService([`${AWS}healthcheck-interval: "5"`]),
    good: exampleService([
      `${AWS}healthcheck-interval: "5"`,
      `${AWS}healthcheck-timeout: "5"`,
    ]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  },
  check(target, report) {
    for (const times of [SERVICE, ...INGRESS]) {
      const node =
        findAnnotation(target, times.timeout) ??
        findAnnotation(target, times.interval);
      if (!node) continue;
      const { timeout, interval, mayEqual } = readTimes(target, times);
      if (timeout === undefined || interval === undefined) continue;
      if (timeout < interval || (mayEqual && timeout === interval)) continue;
      report({
        at: node,
        message: `A timeout of ${timeout} s does not fit an interval of ${interval} s; AWS refuses the health check`,
        remedy: mayEqual
          ? 'Make the timeout no longer than the interval; set both.'
          : 'Make the timeout shorter than the interval; set both.',
        evidence: [
          { label: 'timeout', value: `${timeout} s` },
          { label: 'interval', value: `${interval} s` },
        ],
      });
    }
  },
});
