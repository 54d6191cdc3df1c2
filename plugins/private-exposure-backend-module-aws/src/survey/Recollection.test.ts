import { ScopeMemory } from '../clients/ScopeMemory';
import type { Seen } from '../inspection/Seen';
import { Recollection } from './Recollection';

const MINUTE = 60_000;
const { signal } = new AbortController();
const unseen: Seen<never> = {
  type: 'unseen',
  blind: { accountId: '222233334444', message: 'Service unavailable' },
};
const seen = <Value>(value: Value): Seen<Value> => ({ type: 'seen', value });

describe('Recollection', () => {
  let memory: ScopeMemory;

  beforeEach(() => {
    jest.useFakeTimers();
    memory = new ScopeMemory();
  });
  afterEach(() => {
    memory.clear();
    jest.useRealTimers();
  });

  const nextSurvey = () => Recollection.of(memory, signal);

  it('knows nothing of what nobody saw', async () => {
    expect((await nextSurvey()).recall('a', unseen)).toBeUndefined();
  });

  it('goes by what is seen now, be it that there is nothing', async () => {
    const first = await nextSurvey();
    first.recall('a', seen('old'));
    expect(first.recall('a', seen(null))).toBeNull();

    const second = await nextSurvey();

    expect(second.recall('a', unseen)).toBeNull();
    expect(second.recall('b', unseen)).toBeUndefined();
  });

  it('recalls for a quarter of an hour after it was seen last, however often it is recalled', async () => {
    (await nextSurvey()).recall('a', seen('A'));
    const recalled: (string | undefined)[] = [];
    for (let passed = 0; passed < 20; passed += 5) {
      jest.advanceTimersByTime(5 * MINUTE);
      const survey = await nextSurvey();
      recalled.push(survey.recall<string>('a', unseen));
    }

    expect(recalled).toEqual(['A', 'A', 'A', undefined]);
  });

  it('outlives a failure for as long as surveys go on', async () => {
    (await nextSurvey()).recall('early', seen('E'));
    jest.advanceTimersByTime(20 * MINUTE);
    (await nextSurvey()).recall('late', seen('L'));
    jest.advanceTimersByTime(14 * MINUTE);

    expect((await nextSurvey()).recall('late', unseen)).toBe('L');
  });
});
