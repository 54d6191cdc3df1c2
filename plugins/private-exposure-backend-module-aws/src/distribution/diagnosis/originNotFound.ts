import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';
import { pointAt } from './pointAt';

/**
 * An origin leads to the host name of a load balancer, and in no account that is looked into has one that name. Either
 * somebody deleted it, or its account is not configured: a host name does not tell the account.
 *
 * @internal
 */
export const originNotFound: DiagnosisRule = {
  id: 'aws/origin-not-found',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ origins }) =>
    origins.flatMap(({ id, host, name, backend }) => {
      const behind = seenOr(backend);
      if (behind?.type !== 'missing') return [];
      const { wanted, accountIds, successors } = behind;
      // What took its place tells that it is gone, which another rule says.
      if ((seenOr(successors) ?? []).length > 0) return [];
      return [
        {
          message: `Origin '${host}' leads to ${wanted}, which is the host name of no load balancer in the accounts that are looked into`,
          remedy: `If it is in another account, add that under 'privateExposure.aws.accounts'. If it is gone: ${pointAt(
            host,
            'the load balancer that took its place',
            name,
          )}`,
          hopId: hopIds.loadBalancer(id),
          evidence: toFacts(
            {
              'Leads to': wanted,
              'Accounts that were looked into': accountIds,
            },
            ['Leads to'],
          ),
        },
      ];
    }),
};
