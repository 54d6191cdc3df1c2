import { setTimeout } from 'node:timers/promises';
import type { ConnectionRef, ExposureProvider } from '../ExposureProvider';
import { surveyPages } from './surveyPages';

/**
 * A provider in front of a cloud that has something to see.
 *
 * @public
 */
export interface ProviderContractHarness {
  /** The provider under test, not used before. */
  provider: ExposureProvider;
  /** A scope with at least one exposure and one connection. */
  scopeId: string;
  /** Other scopes with at least one exposure, of kinds that nobody connects to. */
  otherScopeIds?: readonly string[];
  /** A scope that the cloud refuses to be looked into. */
  refusedScopeId?: string;
  /** Lets another consumer ask for a connection in {@link ProviderContractHarness.scopeId}, and names it. */
  makePendingConnection(): Promise<ConnectionRef>;
  /** Lets time pass until what was decided shows. Without it, it shows at once. */
  settle?(): Promise<void>;
  /** Texts that no error may contain: keys, tokens. */
  secrets: readonly string[];
  /** Ends what was started. */
  dispose?(): Promise<void>;
}

/** States of a connection that lets nobody through any more. */
const ENDED = ['rejected', 'removing', 'disconnected'] as const;

/**
 * Tests that hold for every provider, in Jest. Each test gets a harness of its own.
 *
 * @public
 */
export function runProviderContractTests(
  name: string,
  createHarness: () => Promise<ProviderContractHarness>,
): void {
  describe(`${name} keeps the provider contract`, () => {
    let harness: ProviderContractHarness;

    beforeEach(async () => {
      harness = await createHarness();
    });
    afterEach(async () => {
      await harness.dispose?.();
    });

    const current = () => harness;
    testSurveys(current);
    testSurveyLimits(current);
    testInspections(current);
    testConnections(current);
    testDecisions(current);
  });
}

type Current = () => ProviderContractHarness;

function testSurveys(current: Current): void {
  it('lists scopes with unique ids of at most 200 characters', async () => {
    const harness = current();
    const scopes = await harness.provider.listScopes();

    const ids = scopes.map(scope => scope.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids.map(id => id.length))).toBeLessThanOrEqual(200);
    expect(ids).toContain(harness.scopeId);
  });

  it('surveys exposures ahead of their connections, each once', async () => {
    const harness = current();
    const pages = await surveyPages(harness.provider, harness.scopeId);

    const seen = new Set<string>();
    const connections = new Set<string>();
    for (const page of pages) {
      for (const exposure of page.exposures) {
        expect(seen).not.toContain(exposure.nativeId);
        seen.add(exposure.nativeId);
        expect(harness.provider.kinds).toContain(exposure.kind);
      }
      for (const connection of page.connections) {
        const key = `${connection.exposureNativeId} ${connection.nativeId}`;
        expect(seen).toContain(connection.exposureNativeId);
        expect(connections).not.toContain(key);
        connections.add(key);
      }
    }
    expect(seen.size).toBeGreaterThan(0);
    expect(connections.size).toBeGreaterThan(0);
  });

  it('says the same in two surveys while nothing changes', async () => {
    const harness = current();
    for (const scopeId of scopeIdsOf(harness)) {
      const first = await surveyPages(harness.provider, scopeId);
      const second = await surveyPages(harness.provider, scopeId);

      expect(second).toEqual(first);
    }
  });

  it('surveys exposures that nobody connects to, each once', async () => {
    const harness = current();
    for (const scopeId of harness.otherScopeIds ?? []) {
      const pages = await surveyPages(harness.provider, scopeId);
      const exposures = pages.flatMap(page => page.exposures);

      const ids = exposures.map(({ nativeId }) => nativeId);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(pages.flatMap(page => page.connections)).toEqual([]);
      expect(harness.provider.kinds).toEqual(
        expect.arrayContaining(exposures.map(({ kind }) => kind)),
      );
    }
  });
}

function testSurveyLimits(current: Current): void {
  it('tells when exposures were made as ISO 8601 in UTC, where it tells that', async () => {
    const harness = current();
    const pages = await surveyPages(harness.provider, harness.scopeId);

    for (const { provenance } of pages.flatMap(page => page.exposures)) {
      const { createdAt } = provenance ?? {};
      const time = createdAt && new Date(createdAt).toISOString();
      expect(time).toBe(createdAt);
    }
  });

  it('throws when a scope cannot be listed, without secrets', async () => {
    const harness = current();
    const { refusedScopeId } = harness;
    if (refusedScopeId === undefined) return;

    const error = await surveyPages(harness.provider, refusedScopeId).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );

    expect(error).toBeInstanceOf(Error);
    for (const secret of harness.secrets) {
      expect(String(error)).not.toContain(secret);
    }
  });

  it('stops a survey when it is told to', async () => {
    const harness = current();
    const controller = new AbortController();
    controller.abort();

    const survey = surveyPages(
      harness.provider,
      harness.scopeId,
      controller.signal,
    );

    await expect(survey).rejects.toThrow();
  });
}

