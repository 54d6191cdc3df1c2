import { AvailabilityZone, AwsFault, Region, regions } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Operation, operation } from '../server/Operation';
import * as shapes from './shapes/networkShapes';

const zoneFilters: FilterTable<AvailabilityZone> = {
  'group-name': ({ region }) => region,
  'opt-in-status': () => 'opt-in-not-required',
  'region-name': ({ region }) => region,
  state: () => 'available',
  'zone-id': ({ zoneId }) => zoneId,
  'zone-name': ({ zoneName }) => zoneName,
  'zone-type': () => 'availability-zone',
};

const regionFilters: FilterTable<Region> = {
  endpoint: ({ name }) => `ec2.${name}.amazonaws.com`,
  'opt-in-status': () => 'opt-in-not-required',
  'region-name': ({ name }) => name,
};

function checkKnown(given: string[] | undefined, known: string[]): void {
  const unknown = given?.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new AwsFault(
      'InvalidParameterValue',
      `Invalid availability zone or region: [${unknown}]`,
    );
  }
}

const describeZones = operation(
  'DescribeAvailabilityZones',
  {
    input: shapes.describeAvailabilityZonesRequest,
    output: shapes.describeAvailabilityZonesResult,
  },
  ({ world, scope }, input) => {
    const zones = world.accounts.listZones(scope);
    checkKnown(
      input.ZoneNames,
      zones.map(({ zoneName }) => zoneName),
    );
    checkKnown(
      input.ZoneIds,
      zones.map(({ zoneId }) => zoneId),
    );
    const picked = zones
      .filter(
        ({ zoneName, zoneId }) =>
          (input.ZoneNames ?? [zoneName]).includes(zoneName) &&
          (input.ZoneIds ?? [zoneId]).includes(zoneId),
      )
      .map(zone => ({ ...zone, tags: {} }));
    return {
      AvailabilityZones: applyFilters(picked, input.Filters, zoneFilters).map(
        zone => ({
          OptInStatus: 'opt-in-not-required',
          Messages: [],
          RegionName: zone.region,
          ZoneName: zone.zoneName,
          ZoneId: zone.zoneId,
          GroupName: zone.region,
          NetworkBorderGroup: zone.region,
          ZoneType: 'availability-zone',
          State: 'available',
        }),
      ),
    };
  },
);

const describeRegions = operation(
  'DescribeRegions',
  {
    input: shapes.describeRegionsRequest,
    output: shapes.describeRegionsResult,
  },
  ({ scope }, input) => {
    const partition = regions.get(scope.region)?.partition ?? 'aws';
    const known = [...regions.values()].filter(
      region => region.partition === partition,
    );
    checkKnown(
      input.RegionNames,
      known.map(({ name }) => name),
    );
    const picked = known
      .filter(({ name }) => (input.RegionNames ?? [name]).includes(name))
      .map(region => ({ ...region, tags: {} }));
    return {
      Regions: applyFilters(picked, input.Filters, regionFilters).map(
        ({ name }) => ({
          OptInStatus: 'opt-in-not-required',
          RegionName: name,
          Endpoint: `ec2.${name}.amazonaws.com`,
        }),
      ),
    };
  },
);

/** Regions and availability zones. @internal */
export const placeOperations: Operation[] = [describeZones, describeRegions];
