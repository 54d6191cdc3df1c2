import { mapWithLimit } from './mapWithLimit';

/** Work that ends when the test says so. */
function heldWork() {
  const open = new Map<number, { end: () => void; fail: () => void }>();
  const work = (item: number) =>
    new Promise<string>((resolve, reject) => {
      open.set(item, {
        end: () => resolve(`done ${item}`),
        fail: () => reject(new Error(`failed ${item}`)),
      });
    });
  return { open, work };
}
const turn = () => new Promise(setImmediate);

describe('mapWithLimit', () => {
  it('works on a few at a time, and keeps the order', async () => {
    const { open, work } = heldWork();
    const all = mapWithLimit([0, 1, 2], 2, work);

    expect([...open.keys()]).toEqual([0, 1]);
    open.get(1)?.end();
    await turn();
    expect([...open.keys()]).toEqual([0, 1, 2]);
    open.get(2)?.end();
    open.get(0)?.end();

    expect(await all).toEqual(['done 0', 'done 1', 'done 2']);
  });

  it('begins nothing more once something failed', async () => {
    const { open, work } = heldWork();
    const all = mapWithLimit([0, 1, 2], 2, work);

    open.get(0)?.fail();
    await expect(all).rejects.toThrow('failed 0');
    open.get(1)?.end();
    await turn();

    expect([...open.keys()]).toEqual([0, 1]);
  });
});
