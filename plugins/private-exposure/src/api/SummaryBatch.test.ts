import type { EntitySummary } from '@postern/backstage-plugin-private-exposure-common';
import { SummaryBatch } from './SummaryBatch';

function summaryOf(entityRef: string): EntitySummary {
  return { entityRef, exposures: [], openChanges: 0, conflicts: 0 };
}

describe('SummaryBatch', () => {
  function setUp() {
    const requests: string[][] = [];
    const batch = new SummaryBatch(async refs => {
      requests.push(refs);
      return refs.map(summaryOf);
    });
    return { batch, requests };
  }

  it('joins what is asked for within one tick into one request, each ref once', async () => {
    const { batch, requests } = setUp();

    const answers = await Promise.all([
      batch.load(['component:default/a']),
      batch.load(['component:default/b', 'component:default/a']),
    ]);

    expect(requests).toEqual([['component:default/a', 'component:default/b']]);
    expect(answers.map(items => items.map(item => item.entityRef))).toEqual([
      ['component:default/a'],
      ['component:default/a', 'component:default/b'],
    ]);
  });

  it('splits more than a hundred refs', async () => {
    const { batch, requests } = setUp();
    const refs = Array.from(
      { length: 230 },
      (_, i) => `component:default/${i}`,
    );

    const answer = await batch.load(refs);

    expect(requests.map(request => request.length)).toEqual([100, 100, 30]);
    expect(answer).toHaveLength(230);
  });

  it('asks anew after an answer, also after a failure', async () => {
    let failures = 1;
    const batch = new SummaryBatch(async refs => {
      failures -= 1;
      if (failures >= 0) throw new Error('The backend is away');
      return refs.map(summaryOf);
    });

    await expect(batch.load(['component:default/a'])).rejects.toThrow(
      'The backend is away',
    );
    await expect(batch.load(['component:default/a'])).resolves.toEqual([
      summaryOf('component:default/a'),
    ]);
  });
});
