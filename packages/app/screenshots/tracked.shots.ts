import { expect, test } from '@playwright/test';
import { fillExposeForm, story } from '../e2e-tests/exposeForm';
import { Camera } from './Camera';

test('a pull request in which the linter found something', async ({
  browser,
}) => {
  const camera = new Camera(browser);
  const mira = await camera.openAs('Mira');
  await fillExposeForm(mira, { preview: false, crossZone: false });
  await mira.goto(
    `/catalog/default/component/${story.component}/private-exposure`,
  );
  await expect(mira.getByText('1 finding in')).toBeVisible();
  // Further down than a picture of the whole page goes, once the service is live.
  const part = mira.getByRole('region', { name: 'Pull requests' });
  await camera.take(mira, 'tab-findings', { part });
  await mira.context().close();
});
