import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * CloudFront fetches from an origin over HTTP: always, or whenever the viewer came so.
 *
 * @internal
 */
export const originNotEncrypted: DiagnosisRule = {
  id: 'aws/origin-not-encrypted',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ origins }) =>
    origins
      .filter(({ protocolPolicy }) =>
        /^(match-viewer|http-only)$/.test(protocolPolicy ?? ''),
      )
      .map(({ host, protocolPolicy, vpcOrigin }) => ({
        message: `CloudFront fetches from origin '${host}' without encryption${
          protocolPolicy === 'match-viewer'
            ? ' whenever the viewer came without'
            : ''
        }`,
        remedy:
          "Set the origin's protocol policy to https-only, and give the load balancer a listener for HTTPS with a certificate for the origin's host name.",
        hopId: vpcOrigin ? hopIds.vpcOrigin(vpcOrigin.id) : hopIds.distribution,
        evidence: toFacts({ 'Protocol policy': protocolPolicy }),
      })),
};
