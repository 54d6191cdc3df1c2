import { entityPage, exposureDetail } from '../__testUtils__/entityPage';
import type { EntityExposuresRecord } from '../database/records';
import { type ShownPage, ShownPages } from './ShownPages';

/** A page of one exposure without connections: two rows. */
function recordOf(): EntityExposuresRecord {
  return entityPage([exposureDetail()]);
}

function setUp(maxRows?: number) {
  const pages = new ShownPages({ maxRows });
  const made: string[] = [];
  const view = (record: EntityExposuresRecord, viewedAs: string) =>
    pages.get(record, viewedAs, async () => {
      made.push(viewedAs);
      return {} as ShownPage;
    });
  return { made, view };
}

describe('ShownPages', () => {
  it('makes a page for each who may see something else, and for a new record', async () => {
    const { made, view } = setUp();
    const record = recordOf();
    const first = await view(record, 'owner');

    expect(await view(record, 'owner')).toBe(first);
    expect(await view(record, 'reader')).not.toBe(first);
    expect(await view(recordOf(), 'owner')).not.toBe(first);
    expect(made).toEqual(['owner', 'reader', 'owner']);
  });

  it('forgets what was viewed longest ago where pages and callers are too many', async () => {
    const { made, view } = setUp(4);
    const record = recordOf();
    await view(record, 'a');
    await view(recordOf(), 'b');
    await view(record, 'a');
    await view(record, 'c');
    made.length = 0;

    await view(record, 'a');
    await view(record, 'c');
    await view(record, 'b');

    expect(made).toEqual(['b']);
  });

  it('keeps a page for sixteen callers at most, whatever room there is', async () => {
    const { made, view } = setUp();
    const record = recordOf();
    const callers = Array.from({ length: 17 }, (_, n) => `user-${n}`);
    for (const caller of callers) await view(record, caller);
    made.length = 0;

    await view(record, 'user-16');
    await view(record, 'user-0');

    expect(made).toEqual(['user-0']);
  });

  it('counts two who wait for the same page once', async () => {
    const { made, view } = setUp(2);
    const record = recordOf();
    await Promise.all([view(record, 'a'), view(record, 'a')]);
    made.length = 0;

    await view(record, 'a');

    expect(made).toEqual([]);
  });

  it('makes a page anew each time while one waits whose request is on another page', async () => {
    const { made, view } = setUp();
    const waiting = { requestId: 'r', connection: { state: 'pending' } };
    const record = recordOf();
    Object.assign(record.exposures[0], { connections: [waiting] });
    await view(record, 'a');
    await view(record, 'a');

    expect(made).toEqual(['a', 'a']);
  });
});
