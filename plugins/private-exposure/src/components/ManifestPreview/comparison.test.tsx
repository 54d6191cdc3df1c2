import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type {
  ManifestService,
  PrivateExposureApi,
} from '@postern/backstage-plugin-private-exposure-common';
import { deferred } from '../../__testUtils__/deferred';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { ManifestPreview } from './ManifestPreview';

const existing = {
  entityRef: 'component:default/ledger',
  cluster: 'payments-eu',
};
const added = { ...existing, exists: 'no', port: 443, targetPort: 8443 };
const place = { repository: 'acme/ledger', path: 'k8s/ledger.yaml' };

/** The Service with a load balancer, or without one. */
function found(isBalanced: boolean): ManifestService {
  const annotations = {
    'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing',
  };
  return {
    state: 'found',
    ...place,
    service: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'ledger',
        namespace: 'ledger',
        ...(isBalanced && { annotations }),
      },
      spec: {
        ports: [{ port: 443, targetPort: 8443 }],
        ...(isBalanced && {
          type: 'LoadBalancer',
          loadBalancerClass: 'service.k8s.aws/nlb',
        }),
      },
    },
  };
}

type Ask = PrivateExposureApi['getManifestService'];

async function render(
  ask: Ask | ManifestService,
  values: object = existing,
  next: object = values,
) {
  const api = new FakePrivateExposureApi();
  const asked = jest
    .spyOn<PrivateExposureApi, 'getManifestService'>(api, 'getManifestService')
    .mockImplementation(typeof ask === 'function' ? ask : async () => ask);
  function Form() {
    const [formData, setFormData] = useState(values);
    return (
      <>
        <button onClick={() => setFormData(next)}>Type on</button>
        <ManifestPreview formContext={{ formData }} />
      </>
    );
  }
  await renderPage(<Form />, { api });
  return asked;
}
const typeOn = () =>
  userEvent.click(screen.getByRole('button', { name: 'Type on' }));
const rowOf = async (setting: string) => {
  const cell = await screen.findByRole('cell', { name: setting });
  const row = within(cell.closest('tr')!);
  return row.getAllByRole('cell').map(({ textContent }) => textContent);
};

describe('the preview of a Service that is there', () => {
  it('shows what changes beside what it is now, for eyes and ears', async () => {
    const asked = await render(found(true));

    expect(await rowOf('scheme')).toEqual([
      'scheme',
      expect.stringMatching(/^internet-facing/),
      'changes to internal',
    ]);
    expect(
      screen.getAllByRole('columnheader').map(cell => cell.textContent),
    ).toEqual(['Setting', 'Now', 'After the merge']);
    expect(screen.getByText('internal').tagName).toBe('STRONG');
    expect(await rowOf('load balancer')).toEqual([
      'load balancer',
      expect.stringMatching(/^Network Load Balancer k8s-ledger-/),
      expect.stringMatching(/^Network Load Balancer k8s-ledger-/),
    ]);
    expect(screen.getByText('All else stays as it is.')).toBeVisible();
    expect(asked).toHaveBeenCalledWith(
      'component:default/ledger',
      {
        path: 'k8s/ledger.yaml',
        serviceName: 'ledger',
        serviceNamespace: 'ledger',
      },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('says that all is new of a Service without a load balancer, whose ports it knows', async () => {
    await render(found(false));

    expect(await screen.findByText(/no load balancer so far/)).toBeVisible();
    expect(screen.getByText('TCP to pods at 8443')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says what the template would refuse to change', async () => {
    await render(found(false), { ...added, port: 80 });

    expect(
      await screen.findByText(/those of the existing Service \(443\)/),
    ).toBeVisible();
  });

  it('shows what will be while it looks up what is', async () => {
    const answer = deferred<ManifestService>();
    await render(() => answer.promise);
    expect(await screen.findByText(/^Looking up what/)).toBeVisible();
    expect(screen.getByText('internal')).toBeVisible();

    answer.resolve(found(true));

    expect(await screen.findByRole('table')).toBeVisible();
    expect(screen.queryByText(/^Looking up what/)).not.toBeInTheDocument();
  });

  it.each<[ManifestService, object, RegExp]>([
    [
      { state: 'no-file', ...place },
      existing,
      /has no k8s\/ledger\.yaml .*correct/,
    ],
    [{ state: 'no-file', ...place }, added, /^A new file: acme\/ledger/],
    [
      { state: 'no-service', ...place },
      existing,
      /has no Service ledger\/ledger\. .*correct/,
    ],
    [{ state: 'no-service', ...place }, added, /^Goes into k8s\/ledger\.yaml/],
    [
      { state: 'unreadable', reason: 'invalid', ...place },
      existing,
      /not right as YAML\. Only what it will be/,
    ],
    [
      { state: 'unreadable', reason: 'no-repository' },
      added,
      /names no repository/,
    ],
  ])(
    'says why there is nothing to compare with: %j',
    async (answer, values, text) => {
      await render(answer, values);

      expect(await screen.findByText(text)).toBeVisible();
      expect(screen.getByText('internal')).toBeVisible();
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
    },
  );

  it('says that somebody may not see it', async () => {
    const refusal = await responseError(403, 'NotAllowedError', 'No');
    await render(() => Promise.reject(refusal));

    expect(await screen.findByText(/^You may not see what/)).toBeVisible();
    expect(screen.getByText('internal')).toBeVisible();
  });

  it.each<[string, Ask]>([
    ['the back end', () => Promise.reject(new Error('No network'))],
    [
      'the Git host',
      async () => ({ state: 'unreadable', reason: 'no-answer', ...place }),
    ],
  ])('asks again where %s did not answer', async (_, ask) => {
    const asked = await render(ask);
    expect(await screen.findByText(/is not known: /)).toBeVisible();
    asked.mockResolvedValueOnce(found(true));

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('asks nobody for what is in another repository', async () => {
    const asked = await render(found(true), { ...existing, place: 'other' });

    expect(await screen.findByText(/in another repository/)).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });

  it('asks nobody for a manifest without a whole Service', async () => {
    const asked = await render(found(true), {
      ...existing,
      manifestForm: 'istio-operator',
    });

    expect(
      await screen.findByRole('group', { name: 'Manifest' }),
    ).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });

  it('asks once, however much is typed', async () => {
    const asked = await render(
      found(true),
      { ...existing, crossZone: false },
      { ...existing, crossZone: true },
    );
    await screen.findByText('1 finding');

    await typeOn();

    expect(await screen.findByText('The linter finds nothing')).toBeVisible();
    expect(await screen.findByRole('table')).toBeVisible();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('never compares with what another Service is', async () => {
    const late = deferred<ManifestService>();
    await render(
      (_, { serviceName }) =>
        serviceName === 'slow' ? late.promise : Promise.resolve(found(false)),
      { ...existing, serviceName: 'slow', namespace: 'ledger' },
      existing,
    );
    await screen.findByText(/^Looking up what/);

    await typeOn();
    expect(await screen.findByText(/no load balancer so far/)).toBeVisible();
    await act(async () => late.resolve(found(true)));

    expect(screen.getByText(/no load balancer so far/)).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  afterEach(cleanup);
});
