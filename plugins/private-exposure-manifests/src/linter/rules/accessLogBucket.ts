import { awsInTreeCatalogue } from '../../catalogues';
import { parseGoBoolean, parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { isReadBy } from '../KnownAnnotations';
import { findAnnotation } from '../targets/Placed';
import { ALB, AWS, exampleService } from './examples';

const HOLDERS = [
  { list: `${AWS}attributes`, single: `${AWS}access-log-s3-bucket-name` },
  { list: `${ALB}load-balancer-attributes`, single: undefined },
];
const SWITCH = `${AWS}access-log-enabled`;
const ENABLED = 'access_logs.s3.enabled';

/** Access logs that go nowhere. @internal */
export const accessLogBucket = createRule({
  id: 'aws/access-log-bucket',
  severity: 'warning',
  reads: 'annotations',
  about: [SWITCH, ...HOLDERS.map(({ list }) => list)],
  page: {
    summary: 'Access logs are switched on without a bucket.',
    why: 'AWS refuses to switch them on without knowing where they go, unless a bucket was named before. The other attributes of the same list are not set then either.',
    bad: exampleService([`${AWS}attributes: "${ENABLED}=true"`]),
    good: exampleService([
      `${AWS}attributes: "${ENABLED}=true,access_logs.s3.bucket=acme-logs"`,
    ]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html',
  },
  check(target, report) {
    const isAsked = target.annotations.some(
      ({ key, value }) => key === SWITCH || value.includes(ENABLED),
    );
    if (!isAsked) return;
    // A group's other members, and an IngressClassParams, may name it.
    if (target.isPartial || findAnnotation(target, `${ALB}group.name`)) return;
    // The in-tree provider's switch needs its own annotation for the bucket, which another rule says.
    const isInTree = isReadBy('in-tree', awsInTreeCatalogue, target);
    for (const { list, single } of HOLDERS) {
      const node = findAnnotation(target, list);
      const isAbout = node?.value.includes(ENABLED) === true;
      const pairs = (isAbout && parseStringMap(node.value)) || {};
      const older =
        single && !isInTree ? findAnnotation(target, SWITCH) : undefined;
      const isOn =
        pairs[ENABLED]?.trim() === 'true' ||
        (older && parseGoBoolean(older.value) === true);
      const bucket =
        pairs['access_logs.s3.bucket'] ??
        (single && findAnnotation(target, single)?.value);
      if (!isOn || bucket) continue;
      const at = pairs[ENABLED] === undefined ? older : node;
      report({
        at,
        message: 'Access logs are switched on, and no bucket takes them',
        remedy: `Name it: access_logs.s3.bucket in '${list}'.`,
        evidence: [{ label: 'access_logs.s3.bucket', value: 'missing' }],
      });
    }
  },
});
