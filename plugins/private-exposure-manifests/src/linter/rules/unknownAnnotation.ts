import { awsInTreeCatalogue } from '../../catalogues/awsInTree';
import { awsLbcServiceCatalogue } from '../../catalogues/awsLbcService';
import { AnnotationSpec } from '../../catalogues/types';
import { createRule } from '../createRule';
import { didYouMean } from '../didYouMean';

const PREFIX = awsLbcServiceCatalogue.prefix;
const specs: readonly AnnotationSpec[] = [
  ...awsLbcServiceCatalogue.annotations,
  ...awsInTreeCatalogue.annotations,
];
const known = [...new Set(specs.map(({ key }) => key))];
const withParts = known
  .filter(key => key.includes('<'))
  .map(key => key.slice(0, key.indexOf('<')));

/** A key that no controller knows: it is ignored without a word. @internal */
export const unknownAnnotation = createRule({
  id: 'aws/unknown-annotation',
  severity: 'warning',
  reads: 'service',
  check(target, report) {
    const nodes = [...target.annotations, ...target.placeholders];
    const taken = new Set(nodes.map(({ key }) => key));
    for (const node of nodes) {
      const name = node.key.slice(PREFIX.length);
      const isOurs =
        name.startsWith('aws-load-balancer-') ||
        name.startsWith('load-balancer-');
      if (
        !isOurs ||
        known.includes(name) ||
        withParts.some(start => name.startsWith(start))
      )
        continue;
      const near = didYouMean(name, known);
      const right = near && `${PREFIX}${near}`;
      report({
        at: node,
        message: `No controller knows '${node.key}'; it is ignored`,
        remedy: right
          ? `Did you mean '${right}'?`
          : 'Remove it, or look its name up in the reference.',
        evidence: [{ label: node.key, value: node.value }],
        fix: right && !taken.has(right) ? node.renamedTo(right) : undefined,
      });
      if (right) taken.add(right);
    }
  },
});
