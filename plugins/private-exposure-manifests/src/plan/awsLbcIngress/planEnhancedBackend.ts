import { ControllerRefusal } from '../ControllerRefusal';
import { BackendServices } from './BackendServices';
import {
  IngressBackend,
  LbcIngress,
  readIngressAnnotations,
} from './LbcIngress';
import {
  AuthConfigPlan,
  JwtValidationConfig,
  planAuthConfig,
  planJwtValidation,
} from './planAuthConfig';
import {
  BackendAction,
  planAnnotatedAction,
  planMissing,
} from './planBackendAction';
import { planConditions, RuleConditionPlan } from './planConditions';
import { planTransforms, TransformPlan } from './planTransforms';

const USE_ANNOTATION = 'use-annotation';

/** A backend with all that annotations say of it. @internal */
export interface EnhancedBackend {
  conditions: readonly RuleConditionPlan[];
  transforms: readonly TransformPlan[];
  action: BackendAction;
  /** `undefined` where it was not asked for. */
  authConfig: AuthConfigPlan | undefined;
  jwtValidationConfig: JwtValidationConfig | undefined;
}

/** How a backend is looked at; the controller itself uses the defaults. @internal */
export interface EnhancedBackendOptions {
  /** Whether a missing Service answers 503, instead of stopping the group. Default `true`. */
  toleratesMissingServices?: boolean;
  /** Whether a missing `actions` annotation does. Default `true`. */
  toleratesMissingActions?: boolean;
  /** Whether Services are looked up. Default `true`. */
  loadsServices?: boolean;
  /** Whether what concerns signing in is read; takes Services to be looked up. Default `true`. */
  loadsAuthConfig?: boolean;
}

const targetsOf = (action: BackendAction) =>
  action.type === 'forward' ? action.forwardConfig.targetGroups ?? [] : [];

/** The action, or the answer 503 in its place where its only Service is missing. */
function withServices(
  action: BackendAction,
  namespace: string,
  services: BackendServices,
  toleratesMissing: boolean,
): BackendAction {
  const targets = targetsOf(action);
  const missing = targets
    .map(({ serviceName }) => serviceName)
    .find(name => name !== undefined && services.isMissing(namespace, name));
  if (missing === undefined) return action;
  if (toleratesMissing && targets.length === 1)
    return planMissing('Backend service does not exist');
  throw new ControllerRefusal(`services "${missing}" not found`, [
    'spec.rules',
  ]);
}

/**
 * How people sign in before they reach a backend. Where it is a single Service, the Service's own annotations win.
 *
 * @remarks `buildAuthConfig` in `pkg/ingress/enhanced_backend_builder.go`, version 3.5.
 *
 * @internal
 */
export function planBackendAuthConfig(
  { namespace, rawAnnotations }: LbcIngress,
  action: BackendAction,
  services: BackendServices,
): AuthConfigPlan {
  const targets = targetsOf(action);
  const [{ serviceName } = { serviceName: undefined }] = targets;
  const service =
    targets.length === 1 && serviceName !== undefined
      ? services.find(namespace, serviceName)
      : undefined;
  return planAuthConfig(
    readIngressAnnotations({ ...rawAnnotations, ...service?.rawAnnotations }),
  );
}

/**
 * What becomes of requests to a backend.
 *
 * @remarks `Build` in `pkg/ingress/enhanced_backend_builder.go`, version 3.5.
 *
 * @internal
 */
export function planEnhancedBackend(
  ingress: LbcIngress,
  { service }: IngressBackend,
  services: BackendServices,
  options: EnhancedBackendOptions = {},
): EnhancedBackend {
  const {
    toleratesMissingServices = true,
    toleratesMissingActions = true,
    loadsServices = true,
    loadsAuthConfig = true,
  } = options;
  const { annotations, namespace } = ingress;
  if (!service)
    throw new ControllerRefusal('missing required "service" field', [
      'spec.rules',
    ]);
  const { name, portName, portNumber } = service;
  const conditions = planConditions(annotations, name);
  const transforms = planTransforms(annotations, name);
  const asked: BackendAction =
    portName === USE_ANNOTATION
      ? planAnnotatedAction(annotations, name, toleratesMissingActions)
      : {
          type: 'forward',
          forwardConfig: {
            targetGroups: [
              { serviceName: name, servicePort: portName || portNumber },
            ],
          },
        };
  const action = loadsServices
    ? withServices(asked, namespace, services, toleratesMissingServices)
    : asked;
  const authConfig =
    loadsServices && loadsAuthConfig
      ? planBackendAuthConfig(ingress, action, services)
      : undefined;
  return {
    conditions,
    transforms,
    action,
    authConfig,
    jwtValidationConfig: authConfig && planJwtValidation(annotations),
  };
}
