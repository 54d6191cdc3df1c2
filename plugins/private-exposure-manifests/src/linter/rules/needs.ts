import { createRule } from '../createRule';
import { findRows, knownAnnotations } from '../KnownAnnotations';
import { tellsAll } from '../tellsAll';

const P = 'service.beta.kubernetes.io/azure-';
const PROTOCOL =
  'service.beta.kubernetes.io/aws-load-balancer-backend-protocol';
const GROUP = 'alb.ingress.kubernetes.io/group.name';
const service = (annotations: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n${annotations}spec:\n  type: LoadBalancer\n  ports: [{port: 443}]\n`;

/** An annotation that has an effect only beside another one, which is missing. @internal */
export const needs = createRule({
  id: 'annotation/needs',
  severity: 'warning',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.needs),
  page: {
    summary: 'An annotation has no effect without another one.',
    why: 'It refines something that the other annotation asks for, and nobody asked for it. Annotations that something hands on to a Service are judged alike: those of a whole Gateway’s infrastructure, and of values that make the Service a load balancer. Of other values it is no more than an info where they say what kind of load balancer it is to be, and nothing where others may say everything.',
    bad: service(`    ${P}pls-name: "payments"\n`),
    good: service(
      `    ${P}load-balancer-internal: "true"\n    ${P}pls-create: "true"\n    ${P}pls-name: "payments"\n`,
    ),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    const keys = new Set(target.annotations.map(({ key }) => key));
    // Another Ingress of the group may have it, in this input or not.
    const isInGroup = target.type === 'ingress' && keys.has(GROUP);
    const handsOn = target.isPartial ? undefined : target.handsOn;
    if (isInGroup || !(tellsAll(target) || handsOn)) return;
    // Values that these are laid over may have it.
    const isLikely = handsOn === 'most';
    for (const { node, rows } of knownAnnotations(target)) {
      const missing = rows.map(({ spec }) => {
        const prefix = node.key.slice(0, node.key.lastIndexOf('/') + 1);
        return (spec.needs ?? [])
          .map(name => `${prefix}${name}`)
          .filter(key => !keys.has(key));
      });
      // Plain TCP is what targets get anyway.
      if (node.key === PROTOCOL && node.value.trim() === 'tcp') continue;
      // Where several controllers might read it, one that is content is enough.
      if (missing.some(list => list.length === 0)) continue;
      const [[first]] = missing;
      report({
        at: node,
        severity: isLikely ? 'info' : 'warning',
        message: `'${node.key}' has no effect without '${first}'`,
        remedy: isLikely
          ? `Add '${first}' if no other values have it, or remove this one.`
          : `Add '${first}', or remove this one.`,
        evidence: [{ label: first, value: 'missing' }],
      });
    }
  },
});
