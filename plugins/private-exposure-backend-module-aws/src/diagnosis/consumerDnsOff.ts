import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { toFacts } from '../mapping/toFacts';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The service has a private name, and a consumer's network cannot resolve it: private DNS is off at the endpoint, or the
 * network's DNS support or DNS host names are off.
 *
 * @internal
 */
export const consumerDnsOff: DiagnosisRule = {
  id: 'aws/consumer-dns-off',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ service, consumers }) =>
    consumers.flatMap(({ connection, endpoint }) => {
      const seen = seenOr(endpoint);
      // Before the name is verified, or the endpoint accepted, private DNS cannot be on; others speak of that.
      if (!seen || connection.state !== 'connected') return [];
      if (service.domain?.state !== 'verified') return [];
      const dns = seenOr(seen.vpcDns);
      const off = [
        ...(seen.privateDnsEnabled ? [] : ['private DNS of the endpoint']),
        ...(dns?.support === false ? ['enableDnsSupport of the VPC'] : []),
        ...(dns?.hostnames === false ? ['enableDnsHostnames of the VPC'] : []),
      ];
      if (off.length === 0) return [];
      const { account, accountName } = connection.consumer;
      return {
        message: `'${
          service.domain.domain
        }' does not lead to the service in the network of consumer '${
          accountName ?? account
        }': off is ${off.join(', ')}`,
        remedy:
          'Have the consumer switch these on: first the two settings of the VPC, then private DNS of the endpoint.',
        hopId: hopIds.dnsName,
        evidence: toFacts({ Endpoint: connection.nativeId, VPC: seen.vpcId }),
      };
    }),
};
