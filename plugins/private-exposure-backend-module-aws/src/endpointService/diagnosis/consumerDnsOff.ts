import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A consumer uses the service's private name, and its network does not resolve it: `enableDnsSupport` or
 * `enableDnsHostnames` of its VPC is off. A consumer who left private DNS off at the endpoint chose so.
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
      const dns = seenOr(seen?.vpcDns);
      if (!seen?.privateDnsEnabled || !dns) return [];
      const off = [
        ...(dns.support ? [] : ['enableDnsSupport']),
        ...(dns.hostnames ? [] : ['enableDnsHostnames']),
      ];
      if (off.length === 0) return [];
      const { account, accountName } = connection.consumer;
      return {
        message: `'${
          service.domain?.domain
        }' does not resolve in the network of consumer '${
          accountName ?? account
        }': its VPC has ${off.join(' and ')} off`,
        remedy: `Have the consumer switch ${off.join(' and ')} on for VPC '${
          seen.vpcId
        }'.`,
        hopId: hopIds.dnsName,
        evidence: toFacts({ Endpoint: connection.nativeId, VPC: seen.vpcId }),
      };
    }),
};
