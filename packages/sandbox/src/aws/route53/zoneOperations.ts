import { AwsFault, HostedZone } from '../../world';
import { toTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import { PageLimits, pageOf } from '../server/paging';
import { listVisible } from '../server/visible';
import { bind } from '../wire/restRoutes';
import { ValueOf } from '../wire/shapes';
import { bareId, compareNames, toWireName } from './dnsNames';
import { pageSizeOf } from './pageSize';
import * as shapes from './shapes/zoneShapes';

const ROOT = '/2013-04-01';
const MAX_ZONES = 100;

const pageLimits: PageLimits = {
  parameter: 'maxitems',
  minimum: 1,
  maximum: MAX_ZONES,
  isCapped: true,
  badTokenCode: 'InvalidInput',
  badSizeCode: 'InvalidInput',
};

function present(zone: HostedZone): ValueOf<typeof shapes.hostedZone> {
  return {
    Id: `/hostedzone/${zone.id}`,
    Name: toWireName(zone.name),
    CallerReference: zone.callerReference,
    Config: { Comment: zone.comment, PrivateZone: zone.isPrivate },
    ResourceRecordSetCount: zone.records.size,
  };
}

const list = operation(
  'ListHostedZones',
  {
    http: bind(`GET ${ROOT}/hostedzone`),
    input: shapes.listHostedZonesRequest,
    output: shapes.listHostedZonesResponse,
  },
  (call, input) => {
    const size = pageSizeOf(input.MaxItems, MAX_ZONES);
    const zones = listVisible(call, call.world.hostedZones.zones).filter(
      zone => input.HostedZoneType !== 'PrivateHostedZone' || zone.isPrivate,
    );
    const { records, nextToken } = pageOf(zones, {
      size,
      token: input.Marker,
      limits: pageLimits,
    });
    return {
      HostedZones: records.map(present),
      Marker: input.Marker,
      IsTruncated: nextToken !== undefined,
      NextMarker: nextToken,
      MaxItems: String(size),
    };
  },
);

const listByName = operation(
  'ListHostedZonesByName',
  {
    http: bind(`GET ${ROOT}/hostedzonesbyname`),
    input: shapes.listHostedZonesByNameRequest,
    output: shapes.listHostedZonesByNameResponse,
  },
  (call, input) => {
    const size = pageSizeOf(input.MaxItems, MAX_ZONES);
    const start = input.DNSName?.toLowerCase();
    const after = bareId(input.HostedZoneId);
    const rest = listVisible(call, call.world.hostedZones.zones)
      .sort(
        (left, right) =>
          compareNames(left.name, right.name) || (left.id < right.id ? -1 : 1),
      )
      .filter(zone => {
        const order = start === undefined ? 1 : compareNames(zone.name, start);
        return order > 0 || (order === 0 && zone.id >= after);
      });
    const next = rest[size];
    return {
      HostedZones: rest.slice(0, size).map(present),
      DNSName: input.DNSName,
      HostedZoneId: input.HostedZoneId,
      IsTruncated: next !== undefined,
      NextDNSName: next && toWireName(next.name),
      NextHostedZoneId: next?.id,
      MaxItems: String(size),
    };
  },
);

const get = operation(
  'GetHostedZone',
  {
    http: bind(`GET ${ROOT}/hostedzone/{Id}`),
    input: shapes.getHostedZoneRequest,
    output: shapes.getHostedZoneResponse,
  },
  ({ world, scope }, input) => {
    const id = bareId(input.Id);
    const zone = world.hostedZones.getZone(scope.accountId, id);
    return {
      HostedZone: present(zone),
      DelegationSet: zone.isPrivate
        ? undefined
        : { NameServers: zone.nameServers },
      VPCs: zone.isPrivate
        ? zone.vpcs.map(({ vpcId, region }) => ({
            VPCId: vpcId,
            VPCRegion: region,
          }))
        : undefined,
    };
  },
);

const listTags = operation(
  'ListTagsForResource',
  {
    http: bind(`GET ${ROOT}/tags/{ResourceType}/{ResourceId}`),
    input: shapes.listTagsForResourceRequest,
    output: shapes.listTagsForResourceResponse,
  },
  ({ world, scope }, input) => {
    if (input.ResourceType !== 'hostedzone') {
      throw new AwsFault(
        'InvalidInput',
        `The sandbox has no resources of the type '${input.ResourceType}'`,
      );
    }
    const id = bareId(input.ResourceId);
    const zone = world.hostedZones.getZone(scope.accountId, id);
    return {
      ResourceTagSet: {
        ResourceType: 'hostedzone',
        ResourceId: zone.id,
        Tags: toTagList(zone.tags),
      },
    };
  },
);

/** Hosted zones. @internal */
export const zoneOperations: Operation[] = [list, listByName, get, listTags];
