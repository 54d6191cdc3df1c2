import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The name that an origin is fetched from has no record in the hosted zone of ours that is for it.
 *
 * @internal
 */
export const originWithoutRecord: DiagnosisRule = {
  id: 'aws/origin-without-record',
  severity: 'error',
  breaksTraffic: true,
  check: ({ origins }) =>
    origins.flatMap(({ name }) => {
      const records = seenOr(name?.records);
      if (!name || !records || records.targets.length > 0) return [];
      const { zoneId, zoneName, accountId } = records;
      return {
        message: `Zone '${zoneName}' has no record for origin '${name.name}': CloudFront finds no address for it`,
        remedy: `If external-dns is to write it, look at the Service, Ingress or Gateway: '${name.name}' has to stand in an annotation, for a label does nothing, under the prefix that external-dns reads: 'external-dns.kubernetes.io/hostname', before version 0.22 'external-dns.alpha.kubernetes.io/hostname', or what it is started with ('--annotation-prefix'). Its domain filter has to let '${zoneName}' through.`,
        hopId: hopIds.publicName(name.name),
        evidence: toFacts({ 'Hosted zone': zoneId, Account: accountId }, [
          'Hosted zone',
        ]),
      };
    }),
};
