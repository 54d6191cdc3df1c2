import type { UnclaimedExposure } from '@postern/backstage-plugin-private-exposure-common';
import { anUnclaimed } from '../../__fixtures__/unclaimed';
import { claimDraft, withdrawDraft } from './drafts';

const byService: Partial<UnclaimedExposure> = {
  kubernetesServices: ['payments-eu/shop/cart'],
  provenance: {
    manager: 'kubernetes',
    managedBy: 'Kubernetes Service shop/cart in cluster payments-eu',
  },
};
const byIngress: Partial<UnclaimedExposure> = {
  kubernetesServices: ['payments-eu/shop/web'],
  provenance: {
    manager: 'kubernetes',
    managedBy: 'Kubernetes Ingress shop/web in cluster payments-eu',
  },
};
const byCode: Partial<UnclaimedExposure> = {
  provenance: { manager: 'iac', managedBy: 'Terraform' },
};

describe('claimDraft', () => {
  it('carries what the server knows the resource by', () => {
    const exposure = anUnclaimed('orphan', { nativeId: 'arn:aws:orphan' });

    expect(claimDraft(exposure)).toEqual({
      template: 'claim-private-exposure',
      values: { kind: 'aws-load-balancer', nativeId: 'arn:aws:orphan' },
    });
  });

  it('is not there for what no annotation names', () => {
    expect(
      claimDraft(anUnclaimed('eks', { kind: 'eks-api-endpoint' })),
    ).toBeUndefined();
  });
});

describe('withdrawDraft', () => {
  it.each<
    [
      UnclaimedExposure['kind'],
      Partial<UnclaimedExposure>,
      string,
      Record<string, string>,
    ]
  >([
    [
      'aws-load-balancer',
      byService,
      'withdraw-private-exposure',
      {
        step: 'remove-load-balancer',
        namespace: 'shop',
        serviceName: 'cart',
      },
    ],
    [
      'azure-private-link-service',
      byService,
      'withdraw-azure-exposure',
      { step: 'close', namespace: 'shop', serviceName: 'cart' },
    ],
    [
      'aws-load-balancer',
      byIngress,
      'withdraw-aws-load-balancer',
      { step: 'lift-protection', namespace: 'shop' },
    ],
    [
      'aws-cloudfront',
      byCode,
      'withdraw-aws-cloudfront',
      { step: 'remove-distribution' },
    ],
    [
      'aws-endpoint-service',
      byCode,
      'withdraw-private-exposure',
      { step: 'close', endpointServiceName: 'orphan' },
    ],
    [
      'azure-front-door',
      byCode,
      'withdraw-azure-exposure',
      { step: 'remove-front-door', frontDoorName: 'orphan' },
    ],
  ])('opens the template of its kind: %s', (kind, parts, template, values) => {
    expect(withdrawDraft(anUnclaimed('orphan', { kind, ...parts }))).toEqual({
      template,
      values,
    });
  });

  it.each<[string, Partial<UnclaimedExposure>]>([
    ['of which nobody knows who looks after it', {}],
    [
      'of a kind that no template takes back',
      { kind: 'azure-private-link-resource', ...byCode },
    ],
    [
      'that a group of Ingresses shares',
      {
        provenance: {
          manager: 'kubernetes',
          managedBy: 'Kubernetes IngressGroup shop in cluster payments-eu',
        },
      },
    ],
    ["whose load balancer's code is no template's", byCode],
  ])('is not there for one %s', (_, parts) => {
    expect(withdrawDraft(anUnclaimed('orphan', parts))).toBeUndefined();
  });
});
