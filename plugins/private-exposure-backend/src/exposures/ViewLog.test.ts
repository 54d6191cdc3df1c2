import { mockServices } from '@backstage/backend-test-utils';
import { waitFor } from '../__testUtils__/waitFor';
import { ViewLog } from './ViewLog';

/** A log whose writes are kept, and fail where told. */
function setUp() {
  const time = { now: 0 };
  const written: string[][] = [];
  const store = { fails: false };
  const views = ViewLog.create({
    store: {
      touchViewed: async ids => {
        written.push([...ids]);
        if (store.fails) throw new Error('No database');
      },
    },
    changes: { lookSoon: async () => undefined },
    logger: mockServices.logger.mock(),
    clock: () => time.now,
  });
  const flushed = (count: number) =>
    waitFor(async () => written.length === count);
  return { views, time, written, store, flushed };
}

describe('ViewLog', () => {
  it('notes what is viewed once a minute, many at once', async () => {
    const { views, time, written, flushed } = setUp();
    views.add(['a']);
    views.add(['a', 'b']);
    await flushed(1);
    time.now = 59_999;
    views.add(['a', 'b', 'c']);
    await flushed(2);
    time.now = 60_000;
    views.add(['a', 'c']);
    await flushed(3);

    expect(written).toEqual([['a', 'b'], ['c'], ['a']]);
  });

  it('notes again what could not be written', async () => {
    const { views, written, store, flushed } = setUp();
    store.fails = true;
    views.add(['a']);
    await flushed(1);
    store.fails = false;
    await waitFor(async () => {
      views.add(['a']);
      return written.length === 2;
    });

    expect(written).toEqual([['a'], ['a']]);
  });
});
