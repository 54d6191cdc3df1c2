import { screen } from '@testing-library/react';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { PreviewBoundary } from './PreviewBoundary';

function Unloadable(): never {
  throw new Error('Loading chunk 7 failed');
}

describe('PreviewBoundary', () => {
  it('leaves the form as it is when the preview breaks, and says why', async () => {
    // React tells the console of what a boundary catches.
    jest.spyOn(console, 'error').mockImplementation(() => {});

    await renderPage(
      <>
        <label>
          Port <input />
        </label>
        <PreviewBoundary>
          <Unloadable />
        </PreviewBoundary>
      </>,
      { api: new FakePrivateExposureApi() },
    );

    expect(screen.getByLabelText('Port')).toBeVisible();
    expect(screen.getByRole('note')).toHaveTextContent(
      'The preview can’t be shown. The template works without it.Loading chunk 7 failed',
    );
  });
});
