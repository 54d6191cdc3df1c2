import { parseGoBoolean } from '../../values/goParsers';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { annotationOf } from '../targets/ServiceTarget';

/** Two annotations that say whether the load balancer is internal, and say it differently. @internal */
export const schemeDisagrees = createRule({
  id: 'aws/scheme-disagrees',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}internal`],
  page: {
    summary:
      'Two annotations say who can reach the load balancer, and disagree.',
    why: 'The AWS Load Balancer Controller follows scheme, the in-tree provider internal. Whether the load balancer is public depends on who takes the Service.',
    bad: exampleService([
      `${AWS}scheme: "internet-facing"`,
      `${AWS}internal: "true"`,
    ]),
    good: exampleService([`${AWS}scheme: "internal"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_load_balancer.go',
  },
  check(target, report) {
    const scheme = annotationOf(target, 'aws-load-balancer-scheme');
    const internal = annotationOf(target, 'aws-load-balancer-internal');
    const isInternal = internal && parseGoBoolean(internal.value);
    if (!scheme || !internal || isInternal === undefined) return;
    if ((scheme.value === 'internal') === isInternal) return;
    report({
      at: internal,
      message: `'internal' says ${internal.value} and 'scheme' says ${scheme.value}; the AWS Load Balancer Controller follows 'scheme', the in-tree provider 'internal'`,
      remedy: `Remove '${internal.key}' and keep the scheme that is meant.`,
      evidence: [
        { label: scheme.key, value: scheme.value },
        { label: internal.key, value: internal.value },
      ],
    });
  },
});
