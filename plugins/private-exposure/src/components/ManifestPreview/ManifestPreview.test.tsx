import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type {
  Cluster,
  PrivateExposureApi,
} from '@postern/backstage-plugin-private-exposure-common';
import { cluster } from '../../__fixtures__/cluster';
import { deferred } from '../../__testUtils__/deferred';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { ManifestPreview } from './ManifestPreview';

const chosen = {
  entityRef: 'component:default/ledger',
  cluster: 'payments-eu',
};
const newService = { ...chosen, exists: 'no', port: 443, targetPort: 8443 };

/** The form around the field: its values, and a button that goes on with other ones. */
function Form(props: {
  values: object;
  next?: object;
  uiSchema?: object;
  registry?: object;
}) {
  const { values, next, ...field } = props;
  const [formData, setFormData] = useState(values);
  return (
    <>
      <button onClick={() => next && setFormData(next)}>Type on</button>
      <ManifestPreview formContext={{ formData }} {...field} />
    </>
  );
}

const typeOn = () =>
  userEvent.click(screen.getByRole('button', { name: 'Type on' }));
const manifest = () => screen.findByRole('group', { name: 'Manifest' });
const render = (
  form: Parameters<typeof Form>[0],
  api = new FakePrivateExposureApi(),
) => renderPage(<Form {...form} />, { api });

