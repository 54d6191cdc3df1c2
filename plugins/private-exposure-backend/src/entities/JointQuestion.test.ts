import { JointQuestion } from './JointQuestion';

/** A question whose answers are given by hand, and how often it was put. */
function setUp() {
  const joint = new JointQuestion<number>();
  const open: { resolve: (n: number) => void; reject: (e: Error) => void }[] =
    [];
  const ask = () =>
    joint.ask(
      () =>
        new Promise((resolve, reject) => {
          open.push({ resolve, reject });
        }),
    );
  return { joint, open, ask };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('JointQuestion', () => {
  it('is put once for those who ask at the same time', async () => {
    const { open, ask } = setUp();
    const answers = Promise.all([ask(), ask(), ask()]);
    await turn();
    open[0].resolve(1);

    await expect(answers).resolves.toEqual([1, 1, 1]);
    expect(open).toHaveLength(1);
  });

  it('gives nobody an answer to a question that was put before theirs', async () => {
    const { open, ask } = setUp();
    const early = ask();
    await turn();
    const late = [ask(), ask()];
    await turn();
    expect(open).toHaveLength(1);

    open[0].resolve(1);
    await early;
    await turn();
    open[1].resolve(2);

    await expect(Promise.all(late)).resolves.toEqual([2, 2]);
  });

  it('fails for those who share it alone, and is idle afterwards', async () => {
    const { joint, open, ask } = setUp();
    const failing = ask();
    await turn();
    const next = ask();
    open[0].reject(new Error('No policy'));
    await expect(failing).rejects.toThrow('No policy');
    await turn();
    open[1].resolve(2);

    await expect(next).resolves.toBe(2);
    expect(joint.isIdle).toBe(true);
  });
});
