import { armKey } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureWorldContext } from './AzureWorldContext';

/** A long-running operation, as its address shows it. @public */
export interface ArmOperationRecord {
  id: string;
  subscriptionId: string;
  /** Such as `Microsoft.Network`. */
  namespace: string;
  location: string;
  resourceId: string;
  status: 'InProgress' | 'Succeeded' | 'Failed';
  error?: { code: string; message: string };
  /** What the address of its result answers with; nothing where it has changed something. */
  result?: unknown;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  endsAt: number;
}

/** What a long-running operation does. @public */
export interface ArmOperationInput {
  subscriptionId: string;
  namespace: string;
  location: string;
  resourceId: string;
  /** Further resources that must stay as they are meanwhile. */
  locks?: string[];
  /** Whether it changes nothing, so that it locks nothing. */
  isRead?: boolean;
  /** Milliseconds until it ends; default that of the timings. */
  duration?: number;
  /** Called at the end, unless the operation fails. */
  finish(): void;
  /** What it has found out at its end. */
  result?(): unknown;
  /** Makes the operation fail at its end. */
  failure?: { code: string; message: string };
  /** Called at the end of one that fails. */
  fail?(): void;
}

interface Lock {
  operation?: ArmOperationRecord;
  until: number;
}

/**
 * Long-running operations, and the resources that they lock: as in Azure, a
 * second write to one of these is refused meanwhile.
 *
 * @public
 */
export class ArmOperations {
  readonly #context: AzureWorldContext;
  readonly #operations = new Map<string, ArmOperationRecord>();
  readonly #locks = new Map<string, Lock>();

  constructor(context: AzureWorldContext) {
    this.#context = context;
  }

  /** Starts an operation, which ends after a while. */
  begin(input: ArmOperationInput): ArmOperationRecord {
    const { subscriptionId, namespace, location, resourceId } = input;
    const { clock, timings, ids } = this.#context;
    const duration = input.duration ?? timings.armOperation;
    const operation: ArmOperationRecord = {
      id: ids.guid(),
      subscriptionId,
      namespace,
      location,
      resourceId,
      status: 'InProgress',
      endsAt: clock.now() + duration,
    };
    this.#operations.set(operation.id, operation);
    const locked = input.isRead
      ? []
      : [resourceId, ...(input.locks ?? [])].map(armKey);
    for (const key of locked) {
      this.#locks.set(key, { operation, until: operation.endsAt });
    }
    clock.schedule(duration, () => {
      for (const key of locked) {
        if (this.#locks.get(key)?.operation === operation) {
          this.#locks.delete(key);
        }
      }
      this.#end(operation, input);
    });
    return operation;
  }

  /** Locks a resource for a short write, which has been answered already. */
  hold(resourceId: string, milliseconds: number): void {
    const until = this.#context.clock.now() + milliseconds;
    if (milliseconds > 0) this.#locks.set(armKey(resourceId), { until });
  }

  /** The operation of this id. */
  find(id: string): ArmOperationRecord | undefined {
    return this.#operations.get(id);
  }

  /**
   * Says that a resource can be written.
   *
   * @throws AzureFault 409 `AnotherOperationInProgress` during a long-running
   * operation, 429 `RetryableError` during a short write.
   */
  requireFree(resourceId: string): void {
    const lock = this.#locks.get(armKey(resourceId));
    const wait = (lock?.until ?? 0) - this.#context.clock.now();
    if (!lock || wait <= 0) return;
    throw lock.operation
      ? anotherOperation(lock.operation)
      : retryableError(resourceId, Math.ceil(wait / 1000));
  }

  #end(operation: ArmOperationRecord, input: ArmOperationInput): void {
    const error = input.failure ?? finishOf(input, operation);
    operation.status = error ? 'Failed' : 'Succeeded';
    operation.error = error;
    if (error) input.fail?.();
  }
}

/** Meanwhile an accident may have taken away what an operation works on. */
function finishOf(
  input: ArmOperationInput,
  operation: ArmOperationRecord,
): { code: string; message: string } | undefined {
  try {
    input.finish();
    operation.result = input.result?.();
    return undefined;
  } catch (error) {
    if (!(error instanceof AzureFault)) throw error;
    return { code: error.code, message: error.message };
  }
}

function anotherOperation(operation: ArmOperationRecord): AzureFault {
  const { subscriptionId, namespace, location, id } = operation;
  const uri = `https://management.azure.com/subscriptions/${subscriptionId}/providers/${namespace}/locations/${location}/operations/${id}?api-version=2024-01-01`;
  return new AzureFault(
    'AnotherOperationInProgress',
    `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ${uri}.`,
    { status: 409, details: [] },
  );
}

function retryableError(resourceId: string, seconds: number): AzureFault {
  return new AzureFault('RetryableError', 'A retryable error occurred.', {
    status: 429,
    headers: { 'retry-after': String(seconds) },
    details: [
      {
        code: 'RetryableErrorDueToAnotherOperation',
        message: `Another operation is updating resource ${resourceId}. The call can be retried in ${seconds} seconds.`,
      },
    ],
  });
}
