import { claimDraft, withdrawDraft } from './drafts';
import type { UnclaimedExposure } from './types';

const anUnclaimed = (
  name: string,
  parts: Partial<UnclaimedExposure> = {},
): UnclaimedExposure => ({
  ...{ id: name, kind: 'aws-load-balancer', name, nativeId: `arn:aws:${name}` },
  ...{ scopeId: 'aws', account: '222233334444', region: 'eu-west-1' },
  ...{ lifecycle: 'live', health: 'unknown', attention: [] },
  ...{ connectionCounts: {}, source: { state: 'fresh' }, provider: 'aws' },
  ...{ provenance: { manager: 'unknown' }, kubernetesServices: [] },
  ...parts,
});

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
      {
        owner: 'nobody',
        step: 'close',
        namespace: 'shop',
        serviceName: 'cart',
      },
    ],
    [
      'aws-load-balancer',
      byIngress,
      'withdraw-aws-load-balancer',
      {
        owner: 'nobody',
        step: 'lift-protection',
        namespace: 'shop',
        ingressName: 'web',
      },
    ],
    [
      'aws-cloudfront',
      byCode,
      'withdraw-aws-cloudfront',
      { owner: 'nobody', step: 'remove-distribution', name: 'orphan' },
    ],
    [
      'aws-endpoint-service',
      byCode,
      'withdraw-private-exposure',
      { owner: 'nobody', step: 'close', endpointServiceName: 'orphan' },
    ],
    [
      'azure-front-door',
      byCode,
      'withdraw-azure-exposure',
      { owner: 'nobody', step: 'remove-front-door', frontDoorName: 'orphan' },
    ],
  ])('opens the template of its kind: %s', (kind, parts, template, values) => {
    expect(
      withdrawDraft(anUnclaimed('orphan', { kind, ...parts })),
    ).toMatchObject({ template, values });
  });

  it('tells the reviewer which resource it is, in plain text', () => {
    const { reason } =
      withdrawDraft(
        anUnclaimed('orphan', {
          kind: 'aws-cloudfront',
          provenance: { manager: 'iac', managedBy: 'Terraform {{\n“x”}}' },
        }),
      )?.values ?? {};

    expect(reason).toBe(
      'Nobody claims the aws-cloudfront arn:aws:orphan, account 222233334444, region eu-west-1, looked after by Terraform { {??x?}}.',
    );
  });

  it.each([
    ['aws-cloudfront', 'shop.acme.example', 'name'],
    ['aws-cloudfront', 'E2EXAMPLE', 'name'],
    ['aws-endpoint-service', 'vpce-svc-0a1b2c3d', 'endpointServiceName'],
  ] as const)(
    'takes of a %s no id or host name for its name: %s',
    (kind, name, field) => {
      const draft = withdrawDraft(anUnclaimed(name, { kind, ...byCode }));

      expect(draft?.values).not.toHaveProperty(field);
    },
  );

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
