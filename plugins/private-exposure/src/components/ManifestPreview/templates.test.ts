/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadPreview } from './loadPreview';
import { readExposureForm } from './readExposureForm';
import { readOptions } from './readOptions';

const templates = resolve(__dirname, '../../../../../templates');
const aws = { controller: 'aws-load-balancer-controller', version: '3.5.0' };

/** The clusters that the templates' golden files are made for. */
const profiles: Record<string, object> = {
  'platform-eu': {
    ...aws,
    externalDnsPrefix: 'external-dns.alpha.kubernetes.io/',
    accountId: '111122223333',
    region: 'eu-west-1',
    vpcId: 'vpc-0a1b2c3d4e5f60001',
    subnets: [
      { id: 'subnet-0a1b2c3d4e5f6a001', zoneId: 'euw1-az1' },
      { id: 'subnet-0a1b2c3d4e5f6a002', zoneId: 'euw1-az2' },
      { id: 'subnet-0a1b2c3d4e5f6a003', zoneId: 'euw1-az3' },
    ],
  },
  'payments-eu': {
    ...aws,
    accountId: '222233334444',
    region: 'eu-west-1',
    vpcId: 'vpc-0a1b2c3d4e5f60002',
    subnets: [
      { id: 'subnet-0a1b2c3d4e5f6c001', zoneId: 'euw1-az1' },
      { id: 'subnet-0a1b2c3d4e5f6c002', zoneId: 'euw1-az2' },
    ],
    securityGroups: ['sg-0a1b2c3d4e5f6d001'],
  },
  'shared-eu': {
    ...aws,
    accountId: '111122223333',
    loadBalancerAccount: '999988887777',
    region: 'eu-west-1',
    vpcId: 'vpc-0a1b2c3d4e5f60003',
    subnets: [
      { id: 'subnet-0a1b2c3d4e5f6e001', zoneId: 'euw1-az1' },
      { id: 'subnet-0a1b2c3d4e5f6e002', zoneId: 'euw1-az2' },
    ],
    securityGroups: ['sg-0a1b2c3d4e5f6f001'],
    ingressGroups: [{ name: 'internal', namespaces: ['payments'] }],
  },
  'platform-we': {
    cloud: 'azure',
    version: '1.33.0',
    subscriptionId: '0a1b2c3d-0000-4000-8000-00000000000a',
    resourceGroup: 'MC_platform_platform-we_westeurope',
    location: 'westeurope',
    vnet: 'platform',
    defaultSubnet: 'nodes',
    subnets: [
      { name: 'nodes', cidr: '10.224.0.0/17' },
      { name: 'private-link', cidr: '10.225.10.0/24' },
    ],
  },
};

const read = (...path: string[]) =>
  readFileSync(resolve(templates, ...path), 'utf8');

async function preview(kind: string, folder: string) {
  const values: { cluster: string } = JSON.parse(read(folder, 'values.json'));
  const options = readOptions({ 'ui:options': { kind } });
  const form = readExposureForm(values, options);
  if (form.type !== 'complete') throw new Error(form.type);
  const { cluster: name } = values;
  const build = await loadPreview(form);
  return build({ cluster: { name, profile: profiles[name] } });
}

it.each([
  [
    'aws-endpoint-service',
    'expose-aws-privatelink/expected/new-service',
    ['k8s/private.yaml', 'infra/privatelink.tf'],
  ],
  [
    'aws-load-balancer',
    'expose-aws-load-balancer/expected/new-service',
    ['k8s/payments.yaml'],
  ],
  [
    'aws-load-balancer',
    'expose-aws-load-balancer/expected/shared-load-balancer',
    ['k8s/payments.yaml'],
  ],
  [
    'azure-private-link-service',
    'expose-azure-private-link/expected/new-service',
    ['k8s/private.yaml'],
  ],
  [
    'aws-cloudfront',
    'publish-aws-cloudfront/expected/cloudformation',
    ['k8s/public.yaml'],
  ],
  [
    'aws-cloudfront',
    'publish-aws-cloudfront/expected/public-entrance',
    ['k8s/payments-route.yaml'],
  ],
])(
  'previews of the kind %s what the template writes for the form of %s',
  async (kind, folder, paths) => {
    const shown = await preview(kind, folder);

    if (shown.type !== 'ready') throw new Error(JSON.stringify(shown.issues));
    const { manifest, infrastructure } = shown;
    expect([manifest, ...(infrastructure ? [infrastructure] : [])]).toEqual(
      paths.map(path => ({
        path,
        content: read(folder, 'after/change', path),
      })),
    );
  },
);

it('previews the Ingress of a publication that the template writes beside what the manifest has', async () => {
  const folder = 'publish-aws-cloudfront/expected/existing-manifest';
  const path = 'k8s/payments.yaml';
  const before = read(folder, 'before/acme/payments', path);

  const shown = await preview('aws-cloudfront', folder);

  if (shown.type !== 'ready') throw new Error(JSON.stringify(shown.issues));
  expect(read(folder, 'after/change', path)).toBe(
    `${before}---\n${shown.manifest.content}`,
  );
});
