import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Cluster } from '@postern/backstage-plugin-private-exposure-common';
import { deferred } from '../../__testUtils__/deferred';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { ClusterPicker } from './ClusterPicker';
import type { ClusterPickerProps } from './ClusterPickerProps';

const clusters: Cluster[] = [
  {
    name: 'payments-eu',
    profile: { accountId: '222233334444', region: 'eu-west-1' },
  },
  {
    name: 'search-weu',
    profile: { cloud: 'azure', location: 'westeurope' },
  },
];

async function render(
  props: Partial<ClusterPickerProps> = {},
  api = new FakePrivateExposureApi({ clusters }),
) {
  const onChange = jest.fn();
  await renderPage(
    <ClusterPicker onChange={onChange} idSchema={{ $id: 'c' }} {...props} />,
    { api },
  );
  return onChange;
}

const select = () => screen.findByRole('combobox', { name: 'Cluster' });
const offered = async () =>
  within(await select())
    .getAllByRole('option')
    .map(option => option.textContent)
    .filter(Boolean);
const refusing = (error: Error) => {
  const api = new FakePrivateExposureApi();
  jest.spyOn(api, 'listClusters').mockRejectedValueOnce(error);
  return api;
};

describe('ClusterPicker', () => {
  it('offers the clusters of the configuration and reports the choice', async () => {
    const onChange = await render();

    expect(await offered()).toEqual([
      'payments-eu (222233334444, eu-west-1)',
      'search-weu (westeurope)',
    ]);
    await userEvent.selectOptions(await select(), 'payments-eu');

    expect(onChange).toHaveBeenCalledWith('payments-eu');
  });

  it.each([
    ['its enum', { schema: { enum: ['retired', 'search-weu'] } }],
    ['its cloud', { uiSchema: { 'ui:options': { cloud: 'azure' } } }],
  ])('lets a template narrow them by %s', async (_, props) => {
    await render(props);

    expect(await offered()).toEqual(['search-weu (westeurope)']);
  });

  it('waits for them, and keeps what was chosen', async () => {
    const api = new FakePrivateExposureApi();
    const answer = deferred<Cluster[]>();
    jest.spyOn(api, 'listClusters').mockReturnValue(answer.promise);
    await render({ formData: 'payments-eu' }, api);
    expect(await select()).toBeDisabled();
    expect(await select()).toHaveValue('payments-eu');
    expect(screen.getByText('Looking up the clusters…')).toBeVisible();

    answer.resolve(clusters);

    expect(
      await screen.findByText('payments-eu (222233334444, eu-west-1)'),
    ).toBeVisible();
    expect(await select()).toBeEnabled();
  });

  it('keeps showing a value that is not offered, and says what is wrong with it', async () => {
    await render({ formData: 'retired' });

    expect(
      await screen.findByText(/^‘retired’ is not offered here/),
    ).toBeVisible();
    expect(await select()).toHaveValue('retired');
    expect(await select()).toBeInvalid();
  });

  it('takes a typed name when the list fails, and tries again', async () => {
    const api = refusing(new Error('The network is away'));
    const onChange = await render({}, api);
    expect(await screen.findByRole('note')).toHaveTextContent(
      'The network is away',
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Cluster' }), 'p');
    expect(onChange).toHaveBeenCalledWith('p');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await offered()).toContain('payments-eu (222233334444, eu-west-1)');
  });

  it('takes a typed name from whom the list is kept', async () => {
    await render(
      {},
      refusing(await responseError(403, 'NotAllowedError', 'No')),
    );

    expect(await screen.findByRole('note')).toHaveTextContent(
      'You may not see the clusters.',
    );
    expect(screen.getByRole('textbox', { name: 'Cluster' })).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it.each([
    [new Error('Gone'), 'could not be looked up: Gone'],
    ['forbidden' as const, 'You may not see which of them have a profile.'],
  ])(
    'offers a template’s own list when there is no other (%s)',
    async (why, text) => {
      const error =
        why === 'forbidden'
          ? await responseError(403, 'NotAllowedError', 'No')
          : why;
      await render({ schema: { enum: ['payments-eu'] } }, refusing(error));

      expect(await screen.findByText(new RegExp(text))).toBeVisible();
      expect(await offered()).toEqual(['payments-eu']);
    },
  );

  it.each([
    ['nothing is configured', [], /^No cluster has a profile yet/],
    ['a template takes none of them', clusters, /^None of the clusters/],
  ])('says so when %s', async (_, known, text) => {
    await render(
      { uiSchema: { 'ui:options': { clusters: ['retired'] } } },
      new FakePrivateExposureApi({ clusters: known }),
    );

    expect(await screen.findByRole('note')).toHaveTextContent(text);
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });
});
