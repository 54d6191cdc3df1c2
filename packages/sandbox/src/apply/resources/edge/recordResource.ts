import {
  HostedZone,
  normalDnsName,
  RecordSet,
  recordKey,
} from '../../../world';
import { ApplyContext } from '../../types';
import {
  Args,
  blocks,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
} from '../args';
import { ResourceHandler } from '../ResourceHandler';

/**
 * `aws_route53_record`. A record of the name and type that is there already is refused, unless `allow_overwrite` says so.
 * @internal
 */
export const recordResource: ResourceHandler = {
  create(args, context) {
    const canOverwrite = optionalBoolean(args, 'allow_overwrite') ?? false;
    return write(args, canOverwrite ? 'UPSERT' : 'CREATE', context);
  },

  read({ args, attributes }, context) {
    const record = findZone(args, context)?.records.get(keyOf(args));
    return record && attributes;
  },

  update({ args: before }, args, context) {
    const isOther =
      before.zone_id !== args.zone_id || keyOf(before) !== keyOf(args);
    return isOther ? undefined : write(args, 'UPSERT', context);
  },

  destroy({ args }, context) {
    const zone = findZone(args, context);
    const record = zone?.records.get(keyOf(args));
    if (!zone || !record) return;
    context.world.hostedZones.changeRecords(zone.accountId, zone.id, {
      changes: [{ action: 'DELETE', record }],
    });
  },
};

function write(
  args: Args,
  action: 'CREATE' | 'UPSERT',
  { world, scope }: ApplyContext,
): Args {
  const zoneId = requiredString(args, 'zone_id');
  const record = toRecord(args);
  world.hostedZones.changeRecords(scope.accountId, zoneId, {
    changes: [{ action, record }],
  });
  return {
    ...args,
    id: `${zoneId}_${record.name}_${record.type}`,
    fqdn: record.name,
  };
}

function findZone(
  args: Args,
  { world, scope }: ApplyContext,
): HostedZone | undefined {
  const zone = world.hostedZones.zones.get(requiredString(args, 'zone_id'));
  return zone?.accountId === scope.accountId ? zone : undefined;
}

function keyOf(args: Args): string {
  return recordKey(toRecord(args));
}

function toRecord(args: Args): RecordSet {
  const type = requiredString(args, 'type');
  const name = normalDnsName(requiredString(args, 'name'));
  const [alias] = blocks(args, 'alias');
  if (alias) {
    return {
      name,
      type,
      values: [],
      alias: {
        dnsName: normalDnsName(requiredString(alias, 'name')),
        hostedZoneId: requiredString(alias, 'zone_id'),
        evaluatesHealth:
          optionalBoolean(alias, 'evaluate_target_health') ?? false,
      },
    };
  }
  const ttl = optionalString(args, 'ttl');
  return {
    name,
    type,
    ttl: ttl === undefined ? undefined : Number(ttl),
    // The provider puts the quotes around a text that the API wants.
    values: stringList(args, 'records').map(value =>
      type === 'TXT' && !value.startsWith('"') ? `"${value}"` : value,
    ),
  };
}
