import { Scope, World } from '../../world';
import { Caller, CredentialStore } from '../auth/CredentialStore';
import { FormTree } from '../wire/FormTree';
import { ProtocolName } from '../wire/protocol';
import { readRequest } from '../wire/readRequest';
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
  /** Reads the form and carries the operation out. */
  run(call: Call, form: FormTree): unknown;
}

/** A service: its operations and how it speaks. @internal */
export interface ServiceDefinition {
  /** As in the credential scope. */
  name: 'ec2' | 'elasticloadbalancing' | 'sts';
  protocol: ProtocolName;
  version: string;
  xmlNamespace: string;
  /** Code and HTTP status of throttled calls. */
  throttled: { code: string; message: string; status: number };
  /** Code of calls that IAM refuses. */
  denied: string;
  operations: ReadonlyMap<string, Operation>;
}

/**
 * Makes operations for one protocol. The handler gets and returns values typed
 * by the shapes.
 *
 * @internal
 */
export function operationsOf(protocol: ProtocolName) {
  return <TInput extends StructureShape, TOutput extends StructureShape>(
    action: string,
    shapes: { input: TInput; output: TOutput },
    handle: (call: Call, input: ValueOf<TInput>) => ValueOf<TOutput>,
  ): Operation => ({
    action,
    ...shapes,
    run: (call, form) =>
      handle(call, readRequest(protocol, shapes.input, form)),
  });
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
