import { ControllerRefusal } from '../ControllerRefusal';
import { hashParts } from '../nameLbcResource';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember } from './LbcIngress';
import { planIngressTags, TagFacts, withDefaultTags } from './planTags';

/** A certificate that the controller requests. @public */
export interface CertificateRequestPlan {
  /** What stands for its ARN, `<managed:…>`. */
  reference: string;
  type: 'AMAZON_ISSUED' | 'PRIVATE';
  /** Empty for Amazon's own. */
  certificateAuthorityARN: string;
  domainName: string;
  subjectAlternativeNames: readonly string[];
  validationMethod: 'DNS';
  tags: Record<string, string>;
}

/** All hosts of an Ingress, sorted. @internal */
export function hostsOf({
  rules,
  tlsHosts,
}: Pick<GroupMember, 'rules' | 'tlsHosts'>): string[] {
  const hosts = [...rules.map(({ host }) => host), ...tlsHosts];
  return [...new Set(hosts)].filter(host => host !== '').sort();
}

/**
 * The certificate that the controller requests for an Ingress that asks for one; `undefined` where it names its own.
 *
 * @remarks `buildACMCertificates` in `pkg/ingress/model_build_certificates.go`, version 3.5; behind the feature gate
 * `EnableCertificateManagement`.
 *
 * @internal
 */
export function planCertificateRequest(
  member: GroupMember,
  facts: TagFacts & Pick<AwsLbcIngressFacts, 'defaultCaArn'>,
): CertificateRequestPlan | undefined {
  const { annotations, key } = member;
  if (annotations.stringList('certificate-arn')?.length) return undefined;
  const hosts = hostsOf(member);
  if (hosts.length === 0) {
    throw new ControllerRefusal(
      `ingress ${key} has create-acm-cert enabled but no hostnames defined in spec.rules[].host or spec.tls[].hosts — cannot create a certificate without at least one hostname`,
      [annotations.keyOf('create-acm-cert'), 'spec.rules', 'spec.tls'],
    );
  }
  const certificateAuthorityARN =
    annotations.string('acm-pca-arn') || facts.defaultCaArn;
  const type = certificateAuthorityARN === '' ? 'AMAZON_ISSUED' : 'PRIVATE';
  const hash = hashParts([key]).slice(0, 8);
  return {
    reference: `<managed:${type.toLowerCase()}/${hosts[0]}-${hash}>`,
    type,
    certificateAuthorityARN,
    domainName: hosts[0],
    subjectAlternativeNames: hosts,
    validationMethod: 'DNS',
    tags: withDefaultTags(planIngressTags(member, facts), facts),
  };
}

/** Certificates that the class or the Ingress names; those of the class win. @internal */
export function planNamedCertificates({
  annotations,
  params,
}: Pick<GroupMember, 'annotations' | 'params'>): readonly string[] {
  return params?.certificateArns.length
    ? params.certificateArns
    : annotations.stringList('certificate-arn') ?? [];
}

function isFor(domainName: string, host: string): boolean {
  if (!domainName.startsWith('*.')) return domainName === host;
  return host.slice(host.indexOf('.')) === domainName.slice(1);
}

/**
 * Certificates of ACM that match the hosts of an Ingress; `undefined` where those of the account are not known.
 *
 * @remarks `pkg/ingress/cert_discovery.go`, version 3.5. A host that none is for stops the group.
 *
 * @internal
 */
export function planInferredCertificates(
  member: Pick<GroupMember, 'rules' | 'tlsHosts'>,
  { certificates }: Pick<AwsLbcIngressFacts, 'certificates'>,
): readonly string[] | undefined {
  if (!certificates) return undefined;
  const arns = hostsOf(member).flatMap(host => {
    const matching = certificates.filter(({ domainNames }) =>
      domainNames.some(domainName => isFor(domainName, host)),
    );
    if (matching.length === 0)
      throw new ControllerRefusal(`no certificate found for host: ${host}`, [
        'spec.rules',
        'spec.tls',
      ]);
    return matching.map(({ arn }) => arn);
  });
  return [...new Set(arns)].sort();
}
