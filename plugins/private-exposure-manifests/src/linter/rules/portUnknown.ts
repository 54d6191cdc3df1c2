import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { ServedPort, servedPortsOf } from '../servedPortsOf';
import { planOf } from '../ServiceTarget';
import { ServiceTarget } from '../targets';
import { AWS, exampleService } from './examples';

const LISTENER = `${AWS}listener-attributes.`;
const ACTION = 'service.beta.kubernetes.io/actions.';
const NUMBERED = [
  /^service\.beta\.kubernetes\.io\/aws-load-balancer-target-group-attributes\.(.+)$/,
  /^service\.beta\.kubernetes\.io\/port_([^_]+)_/,
];
const LISTS = [
  `${AWS}proxy-protocol-per-target-group`,
  `${AWS}quic-enabled-ports`,
];

const isAboutPort = (key: string) =>
  key.startsWith(LISTENER) ||
  key.startsWith(ACTION) ||
  LISTS.includes(key) ||
  NUMBERED.some(pattern => pattern.test(key));

/** What listens, as keys name it: `TCP-443`. Where nobody is known to make it, the protocol is not compared. */
function listenersOf(target: ServiceTarget) {
  const plan = planOf(target);
  return plan?.outcome === 'aws-network-load-balancer'
    ? plan.model.listeners.map(({ protocol, port }) => `${protocol}-${port}`)
    : undefined;
}

/** The ports that an annotation names and the Service doesn't have. */
function strangePorts(
  target: ServiceTarget,
  { key, value }: { key: string; value: string },
  served: readonly ServedPort[],
): string[] {
  const has = (text: string) =>
    served.some(({ name, port }) => text === `${port}` || text === name);
  if (LISTS.includes(key)) {
    const words = parseStringList(value);
    // The first list takes numbers alone, and refuses the rest.
    return words.filter(
      word => !has(word) && (/^\d+$/.test(word) || key === LISTS[1]),
    );
  }
  const start = [LISTENER, ACTION].find(prefix => key.startsWith(prefix));
  if (start) {
    const name = key.slice(start.length);
    const listeners = listenersOf(target);
    const isThere = listeners
      ? listeners.includes(name)
      : has(name.slice(name.lastIndexOf('-') + 1));
    return isThere ? [] : [name];
  }
  // These are looked up by number, and a port's name is none.
  const [port] = NUMBERED.flatMap(pattern => pattern.exec(key)?.[1] ?? []);
  const isThere = served.some(one => port === `${one.port}`);
  return port === undefined || isThere ? [] : [port];
}

/** A setting for a port that the Service doesn't have. @internal */
export const portUnknown = createRule({
  id: 'annotation/port-unknown',
  severity: 'warning',
  reads: 'service',
  about: isAboutPort,
  page: {
    summary: 'An annotation is for a port that the Service does not have.',
    why: 'The controller looks settings up by the ports of the Service, and a listener’s by its protocol too: a port with a certificate has a TLS listener. What no port asks for is never read.',
    bad: exampleService([
      `${AWS}listener-attributes.TCP-80: "tcp.idle_timeout.seconds=300"`,
    ]),
    good: exampleService([
      `${AWS}listener-attributes.TCP-443: "tcp.idle_timeout.seconds=300"`,
    ]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    const served = servedPortsOf(target);
    if (!served) return;
    for (const node of target.annotations) {
      if (!isAboutPort(node.key)) continue;
      const strange = strangePorts(target, node, served);
      if (strange.length === 0) continue;
      const ports = listenersOf(target) ?? served.map(({ port }) => `${port}`);
      report({
        at: node,
        message: `The Service has no port ${strange.join(', ')}; '${
          node.key
        }' has no effect there`,
        remedy: `Name one of its own: ${ports.join(', ')}.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