function testInspections(current: Current): void {
  const { signal } = new AbortController();

  it('inspects each exposure with a health and unique hops', async () => {
    const harness = current();
    for (const scopeId of scopeIdsOf(harness)) {
      const pages = await surveyPages(harness.provider, scopeId);
      for (const exposure of pages.flatMap(page => page.exposures)) {
        const connections = pages
          .flatMap(page => page.connections)
          .filter(
            ({ exposureNativeId }) => exposureNativeId === exposure.nativeId,
          );

        const inspection = await harness.provider.inspect(
          { scopeId, exposure, connections },
          { signal },
        );

        const ids = inspection.hops.map(hop => hop.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(['ok', 'degraded', 'failing', 'unknown']).toContain(
          inspection.health,
        );
        for (const { hopId } of inspection.findings) {
          expect([undefined, ...ids]).toContain(hopId);
        }
      }
    }
  });
}

function testConnections(current: Current): void {
  const { signal } = new AbortController();

  it('reads a pending connection, and nothing where there is none', async () => {
    const harness = current();
    const ref = await harness.makePendingConnection();
    const { provider } = harness;

    const found = await provider.readConnection(ref, { signal });
    const missing = { ...ref, nativeId: `${ref.nativeId.slice(0, -4)}ffff` };
    const absent = await provider.readConnection(missing, { signal });

    expect(found).toMatchObject({ nativeId: ref.nativeId, state: 'pending' });
    expect(absent).toBeUndefined();
  });

  it('reads a connection as the survey lists it', async () => {
    const harness = current();
    const ref = await harness.makePendingConnection();
    const pages = await surveyPages(harness.provider, harness.scopeId);
    const listed = pages
      .flatMap(page => page.connections)
      .find(
        ({ nativeId, exposureNativeId }) =>
          nativeId === ref.nativeId &&
          exposureNativeId === ref.exposureNativeId,
      );

    const read = await harness.provider.readConnection(ref, { signal });

    // A decision is carried out only on what the person saw: two spellings of one endpoint would stop each of them.
    expect(listed).toBeDefined();
    expect(read).toEqual(listed);
  });
}

function testDecisions(current: Current): void {
  const { signal } = new AbortController();

  it.each([
    { verdict: 'approve', states: ['connecting', 'connected'] },
    { verdict: 'reject', states: ENDED },
  ] as const)('carries out: $verdict', async ({ verdict, states }) => {
    const harness = current();
    const ref = await harness.makePendingConnection();

    await harness.provider.decide(ref, verdict, 'contract', { signal });
    await harness.settle?.();

    const after = await harness.provider.readConnection(ref, { signal });
    expect(states).toContain(after?.state);
  });

  it('carries out: remove, after which the connection is over or gone', async () => {
    const harness = current();
    const { provider } = harness;
    const ref = await harness.makePendingConnection();
    const other = await harness.makePendingConnection();
    await provider.decide(ref, 'approve', 'contract', { signal });
    await harness.settle?.();
    const before = (await provider.readConnection(ref, { signal }))?.state;

    await whileTimePasses(
      harness,
      provider.decide(ref, 'remove', 'contract', { signal }),
    );
    await harness.settle?.();

    expect(before).toBe('connected');
    const after = await provider.readConnection(ref, { signal });
    expect(['gone', ...ENDED]).toContain(after?.state ?? 'gone');
    const left = await provider.readConnection(other, { signal });
    expect(left?.state).toBe('pending');
  });
}

/** Some clouds carry a change out in the background, and a provider follows it to its end. */
async function whileTimePasses(
  harness: ProviderContractHarness,
  work: Promise<void>,
): Promise<void> {
  // Its failure is the race's.
  const over = work.then(() => true);
  while (!(await Promise.race([over, setTimeout(100, false)]))) {
    await harness.settle?.();
  }
}

function scopeIdsOf(harness: ProviderContractHarness): string[] {
  return [harness.scopeId, ...(harness.otherScopeIds ?? [])];
}
