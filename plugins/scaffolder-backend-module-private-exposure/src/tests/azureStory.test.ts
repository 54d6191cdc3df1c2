import { readRequestId } from '@postern/backstage-plugin-private-exposure-common';
import type { JsonObject } from '@backstage/types';
import { demoAzure, demoLinkServiceId } from 'sandbox';
import { portalView } from '../__testUtils__/portalView';
import { startPortal } from '../__testUtils__/startPortal';

// Git, a database and several servers start; a busy machine takes its time.
jest.setTimeout(300_000);

/** What the forms hold when nobody touches them. */
const defaults: JsonObject = { place: 'own', preview: false };
const exposeDefaults: JsonObject = {
  ...defaults,
  cluster: demoAzure.cluster,
  entityRef: 'component:default/parcels',
  manifestForm: 'service',
  exists: 'yes',
  autoApproval: [],
  fqdns: [],
  addressCount: 1,
  addresses: [],
  proxyProtocol: false,
};
const publishDefaults: JsonObject = {
  ...defaults,
  cluster: demoAzure.cluster,
  entityRef: 'component:default/parcels',
  hostName: 'parcels.acme.example',
  protocol: 'http',
  port: 80,
  probePath: '/',
  resourceGroup: demoAzure.resourceGroup,
  patterns: ['/*'],
  domain: 'default',
  infrastructure: 'terraform',
};
const id = demoLinkServiceId('parcels');

describe('the templates for Azure, from the form to the cloud', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let frontDoorRequest: JsonObject['requestId'];

  const link = () => portal.azure.privateLinkServices.services.get(id);
  const connections = () => portal.azure.connections.listOf(id);
  const lastChange = () => portal.changes.at(-1) as JsonObject;

  beforeAll(async () => {
    portal = await startPortal({ view: () => portalView([]) });
  });

  afterAll(() => portal?.stop());

  async function runAndMerge(template: string, values: JsonObject) {
    const { status, output, log } = await portal.run(template, values);
    if (status !== 'completed') throw new Error(log);
    const request = output.links?.find(({ title }) => title === 'Pull request');
    return portal.merge(request?.url ?? `no pull request: ${log}`);
  }

  it('exposes parcels: an internal load balancer and a private link service appear', async () => {
    expect(link()).toBeUndefined();

    const { url } = await runAndMerge('expose-azure-private-link', {
      ...exposeDefaults,
      audience: 'everybody',
      linkSubnet: demoAzure.subnets.privateLink,
    });

    expect(lastChange()).toMatchObject({
      entityRef: 'component:default/parcels',
      kind: 'azure-private-link-service',
      purpose: 'expose',
      url,
    });
    expect(link()).toMatchObject({
      visibility: ['*'],
      tags: { 'k8s-azure-owner-service': 'parcels/parcels' },
    });
  });

  it('opens nothing the second time, for there is nothing to change', async () => {
    const { status, output } = await portal.run('expose-azure-private-link', {
      ...exposeDefaults,
      audience: 'everybody',
      linkSubnet: demoAzure.subnets.privateLink,
    });

    expect(status).toBe('completed');
    expect(output.links?.map(({ title }) => title)).toEqual([
      'Private exposure of the component',
    ]);
  });

  it('publishes it through Front Door, whose connection carries the id of the tracked change', async () => {
    await runAndMerge('publish-azure-front-door', publishDefaults);

    const [connection] = connections();
    expect(connection).toMatchObject({ status: 'Pending' });
    frontDoorRequest = lastChange().requestId;
    expect(readRequestId(connection.description)).toBe(frontDoorRequest);
    expect(lastChange()).toMatchObject({
      kind: 'azure-front-door',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('asks with the same words when the template runs again', async () => {
    const again = await portal.run('publish-azure-front-door', publishDefaults);

    expect(again.status).toBe('completed');
    expect(again.output.links).toHaveLength(1);
    expect(connections()).toHaveLength(1);
  });

  const withdraw = (step: string, more: JsonObject = {}) =>
    runAndMerge('withdraw-azure-exposure', {
      ...defaults,
      ...{ entityRef: 'component:default/parcels', step, consumersTold: true },
      ...{ manifestForm: 'service', ...more },
    });

  it('connects storefront’s network to it by its alias: the endpoint waits, with an id of its own', async () => {
    await runAndMerge('connect-azure-private-service', {
      ...defaults,
      cluster: demoAzure.cluster,
      entityRef: 'component:default/storefront',
      resourceGroup: demoAzure.resourceGroup,
      service: String(link()?.alias),
      named: 'yes',
      zone: 'internal.acme.example',
      record: 'parcels',
      infrastructure: 'terraform',
    });

    expect(lastChange()).toMatchObject({
      entityRef: 'component:default/storefront',
      purpose: 'consume',
    });
    const found = connections().find(
      ({ description }) =>
        readRequestId(description) === lastChange().requestId,
    );
    expect(found).toMatchObject({ status: 'Pending' });
    expect(connections()).toHaveLength(2);
  });

  it('lets nobody new in, and keeps the service and who is connected', async () => {
    await withdraw('close');

    expect(link()).toMatchObject({ visibility: [] });
    expect(connections()).toHaveLength(2);
  });

  it('keeps the load balancer while Front Door points to it', async () => {
    await expect(
      withdraw('remove-load-balancer', { cutOffConsumers: true }),
    ).rejects.toThrow("do the step 'remove-front-door' first");
  });

  it('takes it off the Internet, then away', async () => {
    const isFrontDoors = ({ description }: { description: string }) =>
      readRequestId(description) === frontDoorRequest;
    expect(connections().some(isFrontDoors)).toBe(true);

    await withdraw('remove-front-door');
    const left = connections().filter(({ status }) => status === 'Pending');
    expect(left.some(isFrontDoors)).toBe(false);
    await withdraw('remove-load-balancer', { cutOffConsumers: true });

    expect(link()).toBeUndefined();
    expect(portal.changes.map(change => (change as JsonObject).kind)).toEqual([
      'azure-private-link-service',
      'azure-front-door',
      'azure-private-link-service',
      'azure-private-link-service',
      'azure-front-door',
      'azure-private-link-service',
    ]);
  });
});
