import { entityPage, exposureDetail } from '../__testUtils__/entityPage';
import { RememberedPages, rowsOf } from './RememberedPages';

/** A store with a version for each entity, whose pages have so many exposures without connections. */
function setUp(options: { maxRows?: number; exposures?: number } = {}) {
  const versions = new Map<string, string>();
  const reads: string[] = [];
  const time = { now: 0 };
  const pages = new RememberedPages({
    readVersion: async ref => versions.get(ref) ?? '1',
    readPage: async ref => {
      reads.push(ref);
      const length = options.exposures ?? 1;
      return entityPage(Array.from({ length }, () => exposureDetail()));
    },
    validUntil: () => time.now + 60,
    clock: () => time.now,
    maxRows: options.maxRows,
  });
  return { pages, versions, reads, time };
}

describe('RememberedPages', () => {
  it('reads only what changed', async () => {
    const { pages, versions, reads } = setUp();
    const [a, b] = [await pages.get('a'), await pages.get('b')];
    versions.set('b', '2');

    expect(await pages.get('a')).toBe(a);
    expect(await pages.get('b')).not.toBe(b);

    expect(reads).toEqual(['a', 'b', 'b']);
  });

  it('keeps a page that changes while it is read for one question only', async () => {
    const { pages, versions, reads } = setUp();
    const reading = pages.get('a');
    versions.set('a', '2');
    await reading;

    await pages.get('a');
    await pages.get('a');

    expect(reads).toEqual(['a', 'a']);
  });

  it('reads again what has become old', async () => {
    const { pages, reads, time } = setUp();
    await pages.get('a');
    time.now = 60;
    await pages.get('a');
    time.now = 61;
    await pages.get('a');

    expect(reads).toEqual(['a', 'a']);
  });

  it('forgets what was asked for longest ago where there is no more room', async () => {
    const { pages, reads } = setUp({ maxRows: 10, exposures: 4 });
    await pages.get('a');
    await pages.get('b');
    await pages.get('a');
    await pages.get('c');

    await pages.get('a');
    await pages.get('b');

    expect(reads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps no page that is larger than all the room', async () => {
    const { pages, reads } = setUp({ maxRows: 3, exposures: 4 });
    await pages.get('a');
    await pages.get('a');

    expect(reads).toEqual(['a', 'a']);
  });
});

describe('rowsOf', () => {
  it('counts everything that a page grows with', () => {
    const exposure = {
      connections: [{}, {}],
      hops: [{}, {}, {}],
      grants: [{}],
      findings: [{}],
    };
    const page = {
      exposures: [exposure, exposure],
      ...{ conflicts: [{}], changes: [{}, {}], latestDecisions: [{}] },
    };

    expect(rowsOf(page)).toBe(1 + 2 * 8 + 4);
  });
});
