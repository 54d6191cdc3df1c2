import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { ALB, AWS, exampleService } from './examples';

const KEYS = [`${ALB}certificate-arn`, `${AWS}ssl-cert`];
const ARN = /^arn:[^:]*:(acm|iam):/;
const PLACEHOLDER = /[<>{}$]/;

/** Something that is to be a certificate, and is the ARN of none. @internal */
export const certificateArn = createRule({
  id: 'aws/certificate-arn',
  severity: 'error',
  reads: 'annotations',
  about: KEYS,
  page: {
    summary: 'A certificate is given by something else than its ARN.',
    why: 'Controllers pass certificates on unread, and AWS takes ARNs of AWS Certificate Manager and of IAM alone. The listener is refused, and the ones after it do not come either.',
    bad: exampleService([`${AWS}ssl-cert: "payments.example.com"`]),
    good: exampleService([
      `${AWS}ssl-cert: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
    ]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Certificate.html',
  },
  check(target, report) {
    for (const node of target.annotations) {
      if (!KEYS.includes(node.key)) continue;
      const wrong = parseStringList(node.value).find(
        item => !ARN.test(item) && !PLACEHOLDER.test(item),
      );
      if (wrong === undefined) continue;
      report({
        at: node,
        message: `'${wrong}' is not the ARN of a certificate; AWS refuses it`,
        remedy:
          'Write ARNs of AWS Certificate Manager or of IAM, parted by commas.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
