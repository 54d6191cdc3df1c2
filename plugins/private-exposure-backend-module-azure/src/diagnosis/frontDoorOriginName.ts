import { isIP } from 'node:net';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { canonicalId } from '../mapping/resourceIds';
import type { FrontDoorOrigin } from '../survey/FrontDoor';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/** End of every alias of a private link service. */
const ALIAS = /\.azure\.privatelinkservice$/i;

/**
 * The name that Front Door connects to and the certificate that it expects do not go together. Where all routes go on by
 * HTTP, no certificate is checked.
 *
 * @internal
 */
export const frontDoorOriginName: DiagnosisRule = {
  id: 'azure/front-door-origin-name',
  severity: 'warning',
  breaksTraffic: false,
  source:
    'Origins and origin groups in Azure Front Door: the certificate must match the origin host name',
  check: ofFrontDoor(({ origins, domains }) => {
    const served = seenOr(domains) ?? [];
    const isPlain =
      served.length > 0 && served.every(({ isHttpsBehind }) => !isHttpsBehind);
    return (seenOr(origins) ?? []).flatMap(({ origin }) => {
      const wrong =
        whatIsUnchecked(origin) ?? (isPlain ? undefined : whatIsWrong(origin));
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
    });
  }),
};

interface Wrong {
  message: string;
  remedy: string;
}

function whatIsUnchecked({
  name,
  checksCertificateName,
  privateLink,
}: FrontDoorOrigin): Wrong | undefined {
  if (checksCertificateName) return undefined;
  return {
    message: `Front Door does not check whose certificate the origin '${name}' shows`,
    remedy: privateLink
      ? 'Switch enforceCertificateNameCheck on: a private link needs it.'
      : 'Switch enforceCertificateNameCheck on, and give the origin a certificate for its host name.',
  };
}

function whatIsWrong({
  name,
  hostName = '',
  hostHeader,
}: FrontDoorOrigin): Wrong | undefined {
  if (isIP(hostName) !== 0 || ALIAS.test(hostName)) {
    return {
      message: `The origin '${name}' is named by ${hostName}, for which no public authority gives a certificate`,
      remedy:
        'Name the origin by a domain name that its certificate is for; the private link decides where it leads. Or let all routes go on by HTTP, unencrypted behind Front Door.',
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
