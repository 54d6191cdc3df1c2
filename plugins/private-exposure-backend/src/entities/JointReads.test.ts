import { JointReads } from './JointReads';

describe('JointReads', () => {
  it('reads once for all who ask at the same time', async () => {
    const batches: string[][] = [];
    const reads = new JointReads<string>(async keys => {
      batches.push([...keys]);
      return new Map(keys.map(key => [key, key.toUpperCase()]));
    });

    const answers = await Promise.all(['a', 'b', 'a'].map(k => reads.get(k)));

    expect(answers).toEqual(['A', 'B', 'A']);
    expect(batches).toEqual([['a', 'b']]);
  });

  it('never answers with a read that began before the question', async () => {
    let world = 'old';
    const reads = new JointReads<string>(async keys => {
      const seen = world;
      await new Promise(resolve => setImmediate(resolve));
      return new Map(keys.map(key => [key, seen]));
    });

    const before = reads.get('a');
    await new Promise(resolve => setImmediate(resolve));
    world = 'new';
    const after = reads.get('a');

    await expect(before).resolves.toBe('old');
    await expect(after).resolves.toBe('new');
  });

  it('fails all who shared a read that failed, and reads again for the next', async () => {
    let isBroken = true;
    const reads = new JointReads<string>(async keys => {
      if (isBroken) throw new Error('no database');
      return new Map(keys.map(key => [key, 'value']));
    });

    const shared = await Promise.allSettled([reads.get('a'), reads.get('b')]);
    isBroken = false;

    expect(shared.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    await expect(reads.get('a')).resolves.toBe('value');
  });

  it('reads hundreds of keys in parts, and answers every one', async () => {
    const sizes: number[] = [];
    const reads = new JointReads<number>(async keys => {
      sizes.push(keys.length);
      return new Map(keys.map(key => [key, Number(key)]));
    });
    const keys = Array.from({ length: 250 }, (_, n) => `${n}`);

    const answers = await Promise.all(keys.map(key => reads.get(key)));

    expect(answers).toEqual(keys.map(Number));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });

  it.each([1, 3])('has no more than %d reads under way', async atOnce => {
    const ends: (() => void)[] = [];
    const batches: string[][] = [];
    const reads = new JointReads<string>(
      async keys => {
        batches.push([...keys]);
        await new Promise<void>(resolve => ends.push(resolve));
        return new Map(keys.map(key => [key, key]));
      },
      { atOnce },
    );

    const answers: Promise<string>[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      answers.push(reads.get(key));
      await new Promise(resolve => setImmediate(resolve));
    }
    const begun = batches.length;
    ends.splice(0).forEach(end => end());
    await new Promise(resolve => setImmediate(resolve));
    ends.splice(0).forEach(end => end());

    expect(begun).toBe(atOnce);
    await expect(Promise.all(answers)).resolves.toHaveLength(5);
    // Who had to wait shares one.
    expect(batches).toHaveLength(atOnce + 1);
  });
});
