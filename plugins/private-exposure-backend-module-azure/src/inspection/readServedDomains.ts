import type { AFDDomain, Route } from '@azure/arm-cdn';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { listAll } from '../clients/listPages';
import { canonicalId, nameInId, readResourceId } from '../mapping/resourceIds';
import type { FrontDoorEndpoint } from '../survey/FrontDoor';
import type { ServedDomain } from './AzureInspection';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';

/** Every path: what a route takes that names none. */
const EVERY_PATH = ['/*'];

/** An endpoint with its routes, as the SDK has them. @internal */
export interface RoutedEndpoint {
  /** The endpoint. */
  endpoint: FrontDoorEndpoint;
  /** Its routes. */
  routes: Route[];
}

/**
 * Reads the domains by which a profile takes requests: a call for its custom domains, and one for the routes of each
 * endpoint that is enabled.
 *
 * @internal
 */
export async function readServedDomains(
  profileId: string,
  endpoints: readonly FrontDoorEndpoint[],
  { clients: { cdn }, signal }: InspectionContext,
): Promise<ServedDomain[]> {
  const { resourceGroup, names } = readResourceId(profileId);
  const enabled = endpoints.filter(endpoint => endpoint.enabled);
  const [customDomains, routed] = await Promise.all([
    listAll(
      options =>
        cdn.afdCustomDomains.listByProfile(resourceGroup, names[0], options),
      signal,
    ),
    mapWithLimit(enabled, LOOKS_AT_ONCE, async endpoint => ({
      endpoint,
      routes: await listAll(
        options =>
          cdn.routes.listByEndpoint(
            resourceGroup,
            names[0],
            nameInId(endpoint.id),
            options,
          ),
        signal,
      ).catch((error: unknown) => {
        // The endpoint was deleted since it was listed.
        if (isNotFound(error)) return [];
        throw error;
      }),
    })),
  ]);
  return toServedDomains(routed, customDomains);
}

/**
 * The domains that enabled routes serve, each once with all its paths. A route serves its endpoint's own host name only
 * where it is linked to it, and custom domains where it names them (Microsoft.Cdn: RouteProperties).
 *
 * @internal
 */
export function toServedDomains(
  routed: readonly RoutedEndpoint[],
  customDomains: readonly AFDDomain[],
): ServedDomain[] {
  const hostNames = new Map(
    customDomains.map(({ id = '', hostName }) => [canonicalId(id), hostName]),
  );
  for (const { endpoint } of routed) {
    hostNames.set(canonicalId(endpoint.id), endpoint.hostName);
  }
  const served = new Map<string, ServedDomain>();
  for (const { endpoint, routes } of routed) {
    for (const route of routes.filter(isEnabled)) {
      for (const id of domainIdsOf(route, endpoint)) {
        const key = canonicalId(id);
        const { patterns = [], isHttpsBehind } = served.get(key) ?? {};
        const more = route.patternsToMatch ?? EVERY_PATH;
        served.set(key, {
          id: key,
          name: hostNames.get(key) ?? nameInId(id),
          patterns: [...new Set([...patterns, ...more])],
          isHttpsBehind:
            isHttpsBehind || route.forwardingProtocol !== 'HttpOnly',
        });
      }
    }
  }
  return [...served.values()];
}

function isEnabled({ enabledState }: Route): boolean {
  return enabledState !== 'Disabled';
}

function domainIdsOf(route: Route, endpoint: FrontDoorEndpoint): string[] {
  const custom = (route.customDomains ?? []).flatMap(({ id }) => id ?? []);
  return route.linkToDefaultDomain === 'Enabled'
    ? [endpoint.id, ...custom]
    : custom;
}
