import { screen } from '@testing-library/react';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { RelativeTime } from './RelativeTime';

const inSeconds = (seconds: number) =>
  new Date(Date.now() + seconds * 1_000).toISOString();

describe('RelativeTime', () => {
  it.each([
    { is: 'seen a while ago', at: -120, isAhead: false, text: '2 minutes ago' },
    { is: 'seen by a faster clock', at: 26, isAhead: false, text: 'just now' },
    {
      is: 'to come',
      at: 40 * 24 * 3_600,
      isAhead: false,
      text: 'in 1 month',
    },
    { is: 'planned', at: 3 * 3_600 + 60, isAhead: true, text: 'in 3 hours' },
    { is: 'due', at: -20, isAhead: true, text: 'any moment' },
  ])('says "$text" of what is $is', async ({ at, isAhead, text }) => {
    await renderPage(<RelativeTime at={inSeconds(at)} isAhead={isAhead} />, {
      api: new FakePrivateExposureApi(),
    });

    expect(screen.getByText(text)).toBeVisible();
  });
});
