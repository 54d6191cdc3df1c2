import { dnsSuffixOfRegion, Endpoint } from '../../world';

/** The hosted zone of endpoints' names; one for all is enough here. */
const HOSTED_ZONE_ID = 'Z38GZ743OKFT7T';

/**
 * The names under which an endpoint answers: one for all zones and one for each.
 *
 * @internal
 */
export function endpointDnsEntries(endpoint: Endpoint) {
  const { region } = endpoint.provider;
  const suffix = `${endpoint.serviceId}.${region}.vpce.${dnsSuffixOfRegion(
    region,
  )}`;
  const own = `${endpoint.id}-${endpoint.dnsLabel}`;
  const labels = [own, ...endpoint.zoneNames.map(zone => `${own}-${zone}`)];
  return labels.map(label => ({
    DnsName: `${label}.${suffix}`,
    HostedZoneId: HOSTED_ZONE_ID,
  }));
}
