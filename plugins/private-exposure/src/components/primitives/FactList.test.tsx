import { screen } from '@testing-library/react';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { FactList } from './FactList';

const inDays = (days: number) =>
  new Date(Date.now() + (days + 0.5) * 86_400_000).toISOString();

describe('FactList', () => {
  it('says when something ends that is good for a while, and when several do', async () => {
    const facts = [
      { label: 'Certificate good until', value: inDays(20) },
      { label: 'Good until', value: `${inDays(-3)}, ${inDays(10)}` },
    ];
    await renderPage(<FactList facts={facts} />, {
      api: new FakePrivateExposureApi(),
    });

    expect(screen.getByText('in 20 days')).toBeVisible();
    expect(screen.getByText('2 days ago')).toBeVisible();
    expect(screen.getByText('in 10 days')).toBeVisible();
  });

  it('leaves prose that speaks of a moment as it is', async () => {
    const value = 'renewed 2026-11-21T08:00:00Z';
    await renderPage(<FactList facts={[{ label: 'State', value }]} />, {
      api: new FakePrivateExposureApi(),
    });

    expect(screen.getByText(value)).toBeVisible();
  });
});
