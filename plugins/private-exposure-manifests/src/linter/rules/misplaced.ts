import { AnnotationPlacement, externalDnsCatalogue } from '../../catalogues';
import { createRule } from '../createRule';
import { CataloguedTarget, findRows } from '../KnownAnnotations';

const ingress = (key: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: payments\n  annotations:\n    ${key}: "internal"\nspec:\n  ingressClassName: alb\n  defaultBackend: {service: {name: payments, port: {number: 443}}}\n`;

const GATEWAY_GROUP = 'gateway.networking.k8s.io/';

/** What an object counts as; `undefined` where nobody here knows what reads it. */
function placementOf({
  kind,
  object,
}: CataloguedTarget): AnnotationPlacement | undefined {
  if (kind === 'Service' || kind === 'Ingress') return kind;
  if (!kind || !object?.apiVersion?.startsWith(GATEWAY_GROUP)) return undefined;
  if (kind === 'Gateway' || kind === 'ListenerSet') return 'Gateway';
  return kind.endsWith('Route') ? 'Route' : undefined;
}

/** An annotation on a kind of object from which its controller does not read it. @internal */
export const misplaced = createRule({
  id: 'annotation/misplaced',
  severity: 'warning',
  reads: 'annotations',
  about: key => findRows(key).length > 0,
  page: {
    summary:
      'An annotation stands on a kind of object from which nobody reads it.',
    why: 'The controller looks for it elsewhere, so here it has no effect: an Ingress’s settings on a Service, a Service’s on an Ingress.',
    bad: ingress('service.beta.kubernetes.io/aws-load-balancer-scheme'),
    good: ingress('alb.ingress.kubernetes.io/scheme'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const kind = placementOf(target);
    if (!kind) return;
    const isOfGateway = kind === 'Gateway' || kind === 'Route';
    for (const node of [...target.annotations, ...target.placeholders]) {
      const placements = findRows(node.key)
        // Who makes a Gateway may hand on the annotations for its Service.
        .filter(
          ({ catalogue }) => !isOfGateway || catalogue === externalDnsCatalogue,
        )
        .map(({ spec, catalogue }) => spec.placement ?? catalogue.placement);
      if (placements.some(places => places.includes(kind))) continue;
      if (placements.length === 0) continue;
      const places = new Set(placements.flat());
      report({
        at: node,
        message: `'${node.key}' is read from ${[...places].join(
          ' or ',
        )}, not from ${kind}; it is ignored`,
        remedy: `Move it to the ${[...places][0]}, or remove it.`,
        evidence: [{ label: 'kind', value: target.kind ?? kind }],
      });
    }
  },
});
