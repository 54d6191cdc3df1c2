import { AwsFault } from '../../world';
import { ApplyContext } from '../types';
import { Args, stringList } from './args';

/**
 * The certificates of an HTTPS listener: those that Ingresses name, else those that ACM has for their hosts. ELB takes only what
 * is issued in its own account and region.
 *
 * @throws AwsFault for one that is not there, or where none fits.
 * @internal
 */
export function ingressCertificates(
  described: Args,
  { world, scope }: ApplyContext,
): string[] {
  const named = stringList(described, 'certificates');
  const { certificates } = world;
  const isUsable = (arn: string) => {
    const found = certificates.certificates.getIn(scope, arn);
    return found && certificates.stateOf(found) === 'ISSUED';
  };
  // Server certificates of IAM have no region, and the sandbox has none to look at.
  const missing = named.find(
    arn => !arn.startsWith('arn:aws:iam::') && !isUsable(arn),
  );
  if (missing) {
    throw new AwsFault(
      'CertificateNotFound',
      `Certificate '${missing}' not found, or not issued, in ${scope.accountId} ${scope.region}`,
    );
  }
  if (named.length > 0) return named;
  const found = stringList(described, 'hosts').map(host => {
    const certificate = certificates
      .list(scope)
      .find(one => isUsable(one.id) && certificates.covers(one, host));
    if (!certificate) {
      throw new AwsFault(
        'CertificateNotFound',
        `no certificate found for host: ${host}`,
      );
    }
    return certificate.id;
  });
  if (found.length === 0) {
    throw new AwsFault(
      'ValidationError',
      'A certificate must be specified for HTTPS listeners',
    );
  }
  return [...new Set(found)];
}
