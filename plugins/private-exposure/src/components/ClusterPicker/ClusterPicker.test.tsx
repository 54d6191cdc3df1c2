import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
import { ClusterPicker } from './ClusterPicker';

describe('ClusterPicker', () => {
  it('offers the clusters of the template and reports the choice', async () => {
    const onChange = jest.fn();
    await renderInTestApp(
      <ClusterPicker
        onChange={onChange}
        idSchema={{ $id: 'cluster' }}
        uiSchema={{
          'ui:options': {
            clusters: [{ name: 'payments-eu', title: 'Payments' }],
          },
        }}
      />,
    );

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Cluster' }),
      'Payments',
    );

    expect(onChange).toHaveBeenCalledWith('payments-eu');
  });

  it('says what is missing when a template offers none', async () => {
    await renderInTestApp(<ClusterPicker onChange={() => {}} />);

    expect(screen.getByRole('alert')).toHaveTextContent(
      'Set ui:options.clusters or an enum in the template.',
    );
  });

  it('keeps showing a value that is no longer offered', async () => {
    await renderInTestApp(
      <ClusterPicker
        formData="retired"
        onChange={() => {}}
        idSchema={{ $id: 'cluster' }}
        schema={{ title: 'Where', ...{ enum: ['payments-eu'] } }}
      />,
    );

    expect(screen.getByRole('combobox', { name: 'Where' })).toHaveValue(
      'retired',
    );
  });
});
