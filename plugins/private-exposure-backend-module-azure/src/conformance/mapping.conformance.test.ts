import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { mockServices } from '@backstage/backend-test-utils';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { answeringClients } from '../__testUtils__/answeringClients';
import {
  type Payload,
  readFailures,
  readPayloads,
} from '../__testUtils__/readPayloads';
import { checkAnswer } from '../clients/checkAnswer';
import { isNotFound } from '../clients/errors';
import { toConnectionBody } from '../deciding/toConnectionBody';
import { toConsumerEndpoint } from '../inspection/readConsumers';
import { toFirewallPolicy, toUse } from '../inspection/readFirewalls';
import { toLoadBalancerDescription } from '../inspection/readLoadBalancers';
import { toServedDomains } from '../inspection/readServedDomains';
import { toInspectedService } from '../inspection/readService';
import { fromAnswer, fromSdkConnection } from '../mapping/LinkConnection';
import { toLinkService } from '../mapping/LinkService';
import { parentId } from '../mapping/resourceIds';
import { connectionStates } from '../mapping/states';
import {
  isFrontDoor,
  toFrontDoorExposure,
} from '../mapping/toFrontDoorExposure';
import { toGrants } from '../mapping/toGrants';
import { toSurveyedConnection } from '../mapping/toSurveyedConnection';
import { toSurveyedExposure } from '../mapping/toSurveyedExposure';
import { toFrontDoorOrigin } from '../survey/FrontDoor';

const payloads = readPayloads();

function ofType(pattern: RegExp): Payload[] {
  const found = payloads.filter(({ type }) => pattern.test(type));
  // A folder that moved must not look like one that has nothing to say.
  if (found.length === 0) throw new Error(`No payload of type ${pattern}`);
  return found;
}

// No word of a real answer may be new to us.
const states = StateReader.create({
  cloud: 'Azure',
  logger: mockServices.logger.mock({
    warn: message => {
      throw new Error(message);
    },
  }),
});
const options = { states, subscriptionNames: new Map<string, string>() };

describe('private link services', () => {
  it.each(ofType(/^microsoft\.network\/privatelinkservices$/))(
    '$file',
    async ({ resource }) => {
      const { network } = answeringClients(() => ({ body: resource }));
      const service = await network.privateLinkServices.get('rg', 'name');
      const { properties } = resource;
      const sent = properties.privateEndpointConnections ?? [];

      const listed = toLinkService(resource);
      if (!listed) throw new Error('It was left out');
      const exposure = toSurveyedExposure(listed, options);
      const connections = listed.connections ?? [];
      const inspected = toInspectedService(service, resource.id);

      expect(exposure).toMatchObject({
        nativeId: resource.id.toLowerCase(),
        nativeState: properties.provisioningState ?? '',
        evidence: { tags: resource.tags ?? {} },
      });
      expect(exposure.address).toBe(properties.alias);
      expect(listed.loadBalancerIds).toHaveLength(
        properties.loadBalancerFrontendIpConfigurations.length,
      );
      expect(inspected.natAddresses).toBe(properties.ipConfigurations.length);
      expect(toGrants(inspected.access).map(one => one.principal)).toEqual(
        properties.visibility?.subscriptions ?? [],
      );
      expect(connections.map(one => one.status)).toEqual(
        sent.map(
          (one: any) => one.properties.privateLinkServiceConnectionState.status,
        ),
      );
      // Read by the SDK, they say the same.
      expect(connections).toEqual(
        (service.privateEndpointConnections ?? []).map(entry =>
          fromSdkConnection(entry, resource.id),
        ),
      );
      for (const connection of connections) {
        expect(connection.id).toContain(`/${connection.name}`);
        expect(
          toSurveyedConnection(connection, resource.id, options).state,
        ).not.toBe('unknown');
      }
    },
  );
});

describe('connections of every resource type', () => {
  it.each(ofType(/\/privateendpointconnections$/))('$file', ({ resource }) => {
    const { properties } = resource;
    const connection = fromAnswer(resource, parentId(resource.id ?? ''));
    if (!connection) throw new Error('It was left out');

    const surveyed = toSurveyedConnection(connection, 'resource', options);
    const body = toConnectionBody(resource, {
      verdict: 'approve',
      reason: 'known',
    });

    const state = properties.privateLinkServiceConnectionState;
    expect(surveyed.nativeState).toBe(state.status);
    expect(surveyed.state).not.toBe('unknown');
    expect(surveyed.consumer.endpointId).toBe(
      properties.privateEndpoint?.id?.toLowerCase(),
    );
    expect(body.properties.privateLinkServiceConnectionState).toEqual({
      ...state,
      status: 'Approved',
      description: 'known',
    });
    expect(body.properties).not.toHaveProperty('provisioningState');
  });
});

describe('load balancers', () => {
  it.each(ofType(/^microsoft\.network\/loadbalancers$/))(
    '$file',
    async ({ resource }) => {
      const { network } = answeringClients(() => ({ body: resource }));
      const loadBalancer = await network.loadBalancers.get('rg', 'name');
      const frontends = resource.properties.frontendIPConfigurations ?? [];
      const rules = resource.properties.loadBalancingRules ?? [];

      const description = toLoadBalancerDescription(
        loadBalancer,
        frontends.map(({ id }: any) => id.toLowerCase()),
      );

      expect(description.frontends.map(one => one.name)).toEqual(
        frontends.map(({ name }: any) => name),
      );
      expect(
        description.frontends.map(one => one.publicAddressId !== undefined),
      ).toEqual(
        frontends.map(
          ({ properties }: any) =>
            (properties.publicIPAddress ?? properties.publicIPPrefix) !==
            undefined,
        ),
      );
      expect(description.rules.map(one => one.frontendPort)).toEqual(
        rules.map(({ properties }: any) => properties.frontendPort),
      );
    },
  );
});

