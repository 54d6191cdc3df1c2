import {
  AwsFault,
  normalDnsName,
  RecordChange,
  RecordSet,
  ZoneChange,
} from '../../world';
import { Operation, operation } from '../server/Operation';
import { oneOf } from '../server/oneOf';
import { required } from '../server/required';
import { bind } from '../wire/restRoutes';
import { ValueOf } from '../wire/shapes';
import { bareId, compareNames, toWireName } from './dnsNames';
import { pageSizeOf } from './pageSize';
import * as shapes from './shapes/recordShapes';

const ROOT = '/2013-04-01';
const MAX_RECORDS = 300;
const CODE = 'InvalidInput';

type WireRecord = ValueOf<typeof shapes.resourceRecordSet>;

function present(record: RecordSet): WireRecord {
  const { alias } = record;
  return {
    Name: toWireName(record.name),
    Type: record.type,
    SetIdentifier: record.setIdentifier,
    Weight: record.weight,
    TTL: record.ttl,
    ResourceRecords: alias
      ? undefined
      : record.values.map(Value => ({ Value })),
    AliasTarget: alias && {
      HostedZoneId: alias.hostedZoneId,
      DNSName: `${alias.dnsName}.`,
      EvaluateTargetHealth: alias.evaluatesHealth,
    },
  };
}

function readRecord(record: WireRecord | undefined): RecordSet {
  const alias = record?.AliasTarget;
  return {
    name: normalDnsName(required(record?.Name, 'Name', CODE)),
    type: required(record?.Type, 'Type', CODE),
    ttl: record?.TTL,
    values: (record?.ResourceRecords ?? []).map(({ Value = '' }) => Value),
    alias: alias && {
      dnsName: normalDnsName(required(alias.DNSName, 'DNSName', CODE)),
      hostedZoneId: required(alias.HostedZoneId, 'HostedZoneId', CODE),
      evaluatesHealth: alias.EvaluateTargetHealth ?? false,
    },
    setIdentifier: record?.SetIdentifier,
    weight: record?.Weight,
  };
}

function readChange(change: ValueOf<typeof shapes.change>): RecordChange {
  const action = oneOf(change.Action, ['CREATE', 'UPSERT', 'DELETE'], {
    name: 'Action',
    code: CODE,
  });
  return {
    action: required(action, 'Action', CODE),
    record: readRecord(change.ResourceRecordSet),
  };
}

function presentChange(change: ZoneChange): ValueOf<typeof shapes.changeInfo> {
  return {
    Id: `/change/${change.id}`,
    Status: change.state,
    SubmittedAt: new Date(change.createdAt),
    Comment: change.comment,
  };
}

/** Records in the order of their names, then types, then set identifiers. */
function compareRecords(
  left: Pick<RecordSet, 'name' | 'type' | 'setIdentifier'>,
  right: Pick<RecordSet, 'name' | 'type' | 'setIdentifier'>,
): number {
  const textOf = (record: typeof left) =>
    `${record.type} ${record.setIdentifier ?? ''}`;
  return (
    compareNames(left.name, right.name) ||
    textOf(left).localeCompare(textOf(right), 'en')
  );
}

const list = operation(
  'ListResourceRecordSets',
  {
    http: bind(`GET ${ROOT}/hostedzone/{Id}/rrset`),
    input: shapes.listResourceRecordSetsRequest,
    output: shapes.listResourceRecordSetsResponse,
  },
  ({ world, scope }, input) => {
    const id = bareId(input.HostedZoneId);
    const zone = world.hostedZones.getZone(scope.accountId, id);
    const size = pageSizeOf(input.MaxItems, MAX_RECORDS);
    if (input.StartRecordType && !input.StartRecordName) {
      throw new AwsFault(CODE, 'A type needs a name to start from');
    }
    const start = input.StartRecordName && {
      name: normalDnsName(input.StartRecordName),
      type: input.StartRecordType ?? '',
      setIdentifier: input.StartRecordIdentifier,
    };
    const rest = [...zone.records.values()]
      .filter(record => !start || compareRecords(record, start) >= 0)
      .sort(compareRecords);
    const next = rest[size];
    return {
      ResourceRecordSets: rest.slice(0, size).map(present),
      IsTruncated: next !== undefined,
      NextRecordName: next && toWireName(next.name),
      NextRecordType: next?.type,
      NextRecordIdentifier: next?.setIdentifier,
      MaxItems: String(size),
    };
  },
);

const change = operation(
  'ChangeResourceRecordSets',
  {
    http: bind(`POST ${ROOT}/hostedzone/{Id}/rrset`),
    input: shapes.changeResourceRecordSetsRequest,
    output: shapes.changeResourceRecordSetsResponse,
  },
  ({ world, scope }, input) => {
    const batch = required(input.ChangeBatch, 'ChangeBatch', CODE);
    const made = world.hostedZones.changeRecords(
      scope.accountId,
      bareId(input.HostedZoneId),
      {
        changes: required(batch.Changes, 'Changes', CODE).map(readChange),
        comment: batch.Comment,
      },
    );
    return { ChangeInfo: presentChange(made) };
  },
);

const getChange = operation(
  'GetChange',
  {
    http: bind(`GET ${ROOT}/change/{Id}`),
    input: shapes.getChangeRequest,
    output: shapes.getChangeResponse,
  },
  ({ world, scope }, input) => ({
    ChangeInfo: presentChange(
      world.hostedZones.getChange(scope.accountId, bareId(input.Id)),
    ),
  }),
);

/** Records of hosted zones. @internal */
export const recordOperations: Operation[] = [list, change, getChange];
