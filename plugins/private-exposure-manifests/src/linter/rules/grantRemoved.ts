import { createRule } from '../createRule';
import { ServiceTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { AZURE } from './examples';

const VISIBILITY = `${AZURE}pls-visibility`;

const code = (...accounts: string[]) =>
  accounts
    .map(
      (account, index) =>
        `resource "aws_vpc_endpoint_service_allowed_principal" "consumer_${index}" {\n  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id\n  principal_arn           = "arn:aws:iam::${account}:root"\n}\n`,
    )
    .join('\n');

/** Subscriptions that saw the private link service of a Service, and no longer do. */
function barredBy(before: ServiceTarget, after: ServiceTarget): string[] {
  const [from, to] = [before, after].map(side =>
    (findAnnotation(side, VISIBILITY)?.value ?? '').split(/[\s,]+/),
  );
  if (to.includes('*')) return [];
  return from.filter(one => one !== '' && !to.includes(one));
}

/** Somebody may no longer ask to connect. @internal */
export const grantRemoved = createRule({
  id: 'change/grant-removed',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would take away somebody’s right to connect.',
    why: 'Connections that are there stay, until somebody rejects them; new ones are refused, and an endpoint that is made anew does not come back.',
    before: code('111122223333', '444455556666'),
    bad: code('111122223333'),
    good: code('444455556666', '111122223333'),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions',
  },
  check(target, report) {
    if (target.subject === 'service') {
      const { before, after, name } = target;
      const node = after && findAnnotation(after, VISIBILITY);
      // With the load balancer, all of it goes; what a template leaves out is not known.
      if (!after || (!node && after.isPartial)) return;
      const gone = barredBy(before, after);
      if (gone.length === 0) return;
      report({
        at: node,
        message: `A merge takes the private link service of ${name} out of sight of ${gone.join(
          ', ',
        )}`,
        remedy:
          'Remove its connections too if it is to lose access, or keep the grant.',
        evidence: [
          {
            label: `${VISIBILITY} before`,
            value: findAnnotation(before, VISIBILITY)?.value ?? 'missing',
          },
          { label: `${VISIBILITY} after`, value: node?.value ?? 'missing' },
        ],
      });
      return;
    }
    if (target.subject !== 'infrastructure') return;
    for (const gone of target.removedPrincipals) {
      const { value } = gone;
      report({
        at: gone,
        message: `A merge takes the grant of ${value} away`,
        remedy:
          'Reject its connections too if it is to lose access, or keep the grant.',
        evidence: [
          { label: 'before', value },
          { label: 'after', value: 'none' },
        ],
      });
    }
  },
});
