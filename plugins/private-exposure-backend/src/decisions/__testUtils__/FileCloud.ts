import {
  appendFileSync,
  existsSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import type { Verdict } from '@postern/backstage-plugin-private-exposure-common';
import type {
  ConnectionRef,
  ExposureProvider,
  SurveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node';

/**
 * A cloud with one connection that outlives the process which talks to it: its state is a file, and every effect is a
 * line in another.
 */
export class FileCloud implements ExposureProvider {
  readonly id = 'file';
  readonly kinds = ['aws-endpoint-service'] as const;
  readonly #path: string;
  /** Called around the effect, for a test to die there. */
  beforeEffect = () => {};
  afterEffect = () => {};

  constructor(path: string) {
    this.#path = path;
    if (!existsSync(path)) {
      writeFileSync(path, 'pending');
      writeFileSync(`${path}.effects`, '');
    }
  }

  get effects(): string[] {
    return readFileSync(`${this.#path}.effects`, 'utf8')
      .split('\n')
      .filter(line => line !== '');
  }

  async listScopes() {
    return [];
  }

  async *survey() {
    yield { exposures: [], connections: [] };
  }

  async inspect() {
    return { health: 'ok' as const, hops: [], grants: [], findings: [] };
  }

  async readConnection(ref: ConnectionRef): Promise<SurveyedConnection> {
    const state = readFileSync(this.#path, 'utf8');
    return {
      nativeId: ref.nativeId,
      exposureNativeId: ref.exposureNativeId,
      consumer: { account: '444455556666', endpointId: ref.nativeId },
      nativeState: state,
      state: state === 'pending' ? 'pending' : 'connected',
      facts: [],
    };
  }

  async decide(_ref: ConnectionRef, verdict: Verdict): Promise<void> {
    this.beforeEffect();
    appendFileSync(`${this.#path}.effects`, `${verdict}\n`);
    writeFileSync(this.#path, 'connected');
    this.afterEffect();
  }
}
