import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrls } from '../../consoleUrls';
import { parseArn } from '../../mapping/arns';
import type {
  CertificateDetails,
  InspectedCertificate,
} from '../InspectedCertificate';
import { seenOr } from '../look';
import { hopIds } from './hopIds';

/**
 * A certificate on the path.
 *
 * @internal
 */
export function certificateHop({ arn, details }: InspectedCertificate): Hop {
  const parts = parseArn(arn);
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  const seen = seenOr(details);
  return {
    id: hopIds.certificate(arn),
    type: 'certificate',
    title: seen?.domainName || id,
    nativeId: arn,
    ...judge(details),
    facts: toFacts({
      Names: seen?.names,
      State: seen?.status,
      'Good until': seen?.notAfter?.toISOString(),
      'Renews itself': seen?.renewsItself,
      Renewal: seen?.renewalStatus,
    }),
    consoleUrl:
      parts?.service === 'acm' ? consoleUrls.certificate(parts, id) : undefined,
  };
}

function judge(details: InspectedCertificate['details']): {
  health: Health;
  reason?: string;
} {
  if (details.type === 'unseen') {
    return { health: 'unknown', reason: details.blind.message };
  }
  if (!details.value) {
    return { health: 'failing', reason: 'The certificate does not exist' };
  }
  return judgeStatus(details.value);
}

/** Certificate Manager goes on saying `ISSUED` of one that it has not renewed in time, until it notices. */
function judgeStatus({ status, notAfter }: CertificateDetails): {
  health: Health;
  reason?: string;
} {
  if (notAfter && notAfter.getTime() <= Date.now()) {
    return { health: 'failing', reason: 'The certificate has expired' };
  }
  return status === 'ISSUED'
    ? { health: 'ok' }
    : { health: 'failing', reason: `AWS says the certificate is '${status}'` };
}
