import { ControllerRefusal } from '../plan/ControllerRefusal';
import { Report } from './createRule';
import { IngressTarget, ServiceTarget } from './targets';
import { findAnnotation } from './targets/Placed';

/** Says of an object what its controller would answer, at the annotation that it is about. @internal */
export function reportRefusal(
  { message, about }: ControllerRefusal,
  target: ServiceTarget | IngressTarget,
  report: (said: Report) => void,
): void {
  const nodes = about.flatMap(key => findAnnotation(target, key) ?? []);
  report({
    at: nodes[0],
    message: `The controller refuses this ${target.kind}: ${message}`,
    remedy: about.length
      ? `Correct ${about.map(key => `'${key}'`).join(' or ')}.`
      : 'Correct what the message names.',
    evidence: nodes.map(({ key, value }) => ({ label: key, value })),
  });
}
