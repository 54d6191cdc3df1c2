import { parseStringMap } from '../../values/goParsers';
import { createRule } from '../createRule';
import { ALB, AWS, exampleService } from './examples';

const KEYS = [
  `${AWS}additional-resource-tags`,
  `${ALB}tags`,
  `${ALB}frontend-nlb-tags`,
];
const OF_CONTROLLER = /^(elbv2|ingress|service)\.k8s\.aws\//;

/** A tag that AWS or the controller keeps to itself. @internal */
export const reservedTag = createRule({
  id: 'aws/reserved-tag',
  severity: 'error',
  reads: 'annotations',
  about: KEYS,
  page: {
    summary: 'A tag has a key that is reserved.',
    why: 'AWS refuses keys that begin with aws:. Those that begin with elbv2.k8s.aws/, service.k8s.aws/ or ingress.k8s.aws/ are the controller’s, by which it finds what it made; its own values win.',
    bad: exampleService([
      `${AWS}additional-resource-tags: "aws:team=payments"`,
    ]),
    good: exampleService([`${AWS}additional-resource-tags: "team=payments"`]),
    source:
      'https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html',
  },
  check(target, report) {
    for (const node of target.annotations) {
      if (!KEYS.includes(node.key)) continue;
      for (const tag of Object.keys(parseStringMap(node.value) ?? {})) {
        const isOfAws = /^aws:/i.test(tag);
        if (!isOfAws && !OF_CONTROLLER.test(tag)) continue;
        report({
          at: node,
          severity: isOfAws ? 'error' : 'warning',
          message: isOfAws
            ? `AWS keeps tags that begin with 'aws:' to itself, and refuses '${tag}'`
            : `'${tag}' is the controller's own tag, whose value wins`,
          remedy: 'Use another key.',
          evidence: [{ label: node.key, value: node.value }],
        });
      }
    }
  },
});