describe('ManifestPreview', () => {
  it('shows the manifest, what it becomes, and what the linter finds, until that is put right', async () => {
    await render({
      values: { ...newService, crossZone: false },
      next: { ...newService, crossZone: true },
    });

    expect(await manifest()).toHaveTextContent('loadBalancerClass');
    expect(screen.getByText('TCP to pods at 8443')).toBeVisible();
    expect(screen.getByText('1 finding')).toBeVisible();
    expect(
      within(screen.getByRole('list')).getByText(/Cross-zone .* is off/),
    ).toBeVisible();
    expect(screen.getByText(/^k8s\/ledger\.yaml:\d+$/)).toBeVisible();

    await typeOn();

    expect(await screen.findByText('The linter finds nothing')).toBeVisible();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('says what to choose before there is anything to show', async () => {
    await render({ values: {}, next: chosen });
    expect(screen.getByText(/^Choose a component and a cluster/)).toBeVisible();

    await typeOn();

    expect(await manifest()).toHaveTextContent('name: ledger');
    expect(
      screen.getByText(/^These settings go into what the manifest has/),
    ).toBeVisible();
  });

  it('names the field that is not right yet, as the form calls it', async () => {
    await render({
      values: { ...newService, namespace: 'Not This' },
      registry: {
        rootSchema: { properties: { namespace: { title: 'Where it runs' } } },
      },
    });

    expect(await screen.findByText('Where it runs')).toBeVisible();
    expect(screen.getByRole('note')).toHaveTextContent("not 'Not This'");
  });

  it('names the field to correct, and none that only follows from it', async () => {
    await render({ values: { ...newService, serviceName: 'Payments API' } });

    const fields = within(await screen.findByRole('note')).getAllByRole(
      'listitem',
    );
    expect(fields.map(field => field.textContent)).toEqual([
      expect.stringMatching(/^serviceName must be a Service name/),
    ]);
  });

  it('says why it has nothing to show, and tries again', async () => {
    const api = new FakePrivateExposureApi();
    const getCluster = jest
      .spyOn(api, 'getCluster')
      .mockRejectedValueOnce(new Error('The network is away'));
    await render({ values: chosen }, api);
    expect(await screen.findByRole('note')).toHaveTextContent(
      'The network is away',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await manifest()).toBeVisible();
    expect(getCluster).toHaveBeenCalledTimes(2);
  });

  it('says that somebody may not see the cluster', async () => {
    const api = new FakePrivateExposureApi();
    jest
      .spyOn(api, 'getCluster')
      .mockRejectedValue(await responseError(403, 'NotAllowedError', 'No'));
    await render({ values: chosen }, api);

    expect(await screen.findByRole('note')).toHaveTextContent(
      'you may not see what the cluster is like',
    );
  });

  it('asks for a cluster once, however much is typed', async () => {
    const api = new FakePrivateExposureApi();
    const getCluster = jest.spyOn(api, 'getCluster');
    await render(
      { values: newService, next: { ...newService, port: 8080 } },
      api,
    );
    await manifest();

    await typeOn();

    expect(await screen.findByText('listener 8080')).toBeVisible();
    expect(getCluster).toHaveBeenCalledTimes(1);
  });

  it('shows what was typed last, however late an earlier answer comes', async () => {
    const api = new FakePrivateExposureApi();
    const late = deferred<Cluster>();
    const asked: (AbortSignal | undefined)[] = [];
    jest
      .spyOn<PrivateExposureApi, 'getCluster'>(api, 'getCluster')
      .mockImplementation((name, options) => {
        asked.push(options?.signal);
        return name === 'slow'
          ? late.promise
          : Promise.resolve({ ...cluster, name });
      });
    await render(
      { values: { ...newService, cluster: 'slow' }, next: newService },
      api,
    );
    await waitFor(() => expect(asked).toHaveLength(1));

    await typeOn();
    expect(await screen.findByText(/^subnet-0222/)).toBeVisible();
    await act(async () =>
      late.resolve({
        name: 'slow',
        profile: { ...cluster.profile, subnets: [{ id: 'subnet-99999999' }] },
      }),
    );

    expect(asked.map(signal => signal?.aborted)).toEqual([true, false]);
    expect(screen.getByText(/^subnet-0222/)).toBeVisible();
    expect(screen.queryByText(/subnet-9999/)).not.toBeInTheDocument();
  });

  it('never shows what another cluster would make of it', async () => {
    await render({ values: chosen, next: { ...chosen, cluster: 'nowhere' } });
    await manifest();

    await typeOn();

    expect(
      screen.queryByRole('group', { name: 'Manifest' }),
    ).not.toBeInTheDocument();
    expect(await screen.findByRole('note')).toHaveTextContent('nowhere');
  });

  it('reads the parameters of a template by their own names, and what it assumes of later pages', async () => {
    await render({
      values: { component: 'default/ledger', where: 'payments-eu' },
      uiSchema: {
        'ui:options': {
          parameters: { entityRef: 'component', cluster: 'where' },
          assume: { inboundRulesOnPrivateLinkTraffic: 'off' },
        },
      },
    });

    expect(await manifest()).toHaveTextContent(
      'inbound-sg-rules-on-private-link-traffic: "off"',
    );
  });

  it('shows the Ingress of a template that writes one, and names its fields as the form does', async () => {
    const ingress = { 'ui:options': { kind: 'aws-load-balancer' } };
    const values = { ...chosen, exists: 'yes', port: 80 };
    const api = new FakePrivateExposureApi();
    const subnets = [1, 2].map(zone => ({
      id: `subnet-0222000${zone}`,
      zoneId: `euw1-az${zone}`,
    }));
    jest.spyOn(api, 'getCluster').mockResolvedValue({
      ...cluster,
      profile: { ...cluster.profile, subnets },
    });
    await render(
      {
        values,
        next: { ...values, host: 'Not A Host' },
        uiSchema: ingress,
        registry: { rootSchema: { properties: { host: { title: 'Name' } } } },
      },
      api,
    );

    expect(await manifest()).toHaveTextContent('kind: Ingress');
    expect(screen.getByText('What the Ingress becomes')).toBeVisible();
    expect(screen.getByText(/^The Ingress goes beside/)).toBeVisible();
    expect(screen.queryByText(/^Endpoint service/)).not.toBeInTheDocument();

    await typeOn();

    expect(await screen.findByText('Name')).toBeVisible();
  });

  it('shows what each way of a publication writes, and names its fields as the form does', async () => {
    const publication = { 'ui:options': { kind: 'aws-cloudfront' } };
    const values = { ...chosen, hostName: 'ledger.acme.example', port: 80 };
    const api = new FakePrivateExposureApi();
    jest.spyOn(api, 'getCluster').mockResolvedValue({
      ...cluster,
      profile: { ...cluster.profile, vpcId: 'vpc-02222000000000002' },
    });
    await render(
      {
        values,
        next: {
          ...{ ...values, exists: 'no', targetPort: 8080, way: 'entrance' },
          ...{ entranceName: 'lb.acme.example', routeForm: 'gateway-api' },
          ...{ gatewayName: 'public', gatewayNamespace: 'edge' },
        },
        uiSchema: publication,
      },
      api,
    );

    expect(await manifest()).toHaveTextContent('name: ledger-cloudfront');
    expect(screen.getByText('What the Ingress becomes')).toBeVisible();
    expect(screen.getByText(/the template refuses to change it/)).toBeVisible();

    await typeOn();

    const route = await screen.findByRole('group', {
      name: 'Manifest of the route',
    });
    expect(route).toHaveTextContent('kind: HTTPRoute');
    expect(await manifest()).toHaveTextContent('kind: Service');
    expect(screen.queryByText(/becomes$/)).not.toBeInTheDocument();
  });

  it('compares the Network Load Balancer of a publication with the Service that is there', async () => {
    const api = new FakePrivateExposureApi();
    jest.spyOn(api, 'getCluster').mockResolvedValue({
      ...cluster,
      profile: { ...cluster.profile, vpcId: 'vpc-02222000000000002' },
    });
    const getService = jest.spyOn(api, 'getManifestService');
    const values = {
      ...{ ...chosen, exists: 'yes', port: 443, way: 'network' },
      hostName: 'ledger.acme.example',
    };
    await render(
      {
        values,
        next: { ...values, hostName: 'Not A Host' },
        uiSchema: { 'ui:options': { kind: 'aws-cloudfront' } },
        registry: {
          rootSchema: { properties: { hostName: { title: 'Name' } } },
        },
      },
      api,
    );

    expect(await manifest()).toHaveTextContent('kind: Service');
    expect(screen.getByText(/^These settings go into/)).toBeVisible();
    expect(getService).toHaveBeenCalledWith(
      'component:default/ledger',
      expect.objectContaining({ path: 'k8s/ledger.yaml' }),
      expect.anything(),
    );

    await typeOn();

    expect(await screen.findByText('Name')).toBeVisible();
  });

  it('says that it has no preview of what a template asks for', async () => {
    const uiSchema = { 'ui:options': { kind: 'aws-gateway' } };
    await render({ values: newService, uiSchema });

    expect(await screen.findByRole('note')).toHaveTextContent(
      'preview of aws-gateway, which this portal has none of',
    );
  });

  afterEach(cleanup);
});
