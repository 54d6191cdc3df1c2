import { parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findRows } from '../KnownAnnotations';
import { IngressTarget, ServiceTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { AWS, exampleService } from './examples';

type ExposedTarget = ServiceTarget | IngressTarget;

const KEY = `${AWS}attributes`;

/** What holds where nobody sets an attribute; the in-tree provider's are among the same. */
function defaultOf(key: string, attribute: string): string | undefined {
  const specs = findRows(key).flatMap(({ spec }) => spec.attributes ?? []);
  return specs.find(spec => spec.key === attribute)?.default;
}

/** Whether it is a Service that has no load balancer. */
function hasNone(target: ExposedTarget): boolean {
  return (
    target.type === 'service' &&
    target.object?.kind === 'Service' &&
    !target.isWholeService
  );
}

/** An attribute that a file no longer sets, and that stays as it is. @internal */
export const attributeKept = createRule({
  id: 'change/attribute-kept',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would take an attribute out, which then stays as it is.',
    why: 'Controllers write the attributes that are named and leave the others alone. What is taken out keeps its last value, and the file no longer shows it.',
    before: exampleService([`${KEY}: "deletion_protection.enabled=true"`]),
    bad: exampleService([]),
    good: exampleService([`${KEY}: "deletion_protection.enabled=false"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    if (target.subject === 'infrastructure' || !target.after) return;
    const { before, after, name } = target;
    // Nothing is there yet, or any more, that could keep it.
    if (after.isPartial || hasNone(before) || hasNone(after)) return;
    for (const node of before.annotations) {
      if (!findRows(node.key).some(({ spec }) => spec.attributes)) continue;
      const now = findAnnotation(after, node.key);
      const kept = Object.keys(parseStringMap(now?.value ?? '') ?? {});
      for (const [attribute, value] of Object.entries(
        parseStringMap(node.value) ?? {},
      )) {
        if (kept.includes(attribute)) continue;
        const usual = defaultOf(node.key, attribute);
        if (value === usual) continue;
        report({
          at: now,
          message: `The load balancer of ${name} keeps ${attribute}=${value}, though nothing says so any more`,
          remedy:
            usual === undefined
              ? 'Leave it in with the value that is meant.'
              : `Write ${attribute}=${usual} to set it back.`,
          evidence: [
            { label: `${node.key} before`, value: node.value },
            { label: `${node.key} after`, value: now?.value ?? 'missing' },
          ],
        });
      }
    }
  },
});
