import { changedField } from '../changes/changedField';
import { exposureOf } from '../changes/exposureOf';
import { createRule } from '../createRule';
import { ChangeTarget } from '../targets';
import { annotationOf } from '../targets/ServiceTarget';
import { exampleService } from './examples';

const OFF = exampleService([])
  .replace('LoadBalancer', 'ClusterIP')
  .replace(/ *loadBalancerClass.*\n/, '');

function isRemoved(target: ChangeTarget): boolean {
  if (target.subject === 'infrastructure') return false;
  if (target.subject === 'ingress') {
    return (
      !target.after &&
      target.before.annotations.some(({ key }) =>
        key.startsWith('alb.ingress.kubernetes.io/'),
      )
    );
  }
  const { before, after } = exposureOf(target);
  const wasThere = before?.kind !== undefined || before?.scheme !== undefined;
  return wasThere && (target.before.isWholeService || !target.after) && !after;
}

/** A live load balancer goes. @internal */
export const loadBalancerRemoved = createRule({
  id: 'change/load-balancer-removed',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would remove a live load balancer.',
    why: 'Its connections drop, and what names it points to nothing: DNS records, endpoint services, origins. An endpoint service keeps AWS from deleting the load balancer behind it; on Azure the private link service goes along, and consumers have to make their endpoints anew.',
    before: exampleService([]),
    bad: OFF,
    good: exampleService([]),
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
  },
  check(target, report) {
    if (target.subject === 'infrastructure' || !isRemoved(target)) return;
    const privateLink =
      target.subject === 'service'
        ? annotationOf(target.before, 'azure-pls-create') ??
          annotationOf(
            target.before,
            'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
          )
        : undefined;
    const { before, after } = target;
    report({
      at: after && changedField(before, after),
      severity: privateLink ? 'error' : 'warning',
      message: privateLink
        ? `A merge removes the load balancer of ${target.name}, and its private link consumers lose their connections`
        : `A merge removes the load balancer of ${target.name}`,
      remedy:
        'Tell consumers, reject their connections, remove the endpoint service, then the load balancer, then its DNS names.',
      evidence: [
        {
          label: 'before',
          value: privateLink
            ? `${privateLink.key}: ${privateLink.value}`
            : 'a load balancer',
        },
        { label: 'after', value: 'none' },
      ],
    });
  },
});
