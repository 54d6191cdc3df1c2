import { ScopedRecord } from './types';

/** What an alias record points to. @public */
export interface AliasTarget {
  /** The target's name, without a dot at its end. */
  dnsName: string;
  /** The zone of the target's own service, such as `Z2FDTNDATAQYW2` for CloudFront. */
  hostedZoneId: string;
  evaluatesHealth: boolean;
}

/** The records of one name and type; either values or an alias. @public */
export interface RecordSet {
  /** The full name in small letters, without a dot at its end. */
  name: string;
  /** `A`, `AAAA`, `CNAME`, `TXT`, … */
  type: string;
  /** Seconds; an alias has none. */
  ttl?: number;
  /** As the API has them: the text of a TXT record stands in quotes. */
  values: string[];
  alias?: AliasTarget;
  /** Tells records of one name and type apart where a routing policy is used. */
  setIdentifier?: string;
  weight?: number;
}

/** A VPC that a private zone answers. @public */
export interface ZoneVpc {
  vpcId: string;
  region: string;
}

/** A hosted zone; `id` is `Z…`. @public */
export interface HostedZone extends ScopedRecord {
  arn: string;
  /** The domain in small letters, without a dot at its end. */
  name: string;
  callerReference: string;
  comment?: string;
  isPrivate: boolean;
  vpcs: ZoneVpc[];
  nameServers: string[];
  /** By name, type and set identifier. */
  records: Map<string, RecordSet>;
}

/** One step of a change batch. @public */
export interface RecordChange {
  action: 'CREATE' | 'UPSERT' | 'DELETE';
  record: RecordSet;
}

/** A batch of changes and whether all name servers have it; `id` is `C…`. @public */
export interface ZoneChange extends ScopedRecord {
  state: 'PENDING' | 'INSYNC';
  comment?: string;
}

/** Name and type under which a zone keeps a record. @public */
export function recordKey(record: {
  name: string;
  type: string;
  setIdentifier?: string;
}): string {
  return `${record.name} ${record.type} ${record.setIdentifier ?? ''}`;
}

/** A DNS name as the world keeps it: small letters, no dot at its end. @public */
export function normalDnsName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\\052/, '*');
}
