import { mockApis } from '@backstage/test-utils';
import { aDecision } from '../../__fixtures__/decisions';
import { aConnection } from '../../__fixtures__/exposures';
import { privateExposureTranslationRef } from '../../translation';
import type { Texts } from '../../hooks/useTexts';
import { describeOutcome } from './describeOutcome';

function englishTexts(): Texts {
  const snapshot = mockApis
    .translation()
    .getTranslation(privateExposureTranslationRef);
  if (!snapshot.ready) throw new Error('English is built in');
  return snapshot.t;
}

describe('describeOutcome', () => {
  const t = englishTexts();
  const at = '2026-11-21T09:00:00Z';

  it('says the new state of an applied decision', () => {
    const decision = aDecision({
      status: 'applied',
      after: { at, found: true, state: 'connecting' },
    });

    expect(describeOutcome(decision, aConnection(), t)).toEqual({
      severity: 'success',
      text: 'Approved. State now: Connecting.',
      differences: [],
    });
  });

  it('says what differed when nothing was done', () => {
    const decision = aDecision({
      status: 'superseded',
      message: 'The endpoint is another one.',
      before: {
        at,
        found: true,
        state: 'connected',
        consumer: {
          account: '444455556666',
          region: 'eu-west-1',
          endpointId: 'vpce-0other',
        },
      },
    });

    expect(describeOutcome(decision, aConnection(), t)).toEqual({
      severity: 'warning',
      text: 'Nothing was done: the connection is not what it was when you decided.',
      differences: [
        'Current state: seen Pending, now Connected',
        'Endpoint: seen vpce-0a11ce0000000001, now vpce-0other',
      ],
    });
  });

  it('says that the connection is gone', () => {
    const decision = aDecision({
      status: 'superseded',
      before: { at, found: false },
    });

    expect(describeOutcome(decision, aConnection(), t).differences).toEqual([
      'The connection no longer exists in the cloud.',
    ]);
  });

  it('leaves it to the backend to say a difference that is not in its reading', () => {
    const decision = aDecision({
      status: 'superseded',
      message: 'Nothing was done: somebody decided before.',
    });

    expect(describeOutcome(decision, aConnection(), t)).toEqual({
      severity: 'warning',
      text: 'Nothing was done: somebody decided before.',
      differences: [],
    });
  });

  it('keeps a refusal of the cloud and a missing effect apart', () => {
    const failed = aDecision({
      status: 'failed',
      message: 'The cloud refused: InvalidState',
    });
    const unconfirmed = aDecision({ status: 'unconfirmed' });

    expect(describeOutcome(failed, aConnection(), t)).toEqual({
      severity: 'error',
      text: 'The cloud refused: InvalidState',
      differences: [],
    });
    expect(describeOutcome(unconfirmed, aConnection(), t)).toEqual({
      severity: 'warning',
      text: 'The cloud took the request, but its effect did not show in time.',
      differences: [],
    });
  });
});
