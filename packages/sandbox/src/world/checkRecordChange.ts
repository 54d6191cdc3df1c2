import { RecordChange, recordKey, RecordSet } from './hostedZoneTypes';

/**
 * Why a step of a change batch cannot be, in the words of Route 53; undefined
 * if it can.
 *
 * @internal
 */
export function checkChange(
  zoneName: string,
  records: ReadonlyMap<string, RecordSet>,
  { action, record }: RecordChange,
): string | undefined {
  const { name, type, alias, values, ttl } = record;
  const known = records.get(recordKey(record));
  const label = `[name='${name}.', type='${type}']`;
  if (name !== zoneName && !name.endsWith(`.${zoneName}`)) {
    return `RRSet with DNS name ${name}. is not permitted in zone ${zoneName}.`;
  }
  if (alias ? values.length > 0 : values.length === 0 || ttl === undefined) {
    return `Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none in Change with [Action=${action}, Name=${name}., Type=${type}]`;
  }
  if (action === 'DELETE') {
    if (!known) {
      return `Tried to delete resource record set ${label} but it was not found`;
    }
    return isSame(known, record)
      ? undefined
      : `Tried to delete resource record set ${label} but the values provided do not match the current values`;
  }
  if (action === 'CREATE' && known) {
    return `Tried to create resource record set ${label} but it already exists`;
  }
  return checkCname(zoneName, records, record);
}

function checkCname(
  zoneName: string,
  records: ReadonlyMap<string, RecordSet>,
  { name, type }: RecordSet,
): string | undefined {
  if (type === 'CNAME' && name === zoneName) {
    return `RRSet of type CNAME with DNS name ${name}. is not permitted at apex in zone ${zoneName}.`;
  }
  const others = [...records.values()].filter(
    record => record.name === name && record.type !== type,
  );
  const clash =
    type === 'CNAME'
      ? others.length > 0
      : others.some(record => record.type === 'CNAME');
  return clash
    ? `RRSet of type ${type} with DNS name ${name}. is not permitted as it conflicts with other records with the same DNS name in zone ${zoneName}.`
    : undefined;
}

function isSame(left: RecordSet, right: RecordSet): boolean {
  const textOf = ({ ttl, values, alias }: RecordSet) =>
    JSON.stringify([
      ttl ?? null,
      [...values].sort(),
      alias && [alias.dnsName, alias.hostedZoneId, alias.evaluatesHealth],
    ]);
  return textOf(left) === textOf(right);
}
