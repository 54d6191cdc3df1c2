import fc from 'fast-check';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';
import { ExposureRequest } from '../requests/ExposureRequest';
import { toExposureInput } from '../requests/toExposureInput';
import { cluster, entity, profile, service } from './__testUtils__/ledger';
import { previewExposure } from './previewExposure';

const present = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'ledger', namespace: 'ledger' },
  spec: { type: 'ClusterIP', ports: [{ port: 80, targetPort: 8080 }] },
};
const balanced = (annotations: Record<string, unknown>, spec = {}) => ({
  ...present,
  metadata: { ...present.metadata, annotations },
  spec: {
    ...present.spec,
    type: 'LoadBalancer',
    loadBalancerClass: 'service.k8s.aws/nlb',
    ...spec,
  },
});
const annotation = (name: string) =>
  `service.beta.kubernetes.io/aws-load-balancer-${name}`;
const request: ExposureRequest = {
  loadBalancer: { deletionProtection: false },
};
const previewOf = (found: unknown, asked = request, exists = true) =>
  previewExposure({
    ...entity,
    cluster,
    request: asked,
    exists,
    present: found,
  });
const readyOf = (...args: Parameters<typeof previewOf>) => {
  const result = previewOf(...args);
  if (result.type !== 'ready') throw new Error(JSON.stringify(result));
  return result;
};
const addAgain: ExposureRequest = { service };

describe('a Service that is there', () => {
  it('says where to look for it', () => {
    expect(readyOf(undefined).service).toEqual({
      path: 'k8s/ledger.yaml',
      name: 'ledger',
      namespace: 'ledger',
    });
    const gateway = { manifest: { form: 'gateway-api' } } as const;
    expect(readyOf(undefined, gateway).service).toBeUndefined();
  });

  it('knows the ports that it keeps', () => {
    const result = readyOf(present);

    expect(result.plan).toContainEqual({
      setting: 'listener 80',
      value: 'TCP to pods at 8080',
    });
    expect(result.comparison).toBeUndefined();
  });

  it('says what changes of a load balancer that is there, and what it was', () => {
    const { comparison } = readyOf(
      balanced({
        [annotation('scheme')]: 'internet-facing',
        [annotation('nlb-target-type')]: 'instance',
        [annotation('subnets')]: 'subnet-02222000000000021',
      }),
    );

    expect(comparison?.hasMore).toBe(true);
    expect(comparison?.rows).toContainEqual(
      expect.objectContaining({
        setting: 'scheme',
        before: expect.stringContaining('internet-facing'),
        after: 'internal',
      }),
    );
    expect(comparison?.rows).toContainEqual(
      expect.objectContaining({
        setting: 'listener 80',
        before: expect.stringContaining('nodes'),
        after: 'TCP to pods at 8080',
      }),
    );
    expect(comparison?.rows.map(row => row.setting)).not.toContain('subnets');
  });

  it('says the same as the pull request', () => {
    const found = balanced({ [annotation('scheme')]: 'internet-facing' });
    const { description } = buildAwsPrivateLinkExposure(
      toExposureInput({ ...entity, profile, request }),
      {
        clusterProfile: profile,
        existing: { 'k8s/ledger.yaml': JSON.stringify(found) },
      },
    );
    const [, section] = description.split('## What the Service becomes\n');
    const settings = section
      .split('\n## ')[0]
      .split('\n')
      .filter(line => line.startsWith('| '))
      .slice(2)
      .map(line => line.split(' | ')[0].slice(2));

    const shown = readyOf(found).comparison?.rows.map(row => row.setting);
    expect(shown?.map(text => text.replace(/\W/g, ''))).toEqual(
      settings.map(text => text.replace(/\W/g, '')),
    );
  });

  it('refuses what the template would refuse', () => {
    const refused = (field: string, words: string) => ({
      type: 'refused',
      issues: [{ field, message: expect.stringContaining(words) }],
    });
    const noClass = balanced({}, { loadBalancerClass: undefined });
    expect(previewOf(noClass)).toMatchObject(
      refused('service.name', 'already has a load balancer'),
    );
    expect(previewOf(present, addAgain, false)).toMatchObject(
      refused('service.ports', 'those of the existing Service (80)'),
    );
  });

  it('has something to say of whatever a manifest may hold', () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('LoadBalancer', 'service.k8s.aws/nlb', 'instance'),
    );
    const keys = [
      ...['scheme', 'nlb-target-type', 'subnets', 'attributes', 'type'],
      ...['healthcheck-port', 'additional-resource-tags', 'eip-allocations'],
    ].map(annotation);
    const services = fc.record({
      apiVersion: fc.constant('v1'),
      kind: fc.constant('Service'),
      metadata: fc.record(
        {
          name: part,
          namespace: part,
          labels: part,
          finalizers: part,
          annotations: fc.oneof(
            fc.dictionary(fc.constantFrom(...keys), part),
            part,
          ),
        },
        { requiredKeys: [] },
      ),
      spec: fc.oneof(
        fc.dictionary(
          fc.constantFrom('type', 'ports', 'loadBalancerClass', 'ipFamilies'),
          part,
        ),
        part,
      ),
    });
    fc.assert(
      fc.property(services, found => {
        expect(['ready', 'refused']).toContain(previewOf(found).type);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves what it was told as it is', () => {
    const found = balanced({ [annotation('scheme')]: 'internal' });
    const before = structuredClone(found);

    readyOf(found);

    expect(found).toEqual(before);
  });
});
