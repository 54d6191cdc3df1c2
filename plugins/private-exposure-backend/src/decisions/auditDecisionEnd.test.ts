import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { approval } from './__testUtils__/crashWorld';
import { auditDecisionEnd } from './auditDecisionEnd';
import type { ClaimedDecision, DecisionEnd } from './DecisionStore';

const decision: ClaimedDecision = {
  ...approval,
  id: 'decision-1',
  status: 'applying',
  consumer: approval.seen.consumer,
  requestedAt: '2026-03-01T10:00:00.000Z',
  attempt: 1,
  ticket: 'ticket-1',
};

/** What Backstage's own auditor gives to the log about the end of a decision. */
async function lastLine(end: DecisionEnd) {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const auditor = await ServiceFactoryTester.from(auditorServiceFactory, {
    dependencies: [logger.factory],
  }).getSubject('private-exposure');

  await auditDecisionEnd({ auditor, logger }, decision, end);

  return {
    fields: logger.child.mock.lastCall?.[0],
    line: logger.info.mock.lastCall,
  };
}

describe('auditDecisionEnd', () => {
  it.each(['superseded', 'failed', 'unconfirmed'] as const)(
    'tells that a decision ended %s and why, without a stack as if something had crashed',
    async status => {
      const message = 'Nothing was done: it is connected by now';

      const { fields, line } = await lastLine({ status, message });

      expect(fields).toMatchObject({
        eventId: 'decision-end',
        status: 'failed',
        meta: { decisionId: 'decision-1', status, message },
      });
      const [text, error] = line ?? [];
      expect(text).toBe('private-exposure.decision-end');
      expect(error).toMatchObject({ message });
      // The logger prints the stack of what it is given, if there is one.
      expect(error).not.toHaveProperty('stack');
    },
  );

  it('tells what a decision that took effect led to', async () => {
    const message = 'The connection is now connected.';

    const { line } = await lastLine({ status: 'applied', message });

    expect(line?.[1]).toMatchObject({
      status: 'succeeded',
      meta: { status: 'applied', message },
    });
  });
});
