import { WriteQueue } from './WriteQueue';

const { signal } = new AbortController();

describe('WriteQueue', () => {
  it('runs work on one resource one after the other, and goes on after a failure', async () => {
    const queue = new WriteQueue();
    const steps: string[] = [];
    const work = (name: string, ends: Promise<void>) => async () => {
      steps.push(`${name} begins`);
      await ends.finally(() => steps.push(`${name} ends`));
    };
    let failFirst = (_: Error) => {};
    const first = new Promise<void>((_, reject) => {
      failFirst = reject;
    });

    const runs = [
      queue.run('a', work('first', first), signal),
      queue.run('a', work('second', Promise.resolve()), signal),
      queue.run('b', work('other', Promise.resolve()), signal),
    ];
    await runs[2];
    failFirst(new Error('refused'));

    await expect(runs[0]).rejects.toThrow('refused');
    await runs[1];
    expect(steps).toEqual([
      'first begins',
      'other begins',
      'other ends',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('lets go of who gives up waiting at once, and of nobody behind', async () => {
    const queue = new WriteQueue();
    const begun: string[] = [];
    let endFirst = () => {};
    const first = queue.run(
      'a',
      () => new Promise<void>(resolve => (endFirst = resolve)),
      signal,
    );
    const leaving = new AbortController();
    const begin = (name: string) => async () => void begun.push(name);

    const left = queue.run('a', begin('left'), leaving.signal);
    const behind = queue.run('a', begin('behind'), signal);
    leaving.abort(new Error('deadline'));

    await expect(left).rejects.toThrow('deadline');
    expect(begun).toEqual([]);
    endFirst();
    await Promise.all([first, behind]);
    expect(begun).toEqual(['behind']);
  });

  it('begins nothing for who gave up before', async () => {
    const work = jest.fn(async () => {});

    const run = new WriteQueue().run('a', work, AbortSignal.abort());

    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(work).not.toHaveBeenCalled();
  });
});
