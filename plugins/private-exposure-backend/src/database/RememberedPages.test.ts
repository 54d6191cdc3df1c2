import { entityPage, exposureDetail } from '../__testUtils__/entityPage';
import { RememberedPages, rowsOf } from './RememberedPages';

/** A store with a version for each entity, whose pages have so many exposures without connections. */
function setUp(options: { maxRows?: number; exposures?: number } = {}) {
  const versions = new Map<string, string>();
  const reads: string[] = [];
  const time = { now: 0 };
  const pages = new RememberedPages({
    readVersions: async refs =>
      new Map(refs.map(ref => [ref, versions.get(ref) ?? '1'])),
    readPages: async refs => {
      reads.push(...refs);
      const length = options.exposures ?? 1;
      const exposures = Array.from({ length }, () => exposureDetail());
      return new Map(refs.map(ref => [ref, entityPage(exposures)]));
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
    const first = await pages.read(['a', 'b']);
    versions.set('b', '2');

    const second = await pages.read(['a', 'b', 'c']);

    expect(reads).toEqual(['a', 'b', 'b', 'c']);
    expect(second.get('a')).toBe(first.get('a'));
    expect(second.get('b')).not.toBe(first.get('b'));
  });

  it('keeps a page that changes while it is read for one question only', async () => {
    const { pages, versions, reads } = setUp();
    const reading = pages.read(['a']);
    versions.set('a', '2');
    await reading;

    await pages.read(['a']);
    await pages.read(['a']);

    expect(reads).toEqual(['a', 'a']);
  });

  it('reads again what has become old', async () => {
    const { pages, reads, time } = setUp();
    await pages.read(['a']);
    time.now = 60;
    await pages.read(['a']);
    time.now = 61;
    await pages.read(['a']);

    expect(reads).toEqual(['a', 'a']);
  });

  it('forgets what was asked for longest ago where there is no more room', async () => {
    const { pages, reads } = setUp({ maxRows: 10, exposures: 4 });
    await pages.read(['a']);
    await pages.read(['b']);
    await pages.read(['a']);
    await pages.read(['c']);

    await pages.read(['a']);
    await pages.read(['b']);

    expect(reads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps no page that is larger than all the room', async () => {
    const { pages, reads } = setUp({ maxRows: 3, exposures: 4 });
    await pages.read(['a']);
    await pages.read(['a']);

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
