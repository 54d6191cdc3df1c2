import { createRule } from '../createRule';
import { ingressListeners } from '../ingressListeners';
import { ChangeTarget, IngressTarget, ServiceTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleService } from './examples';

const PORTS = `${ALB}listen-ports`;
const service = (ports: string) =>
  exampleService([]).replace('[{port: 443}]', ports);

/** The ports of a Service that makes a load balancer; `undefined` where the file doesn't tell. */
function portsOf({ object, isPartial, isWholeService }: ServiceTarget) {
  const ports = object?.spec?.ports;
  if (isPartial || !isWholeService || !Array.isArray(ports)) return undefined;
  return ports.flatMap(port =>
    typeof port === 'object' && port !== null && 'port' in port
      ? [`${String(port.protocol ?? 'TCP')} ${String(port.port)}`]
      : [],
  );
}

function listenersOf(side: IngressTarget) {
  // Another Ingress of the group may listen there.
  return findAnnotation(side, `${ALB}group.name`)
    ? undefined
    : ingressListeners(side)?.listeners.map(
        ({ protocol, port }) => `${protocol} ${port}`,
      );
}

function listensBeforeAndAfter(target: ChangeTarget) {
  if (target.subject === 'infrastructure' || !target.after) return [];
  return target.subject === 'service'
    ? [portsOf(target.before), portsOf(target.after)]
    : [listenersOf(target.before), listenersOf(target.after)];
}

/** A port on which nobody answers any more. @internal */
export const listenerRemoved = createRule({
  id: 'change/listener-removed',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would remove a listener of a live load balancer.',
    why: 'Its connections drop, and clients that come by that port, consumers of an endpoint service among them, are refused.',
    before: service('[{name: tls, port: 443}, {name: api, port: 8443}]'),
    bad: service('[{name: tls, port: 443}]'),
    good: service('[{name: api, port: 8443}, {name: tls, port: 443}]'),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteListener.html',
  },
  check(target, report) {
    if (target.subject === 'infrastructure' || !target.after) return;
    const [from, to] = listensBeforeAndAfter(target);
    if (!from || !to) return;
    const gone = from.filter(listener => !to.includes(listener));
    if (gone.length === 0) return;
    report({
      at:
        target.subject === 'service'
          ? target.after.placeOfField('spec', 'ports')
          : findAnnotation(target.after, PORTS),
      message: `${target.name} no longer listens on ${gone.join(
        ', ',
      )}; connections there drop`,
      remedy: 'Keep the port until nobody comes by it any more.',
      evidence: [
        { label: 'listeners before', value: from.join(', ') },
        { label: 'listeners after', value: to.join(', ') || 'none' },
      ],
    });
  },
});
