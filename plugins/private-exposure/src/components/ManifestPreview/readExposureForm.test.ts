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
  ...['addressCount', 'addresses'],
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

  it('knows no form of a kind without a preview', () => {
    const options = readOptions({ 'ui:options': { kind: 'aws-gateway' } });

    expect(readExposureForm({ entityRef: 'ledger' }, options)).toEqual({
      type: 'unknown',
      kind: 'aws-gateway',
    });
  });

  it.each([
    ['aws-endpoint-service', cluster.profile],
    ['aws-load-balancer', cluster.profile],
    ['azure-private-link-service', azureProfile],
  ])(
    'leads to a preview or a refusal from whatever a form of %s may hold',
    async (kind, profile) => {
      const options = readOptions({ 'ui:options': { kind } });
      const chosen = { entityRef: 'ledger', cluster: cluster.name };
      const value = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.jsonValue(),
        fc.constantFrom(...['no', 'yes', 'http', 'gateway-api', 'everybody']),
      );
      const forms = fc.dictionary(fc.constantFrom(...parameters), value);
      await fc.assert(
        fc.asyncProperty(forms, async values => {
          const form = readExposureForm({ ...values, ...chosen }, options);
          if (form.type !== 'complete') throw new Error('It is complete');
          const build = await loadPreview(form);
          const preview = build({ cluster: { name: cluster.name, profile } });
          expect(['ready', 'refused']).toContain(preview.type);
        }),
      );
    },
  );
});
