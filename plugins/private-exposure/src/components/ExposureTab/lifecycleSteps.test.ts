import { aChange } from '../../__fixtures__/changes';
import { anExposure } from '../../__fixtures__/exposures';
import { lifecycleSteps } from './lifecycleSteps';

const domain = { domain: 'k.acme.example' };

describe('lifecycleSteps', () => {
  it.each([
    ['open', 'review'],
    ['merged', 'provisioning'],
  ] as const)('a change that is %s is at %s', (state, current) => {
    expect(lifecycleSteps({ change: aChange({ state }) })).toEqual({
      steps: ['review', 'provisioning', 'domain', 'live'],
      current,
    });
  });

  it('waits for the TXT record while the domain is not verified', () => {
    const exposure = anExposure('webhooks', {
      domain: { ...domain, state: 'pending' },
    });

    expect(lifecycleSteps({ exposure }).current).toBe('domain');
  });

  it('is live with a verified domain, and without any', () => {
    const verified = anExposure('webhooks', {
      domain: { ...domain, state: 'verified' },
    });

    expect(lifecycleSteps({ exposure: verified }).current).toBe('live');
    expect(lifecycleSteps({ exposure: anExposure('ledger') })).toEqual({
      steps: ['review', 'provisioning', 'live'],
      current: 'live',
    });
  });

  it('is provisioning before it is anything else', () => {
    const exposure = anExposure('webhooks', {
      lifecycle: 'provisioning',
      domain: { ...domain, state: 'pending' },
    });

    expect(lifecycleSteps({ exposure }).current).toBe('provisioning');
  });
});
