import { ControllerRefusal } from '../ControllerRefusal';
import { ManifestValue } from '../KubernetesObject';
import { LbcService } from './LbcService';

/** Where a listener sends traffic. @public */
export interface ForwardActionPlan {
  type: 'forward';
  targetGroups: readonly {
    /** `<tg:namespace/name:port>` for one that the controller makes, else an ARN. */
    targetGroup: string;
    /** Share of the traffic, 0 to 999. */
    weight?: number;
    /** Whether TLS ends at the listener. */
    decrypt?: boolean;
  }[];
}

type JsonRecord = { [key: string]: ManifestValue | undefined };

const isRecord = (value: ManifestValue | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reference to the target group that the controller makes for a Service's port. @internal */
export function targetGroupReference(
  service: Pick<LbcService, 'namespace' | 'name'>,
  port: number | string,
): string {
  return `<tg:${service.namespace}/${service.name}:${port}>`;
}

/** Reads one field of a JSON object, or refuses it in the words of Go's decoder. */
class ActionReader {
  constructor(private readonly key: string, private readonly raw: string) {}

  refuse(message: string): never {
    throw new ControllerRefusal(message, [this.key]);
  }

  private refuseType(value: ManifestValue, field: string, type: string): never {
    const kind = Array.isArray(value) ? 'array' : typeof value;
    return this.refuse(
      `failed to parse json annotation, ${this.key}: ${this.raw}: json: cannot unmarshal ${kind} into Go struct field ${field} of type ${type}`,
    );
  }

  record(value: ManifestValue | undefined, field: string): JsonRecord {
    if (value === undefined || value === null) return {};
    return isRecord(value) ? value : this.refuseType(value, field, 'service');
  }

  text(record: JsonRecord, name: string): string | undefined {
    const value = record[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    return this.refuseType(value, name, 'string');
  }

  integer(record: JsonRecord, name: string): number | undefined {
    const value = record[name] ?? undefined;
    if (value === undefined) return undefined;
    return typeof value === 'number' && Number.isInteger(value)
      ? value
      : this.refuseType(value, name, 'int32');
  }

  boolean(record: JsonRecord, name: string): boolean | undefined {
    const value = record[name] ?? undefined;
    if (value === undefined || typeof value === 'boolean') return value;
    return this.refuseType(value, name, 'bool');
  }

  list(record: JsonRecord, name: string): ManifestValue[] {
    const value = record[name] ?? [];
    return Array.isArray(value)
      ? value
      : this.refuseType(value, name, '[]service.TargetGroupTuple');
  }

  port(record: JsonRecord, name: string): number | string | undefined {
    const value = record[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    return this.integer(record, name);
  }
}

type Target = ForwardActionPlan['targetGroups'][number];

function readTarget(
  value: ManifestValue,
  read: ActionReader,
  service: LbcService,
): Target {
  const tuple = read.record(value, 'targetGroups');
  const arn = read.text(tuple, 'targetGroupARN');
  const name = read.text(tuple, 'serviceName');
  const port = read.port(tuple, 'servicePort');
  const decrypt = read.boolean(tuple, 'decrypt');
  const weight = read.integer(tuple, 'weight');
  const refuse = (why: string) =>
    read.refuse(`invalid ForwardConfig: invalid TargetGroupTuple: ${why}`);
  if ((arn === undefined) === (name === undefined))
    return refuse(
      'precisely one of targetGroupARN and serviceName can be specified',
    );
  if (name !== undefined && port === undefined)
    return refuse('missing servicePort');
  if (weight !== undefined && (weight < 0 || weight > 999))
    return refuse('target group weight must be between 0 and 999');
  const { namespace } = service;
  return {
    targetGroup:
      arn ?? targetGroupReference({ namespace, name: name ?? '' }, port ?? ''),
    ...(weight === undefined ? {} : { weight }),
    ...(decrypt === undefined ? {} : { decrypt }),
  };
}

/**
 * Where a listener sends traffic: to the target group of the Service's own port, and by an `actions` annotation to others
 * beside it.
 *
 * @remarks `pkg/service/config_types.go`, version 3.5. Whether the other Services exist is not for a plan to say.
 *
 * @internal
 */
export function planForwardAction(
  service: LbcService,
  listenerProtocol: string,
  port: number,
): ForwardActionPlan {
  const { annotations } = service;
  const own = targetGroupReference(service, port);
  const name = `actions.${listenerProtocol}-${port}` as const;
  const json = annotations.json(name);
  if (json === undefined)
    return { type: 'forward', targetGroups: [{ targetGroup: own }] };
  const read = new ActionReader(
    annotations.keyOf(name),
    annotations.string(name) ?? '',
  );
  const action = read.record(json, 'Action');
  const type = read.text(action, 'type') ?? '';
  if (type !== 'forward') read.refuse(`unknown action type: ${type}`);
  const config = read.record(action.forwardConfig, 'forwardConfig');
  const others = read
    .list(config, 'targetGroups')
    .map(value => readTarget(value, read, service));
  if (others.length > 1 && others.some(({ weight }) => weight === undefined))
    read.refuse(
      'invalid ForwardConfig: weight must be set when routing to multiple target groups',
    );
  const weight = read.integer(config, 'baseServiceWeight');
  return {
    type: 'forward',
    targetGroups: [
      { targetGroup: own, ...(weight === undefined ? {} : { weight }) },
      ...others,
    ],
  };
}
