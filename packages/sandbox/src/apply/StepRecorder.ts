import { isError } from '@backstage/errors';
import { AzureFault } from '../azureWorld';
import { AwsFault } from '../world';
import { DeploymentStep } from '../git/web/DeploymentReader';

/**
 * Collects what became of each resource in one apply.
 * @internal
 */
export class StepRecorder {
  readonly #steps = new Map<string, DeploymentStep>();
  readonly #known = new WeakSet<object>();

  /** All steps, in the order in which they were first told. */
  get steps(): DeploymentStep[] {
    return [...this.#steps.values()];
  }

  /** Notes a step that worked. */
  applied(address: string, message: string) {
    this.#steps.set(address, { state: 'applied', address, message });
  }

  /** Runs an action; if it throws, that becomes the step of the address. */
  record(address: string, action: () => void) {
    try {
      action();
    } catch (error) {
      this.#note(address, error);
    }
  }

  /**
   * Runs an action; if it throws, that becomes the step of the address, and the error goes on. An error
   * that is a step of another address already makes this one wait for it.
   */
  recordProblem<T>(address: string, action: () => T): T {
    try {
      return action();
    } catch (error) {
      this.#note(address, error);
      throw error;
    }
  }

  #note(address: string, error: unknown) {
    const isElsewhere =
      typeof error === 'object' && error !== null && this.#known.has(error);
    const message = describe(error);
    if (isElsewhere) {
      const text = `Waits for what it refers to: ${message}`;
      if (!this.#steps.has(address)) {
        this.#steps.set(address, { state: 'waiting', address, message: text });
      }
      return;
    }
    if (typeof error === 'object' && error !== null) {
      this.#known.add(error);
    }
    const isWaiting = isError(error) && error.name === 'WaitingError';
    const state = isWaiting ? 'waiting' : 'failed';
    this.#steps.set(address, { state, address, message });
  }
}

function describe(error: unknown): string {
  if (error instanceof AwsFault || error instanceof AzureFault) {
    return `${error.code}: ${error.message}`;
  }
  return isError(error) ? error.message : String(error);
}
