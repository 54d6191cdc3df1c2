import {
  type Look,
  lookAtCertificate,
  looksAtLoadBalancer,
  permissionMissing,
} from '../../diagnosis/permissionMissing';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type {
  DistributionInspection,
  InspectedName,
  InspectedOrigin,
} from '../inspection/DistributionInspection';

/**
 * A part of a distribution's path could not be looked at for lack of a permission.
 *
 * @internal
 */
export const distributionPermissionMissing =
  permissionMissing<DistributionInspection>(inspection => {
    const { certificates, firewall, loadBalancers, names, origins } =
      inspection;
    return [
      ...names.map(lookAtName),
      ...certificates.map(lookAtCertificate),
      {
        what: 'what the web ACL does',
        seen: seenOr(firewall)?.webAcl,
        hopId: hopIds.firewall,
      },
      ...origins.flatMap(looksAtOrigin),
      ...loadBalancers.flatMap(looksAtLoadBalancer),
    ];
  });

function lookAtName({ name, records }: InspectedName): Look {
  const what = `records of '${name}'`;
  return { what, seen: records, hopId: hopIds.publicName(name) };
}

function looksAtOrigin(origin: InspectedOrigin): Look[] {
  const { id, name, vpcOrigin, backend } = origin;
  return [
    ...(name ? [lookAtName(name)] : []),
    ...(vpcOrigin
      ? [
          {
            what: `VPC origin '${vpcOrigin.id}'`,
            seen: vpcOrigin.description,
            hopId: hopIds.vpcOrigin(vpcOrigin.id),
          },
        ]
      : []),
    {
      what: `what is behind origin '${id}'`,
      seen: backend,
      hopId: hopIds.loadBalancer(id),
    },
    ...looksBehindOrigin(origin),
  ];
}

function looksBehindOrigin({ id, backend }: InspectedOrigin): Look[] {
  const behind = seenOr(backend);
  if (behind?.type === 'missing') {
    return [
      {
        what: `what took the place of the load balancer of origin '${id}'`,
        seen: behind.successors,
        hopId: hopIds.loadBalancer(id),
      },
    ];
  }
  if (behind?.type !== 'found') return [];
  const { loadBalancer, cloudFrontPrefixLists: seen } = behind;
  return [
    {
      what: "CloudFront's prefix list",
      seen,
      hopId: hopIds.loadBalancer(loadBalancer.arn),
    },
  ];
}
