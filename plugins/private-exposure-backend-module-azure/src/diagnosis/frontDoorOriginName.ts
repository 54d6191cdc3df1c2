import { isIP } from 'node:net';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { canonicalId } from '../mapping/resourceIds';
import type { FrontDoorOrigin } from '../survey/FrontDoor';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The name that Front Door connects to and the certificate that it expects do not go together.
 *
 * @internal
 */
export const frontDoorOriginName: DiagnosisRule = {
  id: 'azure/front-door-origin-name',
  severity: 'warning',
  breaksTraffic: false,
  source:
    'Origins and origin groups in Azure Front Door: the certificate must match the origin host name',
  check: ofFrontDoor(({ origins }) =>
    (seenOr(origins) ?? []).flatMap(({ origin }) => {
      const wrong = whatIsWrong(origin);
      if (!wrong) return [];
      const link = origin.privateLink;
      return {
        ...wrong,
        hopId: link
          ? hopIds.linkTarget(canonicalId(link.resourceId))
          : hopIds.origin(canonicalId(origin.id)),
        evidence: toFacts({
          Origin: origin.name,
          'Host name': origin.hostName,
          'Host header': origin.hostHeader,
          'Checks the certificate': origin.checksCertificateName,
        }),
      };
    }),
  ),
};

function whatIsWrong({
  name,
  hostName = '',
  hostHeader,
  checksCertificateName,
  privateLink,
}: FrontDoorOrigin): { message: string; remedy: string } | undefined {
  if (!checksCertificateName) {
    return {
      message: `Front Door does not check whose certificate the origin '${name}' shows`,
      remedy: privateLink
        ? 'Switch enforceCertificateNameCheck on: a private link needs it.'
        : 'Switch enforceCertificateNameCheck on, and give the origin a certificate for its host name.',
    };
  }
  if (isIP(hostName) !== 0) {
    return {
      message: `The origin '${name}' is named by the address ${hostName}, for which no public authority gives a certificate`,
      remedy:
        'Name the origin by a domain name that its certificate is for; the private link decides where it leads.',
    };
  }
  if (hostHeader && hostHeader.toLowerCase() !== hostName.toLowerCase()) {
    return {
      message: `The origin '${name}' is checked for a certificate for ${hostName}, and asked for ${hostHeader}`,
      remedy:
        'Set host name and host header to the same name, or make sure that the certificate is for the host name and the origin serves the other.',
    };
  }
  return undefined;
}
