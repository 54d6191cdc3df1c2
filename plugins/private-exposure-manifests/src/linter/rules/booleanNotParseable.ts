import { awsLbcServiceCatalogue } from '../../catalogues/awsLbcService';
import { parseGoBoolean } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findReconciler } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';

const booleans = awsLbcServiceCatalogue.annotations
  .filter(({ type }) => type === 'boolean')
  .map(({ key }) => key);

/** One boolean that it can't read stops the AWS Load Balancer Controller from reconciling the Service. @internal */
export const booleanNotParseable = createRule({
  id: 'aws/boolean-not-parseable',
  severity: 'error',
  reads: 'service',
  check(target, report) {
    if (findReconciler(target) !== 'aws-load-balancer-controller') return;
    for (const name of booleans) {
      const node = annotationOf(target, name);
      if (!node || parseGoBoolean(node.value) !== undefined) continue;
      report({
        at: node,
        message: `'${node.value}' is no boolean for the AWS Load Balancer Controller, which then leaves the Service alone`,
        remedy: `Write "true" or "false".`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
