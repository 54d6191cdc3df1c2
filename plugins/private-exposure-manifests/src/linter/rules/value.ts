import { createRule } from '../createRule';
import { parseGoInteger } from '../../values/goParsers';
import { CatalogueRow, findRows, knownAnnotations } from '../KnownAnnotations';
import { refuseValue } from '../refuseValue';
import { GKE_TYPES } from '../gkeType';
import { AZURE } from './examples';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const service = (value: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}scheme: "${value}"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

// These have rules of their own, which know more about them.
const ELSEWHERE = new Set([
  `${P}type`,
  `${P}internal`,
  `${P}proxy-protocol`,
  `${AZURE}load-balancer-internal`,
  ...GKE_TYPES,
]);

/** Whether the AWS controllers pass a value on, so that it is for AWS to refuse it. */
const isPassedOn = (text: string, { catalogue, spec }: CatalogueRow) =>
  catalogue.id.startsWith('aws-') &&
  spec.type === 'integer' &&
  !spec.isRangeOfController &&
  parseGoInteger(text) !== undefined;

/** Whether a controller stops at a value. Azure's does at numbers. */
const isRefused = ({ catalogue, spec }: CatalogueRow) =>
  catalogue.id.startsWith('aws-') ||
  (catalogue.id.startsWith('azure-') && spec.type === 'integer');

/** What comes of a value that its controller, or the cloud behind it, does not take. */
function outcomeOf(text: string, row: CatalogueRow): string {
  if (isPassedOn(text, row))
    return 'AWS takes no such number, and the load balancer is not built or changed';
  const { controller } = row.catalogue;
  return isRefused(row)
    ? `the ${controller} refuses the object`
    : `the ${controller} ignores it`;
}

/** A value that the annotation's controller can't read, whichever controller that is. @internal */
export const value = createRule({
  id: 'annotation/value',
  severity: 'error',
  reads: 'annotations',
  about: key => !ELSEWHERE.has(key) && findRows(key).length > 0,
  page: {
    summary: 'An annotation has a value that its controller does not take.',
    why: 'The AWS controllers stop at the first value that they can’t read, and build nothing from the object, or from a whole group of Ingresses. Most numbers they pass on, and AWS refuses those outside its range when the load balancer is to be built. Azure’s stops at numbers, and takes other values for none without a word, as external-dns does.',
    bad: service('private'),
    good: service('internal'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/parser.go',
  },
  check(target, report) {
    for (const { node, rows } of knownAnnotations(target)) {
      if (ELSEWHERE.has(node.key)) continue;
      const refusals = rows.map(row => refuseValue(node.value, row));
      const [expected] = refusals;
      // Where several controllers might read it, one that takes the value is enough.
      if (!expected || refusals.includes(undefined)) continue;
      const [row] = rows;
      report({
        at: node,
        severity: isRefused(row) ? 'error' : 'warning',
        message: `'${node.value}' is no value of '${node.key}'; ${outcomeOf(
          node.value,
          row,
        )}`,
        remedy: `Write ${expected}.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
