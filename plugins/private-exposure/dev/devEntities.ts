import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_AWS_ENDPOINT_SERVICE } from '@postern/backstage-plugin-private-exposure-common';

const names = [
  'ledger',
  'orders',
  'webhooks',
  'search',
  'payments',
  'shipping',
  'invoices',
  'archive',
  'website',
  'loading',
  'failed',
  'forbidden',
];

function annotationsOf(name: string): Record<string, string> {
  return name === 'archive' || name === 'invoices'
    ? { [ANNOTATION_AWS_ENDPOINT_SERVICE]: `arn:aws:ec2:${name}` }
    : {};
}

/** One component for each face of the pages. */
export const devEntities: Entity[] = names.map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: annotationsOf(name),
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-payments' },
}));
