import { Scope, World } from '../../world';
import { Caller, CredentialStore } from '../auth/CredentialStore';
import { WireService } from '../wire/Codec';
import { HttpBinding } from '../wire/restRoutes';
import { StructureShape, ValueOf } from '../wire/shapes';

/** One call of an operation. @internal */
export interface Call {
  world: World;
  caller: Caller;
  /** Account of the caller, region of the signature. */
  scope: Scope;
  credentials: CredentialStore;
}

/** An operation that the sandbox serves. @internal */
export interface Operation {
  action: string;
  input: StructureShape;
  output: StructureShape;
  /** How the REST protocols call it. */
  http?: HttpBinding;
  /** Carries the operation out; the input is as the shape says. */
  run(call: Call, input: Record<string, unknown>): unknown;
}

/** A service: its operations and how it speaks. @internal */
export interface ServiceDefinition extends WireService {
  /** As in the credential scope. */
  name: ServiceName;
  /** Before the colon in the names of IAM actions; default the name. */
  iamPrefix?: string;
  /** Whether accounts have it once, and not in each region. */
  isGlobal?: boolean;
  /** Code and HTTP status of throttled calls. */
  throttled: { code: string; message: string; status: number };
  /** Code of calls that IAM refuses, and their HTTP status; default 403. */
  denied: string;
  deniedStatus?: number;
}

/** The names of the services in credential scopes. @internal */
export type ServiceName =
  | 'acm'
  | 'cloudfront'
  | 'ec2'
  | 'eks'
  | 'elasticloadbalancing'
  | 'iam'
  | 'ram'
  | 'route53'
  | 'sts'
  | 'tagging'
  | 'wafv2';

/**
 * Makes an operation. The handler gets and returns values typed by the shapes.
 *
 * @internal
 */
export function operation<
  TInput extends StructureShape,
  TOutput extends StructureShape,
>(
  action: string,
  shapes: { http?: HttpBinding; input: TInput; output: TOutput },
  handle: (call: Call, input: ValueOf<TInput>) => ValueOf<TOutput>,
): Operation {
  return {
    action,
    ...shapes,
    // The codec has read it by the same shape.
    run: (call, input) => handle(call, input as ValueOf<TInput>),
  };
}

/** An answer without members. @internal */
export const emptyShape = {
  type: 'structure',
  members: {},
} as const satisfies StructureShape;

/** The operations by action. @internal */
export function byAction(
  ...groups: Operation[][]
): ReadonlyMap<string, Operation> {
  return new Map(groups.flat().map(one => [one.action, one]));
}
