import { RoutePath, SharedEntrance, normalPath } from '../intents/sharedRoute';
import { RouteClaim, findRouteClaims } from './findRouteClaims';
import { ExistingFiles } from './types';

/** Hosts and paths that a Service is to get at a shared entrance. @internal */
export interface WantedRoutes {
  entrance: SharedEntrance;
  hosts: readonly string[];
  paths: readonly RoutePath[];
  service: { name: string; namespace: string };
}

function holds(claim: RouteClaim, wanted: RoutePath): boolean {
  const outer = normalPath({ path: claim.path, type: 'Prefix' });
  const inner = normalPath({ ...wanted, type: 'Prefix' });
  if (claim.type === 'Exact') return false;
  return outer === '/' || inner === outer || inner.startsWith(`${outer}/`);
}

/**
 * Routes of other Services that lose a part of their requests, for an entrance asks the longest path first. That is what
 * a shared host is for, and also how one service would take what is another's: a reviewer has to know.
 *
 * @internal
 */
export function narrowedRoutes(
  { entrance, hosts, paths, service }: WantedRoutes,
  existing: ExistingFiles,
): RouteClaim[] {
  return findRouteClaims(existing, entrance).claims.filter(
    claim =>
      hosts.includes(claim.host.toLowerCase()) &&
      claim.backends.some(
        ({ name, namespace }) =>
          name !== service.name || namespace !== service.namespace,
      ) &&
      paths.some(path => holds(claim, path)),
  );
}
