import { WriteQueue } from './WriteQueue';

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
      queue.run('a', work('first', first)),
      queue.run('a', work('second', Promise.resolve())),
      queue.run('b', work('other', Promise.resolve())),
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
});
