import {
  goBoolean,
  goInt32,
  GoJsonValue,
  goList,
  goPort,
  GoStruct,
  goStruct,
  goText,
} from '../../values/goJson';
import { ControllerRefusal } from '../ControllerRefusal';
import { readJson } from '../readJson';
import { IngressAnnotations } from './LbcIngress';

const targetFields = {
  targetGroupARN: goText,
  targetGroupName: goText,
  serviceName: goText,
  servicePort: goPort,
  weight: goInt32,
};

const forwardFields = {
  targetGroups: goList(goStruct('TargetGroupTuple', targetFields), {}),
  targetGroupStickinessConfig: goStruct('TargetGroupStickinessConfig', {
    enabled: goBoolean,
    durationSeconds: goInt32,
  }),
};

const redirectFields = {
  host: goText,
  path: goText,
  port: goText,
  protocol: goText,
  query: goText,
  statusCode: goText,
};

const fixedResponseFields = {
  contentType: goText,
  messageBody: goText,
  statusCode: goText,
};

const actionForm = goStruct('Action', {
  type: goText,
  targetGroupARN: goText,
  targetGroupName: goText,
  fixedResponseConfig: goStruct(
    'FixedResponseActionConfig',
    fixedResponseFields,
  ),
  redirectConfig: goStruct('RedirectActionConfig', redirectFields),
  forwardConfig: goStruct('ForwardActionConfig', forwardFields),
});

type ActionJson = GoJsonValue<typeof actionForm>;

/** One target group of a forward: by ARN or name, or as the port of a Service. @public */
export type BackendTarget = GoStruct<typeof targetFields>;
/** Where requests are sent on to. @public */
export type ForwardConfig = GoStruct<typeof forwardFields>;
/** What a redirect changes; what is missing stays as it was. @public */
export type RedirectConfig = GoStruct<typeof redirectFields>;
/** An answer that the load balancer gives itself. @public */
export type FixedResponseConfig = GoStruct<typeof fixedResponseFields>;

/** What happens to requests of a backend. @public */
export type BackendAction =
  | { type: 'forward'; forwardConfig: ForwardConfig }
  | { type: 'redirect'; redirectConfig: RedirectConfig }
  | { type: 'fixed-response'; fixedResponseConfig: FixedResponseConfig };

/** The answer where a backend is missing. @internal */
export function planMissing(messageBody: string): BackendAction {
  return {
    type: 'fixed-response',
    fixedResponseConfig: {
      contentType: 'text/plain',
      statusCode: '503',
      messageBody,
    },
  };
}

function findTargetProblem(target: BackendTarget): string | undefined {
  const { serviceName, servicePort } = target;
  const isGroup =
    target.targetGroupARN !== undefined || target.targetGroupName !== undefined;
  if (!isGroup && serviceName === undefined)
    return 'missing serviceName or targetGroupARN/targetGroupName';
  if (isGroup && serviceName !== undefined)
    return 'either serviceName or targetGroupARN/targetGroupName can be specified';
  return serviceName !== undefined && servicePort === undefined
    ? 'missing servicePort'
    : undefined;
}

function findForwardProblem({
  targetGroups = [],
}: ForwardConfig): string | undefined {
  const problem = targetGroups
    .map(findTargetProblem)
    .find(found => found !== undefined);
  if (problem !== undefined) return `invalid TargetGroupTuple: ${problem}`;
  return targetGroups.length > 1 &&
    targetGroups.some(({ weight }) => weight === undefined)
    ? 'weight must be set when route to multiple target groups'
    : undefined;
}

type Refuse = (why: string) => never;

function readForward(action: ActionJson, refuse: Refuse): BackendAction {
  const { targetGroupARN, targetGroupName, forwardConfig } = action;
  const isGroup = targetGroupARN !== undefined || targetGroupName !== undefined;
  if (!forwardConfig)
    return isGroup
      ? {
          type: 'forward',
          forwardConfig: {
            targetGroups: [{ targetGroupARN, targetGroupName }],
          },
        }
      : refuse('missing ForwardConfig or TargetGroupARN/TargetGroupName');
  if (isGroup)
    return refuse(
      'either ForwardConfig or TargetGroupARN/TargetGroupName can be specified',
    );
  const problem = findForwardProblem(forwardConfig);
  return problem === undefined
    ? { type: 'forward', forwardConfig }
    : refuse(`invalid ForwardConfig: ${problem}`);
}

function readAction(action: ActionJson, refuse: Refuse): BackendAction {
  const { type = '', redirectConfig, fixedResponseConfig } = action;
  switch (type) {
    case 'forward':
      return readForward(action, refuse);
    case 'redirect':
      if (!redirectConfig) return refuse('missing RedirectConfig');
      return redirectConfig.statusCode
        ? { type, redirectConfig }
        : refuse('invalid RedirectConfig: statusCode is required');
    case 'fixed-response':
      if (!fixedResponseConfig) return refuse('missing FixedResponseConfig');
      return fixedResponseConfig.statusCode
        ? { type, fixedResponseConfig }
        : refuse('invalid FixedResponseConfig: statusCode is required');
    default:
      return refuse(`unknown action type: ${type}`);
  }
}

/**
 * What an `actions` annotation makes of requests to the backend of its name.
 *
 * @remarks `buildActionViaAnnotation` in `pkg/ingress/enhanced_backend_builder.go`, version 3.5.
 *
 * @param toleratesMissing - Whether a missing annotation answers 503, as it does in the controller; else it is refused.
 *
 * @internal
 */
export function planAnnotatedAction(
  annotations: IngressAnnotations,
  backend: string,
  toleratesMissing = true,
): BackendAction {
  const name = `actions.${backend}` as const;
  const refuse = (why: string): never => {
    throw new ControllerRefusal(why, [annotations.keyOf(name)]);
  };
  if (!annotations.has(name))
    return toleratesMissing
      ? planMissing('Backend action does not exist')
      : refuse(`missing ${name} configuration`);
  return readAction(readJson(annotations, name, actionForm) ?? {}, refuse);
}
