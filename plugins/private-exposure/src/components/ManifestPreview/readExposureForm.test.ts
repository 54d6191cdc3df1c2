import fc from 'fast-check';
import { cluster } from '../../__fixtures__/cluster';
import { loadPreview } from './loadPreview';
import { readExposureForm } from './readExposureForm';
import { readOptions } from './readOptions';

const none = readOptions(undefined);

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

  it('leads to a preview or a refusal from whatever a form may hold', async () => {
    const { previewExposure } = await loadPreview();
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue(),
      fc.constantFrom('no', 'yes', 'http', 'gateway-api', 'cloudformation'),
    );
    const keys = [
      ...['manifestForm', 'manifestPath', 'serviceName', 'namespace', 'exists'],
      ...['port', 'targetPort', 'appLabel', 'targetType', 'healthCheck'],
      ...['healthCheckPath', 'crossZone', 'principals', 'privateDnsName'],
      ...['supportedRegions', 'infrastructure', 'acceptanceRequired'],
    ];
    const forms = fc.dictionary(fc.constantFrom(...keys), value);
    fc.assert(
      fc.property(forms, values => {
        const form = readExposureForm(
          { ...values, entityRef: 'ledger', cluster: cluster.name },
          none,
        );
        if (form.type !== 'complete') throw new Error('It is complete');
        const preview = previewExposure({ ...form.sources, cluster });
        expect(['ready', 'refused']).toContain(preview.type);
      }),
    );
  });
});
