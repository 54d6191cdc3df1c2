import fc from 'fast-check';
import { cluster } from '../../__fixtures__/cluster';
import { loadPreview } from './loadPreview';
import { readExposureForm } from './readExposureForm';
import { readOptions } from './readOptions';

const none = readOptions(undefined);
const azureProfile = {
  cloud: 'azure',
  version: '1.33.0',
  subscriptionId: '0a1b2c3d-0000-4000-8000-00000000000a',
  resourceGroup: 'MC_platform_platform-we_westeurope',
  location: 'westeurope',
};
const parameters = [
  ...['manifestForm', 'manifestPath', 'serviceName', 'namespace', 'exists'],
  ...['port', 'targetPort', 'appLabel', 'targetType', 'healthCheck'],
  ...['healthCheckPath', 'crossZone', 'principals', 'privateDnsName'],
  ...['supportedRegions', 'infrastructure', 'acceptanceRequired'],
  ...['host', 'paths', 'scheme', 'group', 'certificate', 'webAclArn'],
  ...['audience', 'visibility', 'autoApproval', 'fqdns', 'proxyProtocol'],
  ...['loadBalancerSubnet', 'loadBalancerAddress', 'linkSubnet'],
  ...['addressCount', 'addresses', 'hostName', 'zone', 'way', 'routeForm'],
  ...['entranceName', 'routePath', 'routeName', 'ingressGroup', 'allow'],
  ...['gatewayName', 'gatewayNamespace', 'secretArn', 'rateLimit', 'caching'],
];

describe('readExposureForm', () => {
  it('says what is missing', () => {
    expect(readExposureForm({ cluster: '' }, none)).toEqual({
      type: 'incomplete',
      missing: ['entityRef', 'cluster'],
    });
  });

  it('takes a reference as the catalog writes it', () => {
    const form = readExposureForm({ entityRef: 'ledger', cluster: 'eu' }, none);

    expect(form).toMatchObject({
      sources: { entityRef: 'component:default/ledger', entityName: 'ledger' },
    });
  });

  it('takes an existing Service to keep its ports, whatever the form remembers of a new one', () => {
    const form = readExposureForm(
      { entityRef: 'ledger', cluster: 'eu', exists: 'yes', port: 443 },
      none,
    );

    expect(form).toMatchObject({
      sources: {
        exists: true,
        request: { service: expect.not.objectContaining({ ports: [] }) },
      },
    });
    expect(JSON.stringify(form)).not.toContain('443');
  });

  it.each([
    [{}, { type: 'vpc-origin', loadBalancer: undefined }],
    [
      { way: 'application', healthCheckPath: '/up', certificateArn: 'arn:a' },
      {
        ...{ type: 'vpc-origin', loadBalancer: 'application' },
        ...{ healthCheckPath: '/up', certificateArn: 'arn:a' },
      },
    ],
    // Answers to questions of another way, which the form remembers.
    [
      { way: 'network', certificateArn: 'arn:a', entranceName: 'lb.acme' },
      { type: 'vpc-origin', loadBalancer: 'network' },
    ],
    [
      {
        ...{ way: 'entrance', entranceName: 'lb.acme', secretArn: 'arn:s' },
        ...{ routeForm: 'gateway-api', gatewayName: 'public' },
        ...{ certificateArn: 'arn:a', groupCertificateArn: 'arn:g' },
      },
      {
        ...{ type: 'public-entrance', hostName: 'lb.acme' },
        certificateArn: 'arn:g',
        route: {
          form: 'gateway-api',
          gateway: { name: 'public', namespace: '' },
        },
        secretHeader: { secretArn: 'arn:s' },
      },
    ],
  ])('takes the way of a publication from %j', (values, origin) => {
    const options = readOptions({ 'ui:options': { kind: 'aws-cloudfront' } });

    const form = readExposureForm(
      { entityRef: 'ledger', cluster: 'eu', ...values },
      options,
    );

    if (form.type !== 'complete' || form.kind !== 'aws-cloudfront')
      throw new Error(form.type);
    expect(form.sources.request.origin).toEqual(origin);
  });

  it('knows no form of a kind without a preview', () => {
    const options = readOptions({ 'ui:options': { kind: 'aws-gateway' } });

    expect(readExposureForm({ entityRef: 'ledger' }, options)).toEqual({
      type: 'unknown',
      kind: 'aws-gateway',
    });
  });

  it.each([
    ['aws-cloudfront', { ...cluster.profile, vpcId: 'vpc-02222000000000002' }],
    ['aws-endpoint-service', cluster.profile],
    ['aws-load-balancer', cluster.profile],
    ['azure-private-link-service', azureProfile],
  ])(
    'leads to a preview or a refusal from whatever a form of %s may hold',
    async (kind, profile) => {
      const options = readOptions({ 'ui:options': { kind } });
      const chosen = { entityRef: 'ledger', cluster: cluster.name };
      // Without a name most of what a publication says would never be read.
      const named = { hostName: 'ledger.acme.example' };
      const value = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.jsonValue(),
        fc.constantFrom(
          ...['no', 'yes', 'http', 'gateway-api', 'everybody'],
          ...['entrance', 'network', 'application', 'shop.acme.example'],
        ),
      );
      const forms = fc.dictionary(fc.constantFrom(...parameters), value);
      await fc.assert(
        fc.asyncProperty(forms, async values => {
          const form = readExposureForm(
            { ...named, ...values, ...chosen },
            options,
          );
          if (form.type !== 'complete') throw new Error('It is complete');
          const build = await loadPreview(form);
          const preview = build({ cluster: { name: cluster.name, profile } });
          expect(['ready', 'refused']).toContain(preview.type);
        }),
      );
    },
  );
});
