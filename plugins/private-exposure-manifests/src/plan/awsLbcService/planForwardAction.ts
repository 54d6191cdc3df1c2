import {
  goBoolean,
  goInt32,
  goList,
  goPort,
  GoStruct,
  goStruct,
  goText,
} from '../../values/goJson';
import { ControllerRefusal } from '../ControllerRefusal';
import { readJson } from '../readJson';
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

/** Reference to the target group that the controller makes for a Service's port. @internal */
export function targetGroupReference(
  service: Pick<LbcService, 'namespace' | 'name'>,
  port: number | string,
): string {
  return `<tg:${service.namespace}/${service.name}:${port}>`;
}

const targetFields = {
  targetGroupARN: goText,
  serviceName: goText,
  servicePort: goPort,
  decrypt: goBoolean,
  weight: goInt32,
};

const PACKAGE = 'service';

const actionForm = goStruct(
  'Action',
  {
    type: goText,
    forwardConfig: goStruct(
      'ForwardActionConfig',
      {
        baseServiceWeight: goInt32,
        targetGroups: goList(
          goStruct('TargetGroupTuple', targetFields, PACKAGE),
          {},
        ),
        targetGroupStickinessConfig: goStruct(
          'TargetGroupStickinessConfig',
          { enabled: goBoolean },
          PACKAGE,
        ),
      },
      PACKAGE,
    ),
  },
  PACKAGE,
);

type Tuple = GoStruct<typeof targetFields>;
type Target = ForwardActionPlan['targetGroups'][number];

function findTargetProblem(tuple: Tuple): string | undefined {
  const { targetGroupARN, serviceName, servicePort, weight } = tuple;
  if ((targetGroupARN === undefined) === (serviceName === undefined))
    return 'precisely one of targetGroupARN and serviceName can be specified';
  if (serviceName !== undefined && servicePort === undefined)
    return 'missing servicePort';
  return weight !== undefined && (weight < 0 || weight > 999)
    ? 'target group weight must be between 0 and 999'
    : undefined;
}

function findForwardProblem(tuples: readonly Tuple[]): string | undefined {
  const problem = tuples
    .map(findTargetProblem)
    .find(found => found !== undefined);
  if (problem !== undefined) return `invalid TargetGroupTuple: ${problem}`;
  return tuples.length > 1 && tuples.some(({ weight }) => weight === undefined)
    ? 'weight must be set when routing to multiple target groups'
    : undefined;
}

function toTarget(tuple: Tuple, { namespace }: LbcService): Target {
  const { targetGroupARN, serviceName: name = '', servicePort } = tuple;
  const { weight, decrypt } = tuple;
  return {
    targetGroup:
      targetGroupARN ??
      targetGroupReference({ namespace, name }, servicePort ?? ''),
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
  if (!annotations.has(name))
    return { type: 'forward', targetGroups: [{ targetGroup: own }] };
  const refuse = (why: string): never => {
    throw new ControllerRefusal(why, [annotations.keyOf(name)]);
  };
  const { type = '', forwardConfig = {} } =
    readJson(annotations, name, actionForm) ?? {};
  if (type !== 'forward') return refuse(`unknown action type: ${type}`);
  const { baseServiceWeight: weight, targetGroups: others = [] } =
    forwardConfig;
  const problem = findForwardProblem(others);
  if (problem !== undefined) return refuse(`invalid ForwardConfig: ${problem}`);
  return {
    type: 'forward',
    targetGroups: [
      { targetGroup: own, ...(weight === undefined ? {} : { weight }) },
      ...others.map(tuple => toTarget(tuple, service)),
    ],
  };
}
