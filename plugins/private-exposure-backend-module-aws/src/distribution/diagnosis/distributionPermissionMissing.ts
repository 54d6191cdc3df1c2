import {
  type Look,
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
      ...certificates.map(({ arn, details }) => ({
        seen: details,
        hopId: hopIds.certificate(arn),
      })),
      { seen: seenOr(firewall)?.webAcl, hopId: hopIds.firewall },
      ...origins.flatMap(looksAtOrigin),
      ...loadBalancers.flatMap(looksAtLoadBalancer),
    ];
  });

function lookAtName({ name, records }: InspectedName): Look {
  return { seen: records, hopId: hopIds.publicName(name) };
}

function looksAtOrigin(origin: InspectedOrigin): Look[] {
  const { id, name, vpcOrigin, backend } = origin;
  const behind = seenOr(backend);
  return [
    ...(name ? [lookAtName(name)] : []),
    ...(vpcOrigin
      ? [{ seen: vpcOrigin.description, hopId: hopIds.vpcOrigin(vpcOrigin.id) }]
      : []),
    { seen: backend, hopId: hopIds.loadBalancer(id) },
    ...(behind?.type === 'gone'
      ? [{ seen: behind.successors, hopId: hopIds.loadBalancer(id) }]
      : []),
    ...(behind?.type === 'found'
      ? [
          {
            seen: behind.cloudFrontPrefixLists,
            hopId: hopIds.loadBalancer(behind.loadBalancer.arn),
          },
        ]
      : []),
  ];
}
