import { createRule } from '../createRule';
import { annotationOf, attributeOf } from '../targets/ServiceTarget';
import { isReadBy } from '../KnownAnnotations';
import { awsLbcServiceCatalogue } from '../../catalogues';
import { parseGoBoolean } from '../../values/goParsers';
import { AWS, exampleService } from './examples';

const SWITCH = 'aws-load-balancer-access-log-enabled';
/** Annotations for one attribute, which beat the list of all. */
const SINGLES = {
  'aws-load-balancer-cross-zone-load-balancing-enabled':
    'load_balancing.cross_zone.enabled',
  [SWITCH]: 'access_logs.s3.enabled',
  'aws-load-balancer-access-log-s3-bucket-name': 'access_logs.s3.bucket',
  'aws-load-balancer-access-log-s3-bucket-prefix': 'access_logs.s3.prefix',
};

/** An attribute that two annotations set. @internal */
export const attributeTwice = createRule({
  id: 'aws/attribute-twice',
  severity: 'warning',
  reads: 'service',
  about: Object.keys(SINGLES).map(name => `service.beta.kubernetes.io/${name}`),
  page: {
    summary: 'Two annotations set the same attribute.',
    why: 'The annotation for the one attribute is older and deprecated, and wins over the list. Whoever changes the list later sees no effect.',
    bad: exampleService([
      `${AWS}cross-zone-load-balancing-enabled: "false"`,
      `${AWS}attributes: "load_balancing.cross_zone.enabled=true"`,
    ]),
    good: exampleService([
      `${AWS}attributes: "load_balancing.cross_zone.enabled=true"`,
    ]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_load_balancer.go',
  },
  check(target, report) {
    if (
      !isReadBy('aws-load-balancer-controller', awsLbcServiceCatalogue, target)
    )
      return;
    const logs = annotationOf(target, SWITCH);
    for (const [name, attribute] of Object.entries(SINGLES)) {
      const single = annotationOf(target, name);
      const listed = single && attributeOf(target, attribute);
      // Switched off, the older annotations change nothing.
      const isRead =
        !attribute.startsWith('access_logs') ||
        (logs !== undefined && parseGoBoolean(logs.value) === true);
      if (!single || !listed || !isRead) continue;
      const isSame = single.value === listed.value;
      report({
        at: listed.node,
        severity: isSame ? 'info' : 'warning',
        message: isSame
          ? `'${attribute}' is set twice; '${single.key}' wins`
          : `'${attribute}=${listed.value}' has no effect: '${single.key}' says ${single.value}, and wins`,
        remedy: `Remove '${single.key}', and keep the attribute that is meant.`,
        evidence: [
          { label: single.key, value: single.value },
          { label: attribute, value: listed.value },
        ],
      });
    }
  },
});