describe('private endpoints', () => {
  it.each(ofType(/^microsoft\.network\/privateendpoints$/))(
    '$file',
    async ({ resource }) => {
      const { network } = answeringClients(() => ({ body: resource }));
      const endpoint = await network.privateEndpoints.get('rg', 'name');

      const { connectionStatus } = toConsumerEndpoint(endpoint);

      expect(['', ...Object.keys(connectionStates)]).toContain(
        connectionStatus.toLowerCase(),
      );
    },
  );
});

describe('Front Door', () => {
  it.each(ofType(/^microsoft\.cdn\/profiles$/))(
    'profile: $file',
    async ({ resource }) => {
      const { cdn } = answeringClients(() => ({ body: resource }));
      const profile = await cdn.profiles.get('rg', 'name');

      const exposure = toFrontDoorExposure(
        profile,
        {
          endpoints: { type: 'seen', value: [] },
          origins: { type: 'seen', value: [] },
        },
        options,
      );

      expect(isFrontDoor(profile)).toBe(
        /AzureFrontDoor$/.test(resource.sku.name),
      );
      expect(exposure).toMatchObject({
        nativeId: resource.id.toLowerCase(),
        nativeState: resource.properties.resourceState,
      });
    },
  );

  it.each(ofType(/^microsoft\.cdn\/profiles\/origingroups\/origins$/))(
    'origin: $file',
    async ({ resource }) => {
      const { cdn } = answeringClients(() => ({ body: resource }));
      const { properties } = resource;
      const link = properties.sharedPrivateLinkResource;

      const origin = toFrontDoorOrigin(
        await cdn.afdOrigins.get('rg', 'profile', 'group', 'origin'),
      );

      expect(origin).toMatchObject({ name: resource.name });
      expect(origin.hostName).toBe(properties.hostName);
      expect(origin.privateLink?.resourceId).toBe(link?.privateLink?.id);
      expect(origin.privateLink?.requestMessage).toBe(link?.requestMessage);
    },
  );

  it.each(ofType(/^microsoft\.cdn\/profiles\/securitypolicies$/))(
    'security policy: $file',
    async ({ resource }) => {
      const { cdn } = answeringClients(() => ({ body: resource }));
      const policy = await cdn.securityPolicies.get('rg', 'profile', 'policy');

      const { parameters } = resource.properties;
      expect(toUse(policy)).toEqual({
        policyId: parameters.wafPolicy.id,
        associations: parameters.associations.map((association: any) => ({
          domainIds: association.domains.map(({ id }: any) => id.toLowerCase()),
          patterns: association.patternsToMatch,
        })),
      });
    },
  );

  it.each(ofType(/^microsoft\.cdn\/profiles\/afdendpoints\/routes$/))(
    'route: $file',
    async ({ resource }) => {
      const { cdn } = answeringClients(() => ({ body: resource }));
      const { properties } = resource;
      const endpoint = { id: parentId(resource.id), enabled: true };

      const served = toServedDomains(
        [
          {
            endpoint,
            routes: [await cdn.routes.get('rg', 'profile', 'end', 'route')],
          },
        ],
        [],
      );

      expect(served.map(({ id }) => id)).toEqual(
        [
          ...(properties.linkToDefaultDomain === 'Enabled'
            ? [endpoint.id]
            : []),
          ...(properties.customDomains ?? []).map(({ id }: any) => id),
        ].map(id => id.toLowerCase()),
      );
      for (const { patterns } of served) {
        expect(patterns).toEqual(properties.patternsToMatch);
      }
    },
  );

  it.each(ofType(/^microsoft\.cdn\/profiles\/customdomains$/))(
    'custom domain: $file',
    async ({ resource }) => {
      const { cdn } = answeringClients(() => ({ body: resource }));
      const domain = await cdn.afdCustomDomains.get('rg', 'profile', 'one');

      const [served] = toServedDomains(
        [
          {
            endpoint: { id: 'endpoint', enabled: true },
            routes: [{ customDomains: [{ id: resource.id.toUpperCase() }] }],
          },
        ],
        [domain],
      );

      expect(served.name).toBe(resource.properties.hostName);
    },
  );

  it.each(
    ofType(/^microsoft\.network\/frontdoorwebapplicationfirewallpolicies$/),
  )('firewall policy: $file', ({ resource }) => {
    const { policySettings } = resource.properties;

    expect(toFirewallPolicy(resource)).toEqual({
      enabled: policySettings?.enabledState !== 'Disabled',
      mode: policySettings?.mode ?? '',
    });
  });
});

describe('recorded failures', () => {
  it.each(readFailures())('$file', ({ status, body }) => {
    const error = checkAnswer(
      { status, bodyAsText: body, headers: createHttpHeaders() },
      { action: 'read', subscriptionId: 'a' },
    );

    expect(error?.message).toContain(JSON.parse(body).error.code);
    expect(isNotFound(error)).toBe(status === 404);
  });
});
