import { expect, type Page } from '@playwright/test';

/** Chooses a component of the catalog in the field that asks for one. */
export async function chooseComponent(
  page: Page,
  { component, title }: { component: string; title: string },
): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Component' });
  await field.click();
  await field.fill(component);
  await page
    .getByRole('listbox')
    .getByRole('option', { name: title, exact: true })
    .click();
}

/** Chooses a component and the cluster that it is about. */
export async function chooseService(
  page: Page,
  options: { component: string; title: string; cluster: string },
): Promise<void> {
  await chooseComponent(page, options);
  await page.getByLabel('Cluster').selectOption(options.cluster);
}

/** Goes on to the form's next page. */
export async function nextPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
}

/** Starts the task of a form that is filled, without waiting for its end. */
export async function startTask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

/** Starts the task of a form on its last page, and waits until it has ended well: then it says what it does. */
export async function finishForm(
  page: Page,
  { preview }: { preview: boolean },
): Promise<void> {
  const onlyFiles = page.getByLabel('Only show me the files');
  await expect(onlyFiles).toBeVisible();
  if (preview) await onlyFiles.check();
  await startTask(page);
  await expect(
    page.getByRole('heading', { name: /^What this (change|step) does/ }),
  ).toBeVisible({ timeout: 90_000 });
}
