import { HostedZone, RecordChange, recordKey, RecordSet } from '../../world';
import { ApplyContext } from '../types';
import {
  Args,
  optionalBoolean,
  requiredString,
  stringList,
} from '../resources/args';
import { ResourceHandler } from '../resources/ResourceHandler';

const OWNERSHIP_TTL = 300;

/**
 * The records of one name that external-dns writes, each with the TXT record by which it knows it again. A record that is not
 * its own it leaves alone, and without a zone for the name it writes nothing.
 * @internal
 */
export const externalDnsRecordResource: ResourceHandler = {
  create: (args, context) => write(args, context),

  read(resource, context) {
    const zone = zoneOf(resource.args, context);
    const records = recordsOf(resource.args, context);
    const stands = records.every(
      record => zone && isSame(zone.records.get(recordKey(record)), record),
    );
    // Without a zone, or beside somebody else's record, there may be nothing to stand.
    const isOut = zone === undefined || isForeign(zone, resource.args);
    return isOut || stands ? resource.attributes : undefined;
  },

  update({ args: before }, args, context) {
    const types = stringList(args, 'types');
    const isNarrower = stringList(before, 'types').some(
      type => !types.includes(type),
    );
    if (before.name !== args.name || isNarrower) return undefined;
    return write(args, context);
  },

  destroy({ args }, context) {
    const zone = zoneOf(args, context);
    if (!zone || isForeign(zone, args)) return;
    const changes = recordsOf(args, context).flatMap(
      (wanted): RecordChange[] => {
        const record = zone.records.get(recordKey(wanted));
        return record ? [{ action: 'DELETE', record }] : [];
      },
    );
    context.world.hostedZones.changeRecords(zone.accountId, zone.id, {
      changes,
    });
  },
};

function write(args: Args, context: ApplyContext): Args {
  const zone = zoneOf(args, context);
  const id = requiredString(args, 'name');
  if (!zone) return { ...args, id: `${id} (no zone)` };
  if (isForeign(zone, args)) return { ...args, id: `${id} (not its own)` };
  const changes = recordsOf(args, context).map(
    (record): RecordChange => ({ action: 'UPSERT', record }),
  );
  context.world.hostedZones.changeRecords(zone.accountId, zone.id, { changes });
  return { ...args, id, zone_id: zone.id };
}

/** The zone with the longest name that ends the record's. */
function zoneOf(
  args: Args,
  { world, scope }: ApplyContext,
): HostedZone | undefined {
  const name = requiredString(args, 'name');
  return world.hostedZones.zones
    .list(scope)
    .filter(zone => name === zone.name || name.endsWith(`.${zone.name}`))
    .sort((left, right) => right.name.length - left.name.length)[0];
}

function isForeign({ records }: HostedZone, args: Args): boolean {
  const name = requiredString(args, 'name');
  const own = `external-dns/owner=${requiredString(args, 'owner')},`;
  return ['A', 'AAAA', 'CNAME'].some(type => {
    if (!records.has(recordKey({ name, type }))) return false;
    const owners = [...records.values()].filter(
      record =>
        record.type === 'TXT' && ownershipNames(name).includes(record.name),
    );
    return !owners.some(({ values }) => values.some(one => one.includes(own)));
  });
}

function ownershipNames(name: string): string[] {
  return ['a', 'aaaa', 'cname'].map(type => `${type}-${name}`);
}

function recordsOf(args: Args, { world }: ApplyContext): RecordSet[] {
  const name = requiredString(args, 'name');
  const targets = stringList(args, 'targets');
  const isAlias = optionalBoolean(args, 'alias') ?? false;
  const owner = requiredString(args, 'owner');
  const resource = requiredString(args, 'resource');
  const text = `"heritage=external-dns,external-dns/owner=${owner},external-dns/resource=${resource}"`;
  return stringList(args, 'types').flatMap(type => {
    // An alias of a load balancer counts as the CNAME that it stands for.
    const known = isAlias && type === 'A' ? 'cname' : type.toLowerCase();
    const record: RecordSet = isAlias
      ? {
          name,
          type,
          values: [],
          alias: {
            dnsName: targets[0],
            hostedZoneId: zoneOfLoadBalancer(targets[0], world),
            evaluatesHealth: true,
          },
        }
      : { name, type, ttl: Number(args.ttl), values: targets };
    const ownership: RecordSet = {
      name: `${known}-${name}`,
      type: 'TXT',
      ttl: OWNERSHIP_TTL,
      values: [text],
    };
    return [record, ownership];
  });
}

function zoneOfLoadBalancer(
  dnsName: string,
  { loadBalancing, classicLoadBalancers }: ApplyContext['world'],
): string {
  const found = [
    ...loadBalancing.loadBalancers.all(),
    ...classicLoadBalancers.loadBalancers.all(),
  ].find(one => one.dnsName === dnsName);
  return found?.canonicalHostedZoneId ?? 'Z2IFOLAFXWLO4F';
}

function isSame(left: RecordSet | undefined, right: RecordSet): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
