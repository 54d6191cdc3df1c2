import { AwsAccessDeniedError } from './errors';
import { ScopeMemory, SELDOM_CHANGES_MS } from './ScopeMemory';

const { signal } = new AbortController();
const keep = { keptMs: 1_000, signal, since: -Infinity };
const never = () => Promise.reject(new Error('read again'));

/** A reading that ends when it is told to. */
function reading() {
  let finish = (_: string) => {};
  let fail = (_: Error) => {};
  const value = new Promise<string>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { read: () => value, finish, fail };
}

describe('ScopeMemory', () => {
  let memory: ScopeMemory;

  beforeEach(() => {
    jest.useFakeTimers();
    memory = new ScopeMemory();
  });
  afterEach(() => {
    memory.clear();
    jest.useRealTimers();
  });

  it('gives one reading to all who ask, and forgets it in time', async () => {
    const { read, finish } = reading();
    const answers = [
      memory.remember('zones', keep, read),
      memory.remember('zones', keep, never),
    ];
    finish('first');

    expect(await Promise.all(answers)).toEqual(['first', 'first']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await memory.remember('zones', keep, async () => 'second')).toBe(
      'second',
    );
  });

  it('reads for the others when whoever reads is told to stop', async () => {
    const stopped = new AbortController();
    const { read, fail } = reading();
    const own = memory.remember(
      'zones',
      { ...keep, signal: stopped.signal },
      read,
    );
    const again = jest.fn(async () => 'second');
    const others = [
      memory.remember('zones', keep, again),
      memory.remember('zones', keep, again),
    ];

    stopped.abort(new Error('deadline'));
    fail(stopped.signal.reason);

    await expect(own).rejects.toThrow('deadline');
    expect(await Promise.all(others)).toEqual(['second', 'second']);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('lets go of whoever is told to stop, and goes on for the others', async () => {
    const leaving = new AbortController();
    const { read, finish } = reading();
    const own = memory.remember('zones', keep, read);
    const left = memory.remember(
      'zones',
      { ...keep, signal: leaving.signal },
      never,
    );

    leaving.abort(new Error('deadline'));
    await expect(left).rejects.toThrow('deadline');
    finish('first');

    expect(await own).toBe('first');
  });

  it('tells everybody of a failure, and does not keep it', async () => {
    const { read, fail } = reading();
    const answers = [
      memory.remember('zones', keep, read),
      memory.remember('zones', keep, never),
    ];
    fail(new Error('outage'));

    for (const answer of answers)
      await expect(answer).rejects.toThrow('outage');
    expect(await memory.remember('zones', keep, async () => 'second')).toBe(
      'second',
    );
  });

  it('does not ask again at once where it is not allowed to, even when the first has left', async () => {
    const first = new AbortController();
    const denied = new AwsAccessDeniedError({
      action: 'route53:ListHostedZones',
      accountId: '222233334444',
      cause: new Error('AccessDenied'),
    });
    const long = { ...keep, keptMs: SELDOM_CHANGES_MS };
    await expect(
      memory.remember('zones', { ...long, signal: first.signal }, () =>
        Promise.reject(denied),
      ),
    ).rejects.toThrow(denied);
    first.abort();

    await expect(memory.remember('zones', long, never)).rejects.toThrow(denied);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await memory.remember('zones', long, async () => 'allowed')).toBe(
      'allowed',
    );
  });

  it('tells nobody who looks again what was read before the last look', async () => {
    await memory.remember('zones', keep, async () => 'first');
    await jest.advanceTimersByTimeAsync(10);
    memory.noteLook('E1', { signal });
    const since = memory.lastLookAt('E1');

    expect(memory.isOlder('zones', { signal, since })).toBe(true);
    expect(
      await memory.remember('zones', { ...keep, since }, async () => 'second'),
    ).toBe('second');
    expect(
      await memory.remember(
        'zones',
        { ...keep, since: memory.lastLookAt('E2') },
        never,
      ),
    ).toBe('second');
  });
});
