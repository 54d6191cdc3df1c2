import { mockApis } from '@backstage/test-utils';
import { privateExposureTranslationRef } from '../../translation';
import { describeTransition } from './describeTransition';

describe('describeTransition', () => {
  const snapshot = mockApis
    .translation()
    .getTranslation(privateExposureTranslationRef);
  if (!snapshot.ready) throw new Error('English is built in');
  const { t } = snapshot;

  it.each([
    ['health-changed', 'unknown', 'ok', 'Health unknown → Healthy'],
    ['lifecycle-changed', 'provisioning', 'live', 'Provisioning → Live'],
    ['connection-state-changed', 'pending', 'connected', 'Pending → Connected'],
    ['connection-appeared', undefined, 'connected', 'Connected'],
    ['decision-requested', undefined, 'approve', 'Approve'],
    ['decision-ended', 'approve', 'superseded', 'Approve: Superseded'],
    ['grant-removed', 'arn:aws:iam::1:root', undefined, 'arn:aws:iam::1:root'],
  ] as const)('says %s from %s to %s as "%s"', (type, from, to, text) => {
    expect(describeTransition({ type, from, to }, t)).toBe(text);
  });

  it.each([
    ['connection-appeared', 'pending'],
    ['change-merged', 'merged'],
  ] as const)('leaves out what the name %s says', (type, to) => {
    expect(describeTransition({ type, to }, t)).toBeUndefined();
  });

  it('keeps a word that it does not know', () => {
    const event = { type: 'health-changed', from: 'ok', to: 'odd' } as const;

    expect(describeTransition(event, t)).toBe('Healthy → odd');
  });
});
