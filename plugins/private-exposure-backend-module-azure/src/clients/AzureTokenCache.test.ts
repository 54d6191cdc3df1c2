import type { AccessToken } from '@azure/core-auth';
import { AzureTokenCache } from './AzureTokenCache';

const SCOPE = 'https://management.azure.com/.default';

/** A token service whose answers the test gives. */
function tokenService() {
  const waiting: Array<{
    answer: (token: AccessToken | null) => void;
    fail: (error: Error) => void;
    claims?: string;
  }> = [];
  const credential = {
    getToken: (_: unknown, { claims }: { claims?: string } = {}) =>
      new Promise<AccessToken | null>((answer, fail) => {
        waiting.push({ answer, fail, claims });
      }),
    forget: jest.fn(),
  };
  const cache = AzureTokenCache.create({ tenantId: 'acme', credential });
  return { cache, waiting, credential };
}

const token = (name: string, minutes: number): AccessToken => ({
  token: name,
  expiresOnTimestamp: Date.now() + minutes * 60_000,
});

describe('AzureTokenCache', () => {
  it('asks once for all who need a token at the same time', async () => {
    const { cache, waiting } = tokenService();

    const asked = [cache.getToken(SCOPE), cache.getToken([SCOPE])];
    waiting[0].answer(token('first', 60));
    const tokens = await Promise.all(asked);
    const later = await cache.getToken(SCOPE);

    expect([...tokens, later].map(one => one.token)).toEqual([
      'first',
      'first',
      'first',
    ]);
    expect(waiting).toHaveLength(1);
  });

  it('asks again before a token runs out, and at once for claims', async () => {
    const { cache, waiting } = tokenService();
    const first = cache.getToken(SCOPE);
    waiting[0].answer(token('old', 4));
    await first;

    const second = cache.getToken(SCOPE);
    waiting[1].answer(token('new', 60));
    await second;
    const claimed = cache.getToken(SCOPE, { claims: '{}' });
    waiting[2].answer(token('claimed', 60));

    expect((await second).token).toBe('new');
    expect((await claimed).token).toBe('claimed');
  });

  it('asks for claims beside a question without them, and keeps that answer', async () => {
    const { cache, waiting } = tokenService();

    const plain = cache.getToken(SCOPE);
    const claimed = cache.getToken(SCOPE, { claims: '{"nbf":1}' });
    const joined = cache.getToken(SCOPE, { claims: '{"nbf":1}' });
    const content = cache.getToken(SCOPE);
    waiting[1].answer(token('with claims', 60));
    const [first, second, third] = await Promise.all([
      claimed,
      joined,
      content,
    ]);
    waiting[0].answer(token('without', 60));

    expect(waiting.map(({ claims }) => claims)).toEqual([
      undefined,
      '{"nbf":1}',
    ]);
    expect([first, second, third].map(one => one.token)).toEqual(
      Array(3).fill('with claims'),
    );
    expect((await plain).token).toBe('without');
    expect((await cache.getToken(SCOPE)).token).toBe('with claims');
  });

  it('drops a token that was not taken, once in a while', async () => {
    const { cache, waiting, credential } = tokenService();
    const first = cache.getToken(SCOPE);
    waiting[0].answer(token('first', 60));
    await first;

    const answers = [cache.forget('first'), cache.forget('first')];
    const second = cache.getToken(SCOPE);
    waiting[1].answer(token('second', 60));
    await second;

    expect(answers).toEqual([true, true]);
    expect(credential.forget).toHaveBeenCalledTimes(1);
    expect(cache.forget('second')).toBe(false);
    expect((await cache.getToken(SCOPE)).token).toBe('second');
  });

  it('does not let one failure stick', async () => {
    const { cache, waiting } = tokenService();
    const first = cache.getToken(SCOPE);
    waiting[0].fail(
      new Error('AADSTS7000215: Invalid client secret.\r\nTrace ID: 1-2-3'),
    );
    await expect(first).rejects.toMatchObject({
      name: 'AzureCredentialsError',
      message: expect.not.stringContaining('Trace ID'),
    });

    const second = cache.getToken(SCOPE);
    waiting[1].answer(token('mended', 60));

    expect((await second).token).toBe('mended');
  });
});
