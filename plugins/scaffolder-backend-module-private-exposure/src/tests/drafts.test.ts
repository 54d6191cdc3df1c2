import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  claimDraft,
  withdrawDraft,
  type Draft,
  type EntityExposures,
  type UnclaimedExposure,
} from '@postern/backstage-plugin-private-exposure-common';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { linkService, portalView } from '../__testUtils__/portalView';
import {
  readFolder,
  readTemplate,
  startScaffolder,
  templatesFolder,
  type DryRun,
} from '../__testUtils__/startScaffolder';
import { GIT_HOST } from '../__testUtils__/demoWorld';

const repositories = createMockDirectory();

const unclaimed = (parts: Partial<UnclaimedExposure>): UnclaimedExposure => ({
  ...{ id: 'orphan', kind: 'aws-load-balancer', name: 'orphan' },
  ...{ nativeId: 'arn:aws:orphan', scopeId: 'aws', region: 'eu-west-1' },
  ...{ account: '222233334444', lifecycle: 'live', health: 'unknown' },
  ...{ attention: [], connectionCounts: {}, source: { state: 'fresh' } },
  ...{ provider: 'aws', provenance: { manager: 'unknown' } },
  ...{ kubernetesServices: [] },
  ...parts,
});
const madeFor = (object: string): Partial<UnclaimedExposure> => ({
  provenance: {
    manager: 'kubernetes',
    managedBy: `Kubernetes ${object} in cluster payments-eu`,
  },
});
const byCode: Partial<UnclaimedExposure> = {
  provenance: { manager: 'iac', managedBy: 'Terraform' },
};

async function run(
  draft: Draft | undefined,
  options: { root: string; typed: JsonObject; view?: EntityExposures },
) {
  if (!draft) throw new Error('There is no draft');
  const { root, typed, view } = options;
  const scaffolder = await startScaffolder(root, view);
  try {
    return await scaffolder.dryRun(await readTemplate(draft.template), {
      ...typed,
      ...draft.values,
    });
  } finally {
    await scaffolder.stop();
  }
}

/** The draft in which somebody chooses a component after all. */
const ofComponent = (draft: Draft | undefined) =>
  draft && { ...draft, values: { ...draft.values, owner: 'component' } };

const changed = (files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(files).filter(([path]) => path.startsWith('change/')),
  );

/** The same files are written and removed as the template's golden test has. */
async function expectGolden(
  { files, output }: DryRun,
  folder: string,
): Promise<void> {
  const after = await readFolder(resolve(folder, 'after'));
  const expected = changed(after);
  expect(changed(files)).toEqual(expected);
  const removed = /`[^`]+` \(removed\)/g;
  const gone = after['output.json'].match(removed) ?? [];
  expect(JSON.stringify(output).match(removed) ?? []).toEqual(gone);
  expect([...Object.keys(expected), ...gone]).not.toEqual([]);
}

const typed = {
  ...{ place: 'own', preview: false },
  repository: `http://${GIT_HOST}/acme/legacy`,
};

describe('drafts', () => {
  it.each<
    [string, string, Draft | undefined, Record<string, unknown>, object?]
  >([
    [
      'the Service of a load balancer',
      'remove-load-balancer',
      withdrawDraft(unclaimed(madeFor('Service payments/payments'))),
      {},
    ],
    [
      'an endpoint service from code',
      'close',
      withdrawDraft(
        unclaimed({
          ...byCode,
          ...{ kind: 'aws-endpoint-service', name: 'payments' },
        }),
      ),
      {},
    ],
    [
      'the Service of a private link service',
      'close',
      withdrawDraft(
        unclaimed({
          ...madeFor('Service payments/payments'),
          kind: 'azure-private-link-service',
        }),
      ),
      { view: portalView([linkService('payments', [])]) },
    ],
    [
      'a Front Door from code',
      'remove-front-door',
      withdrawDraft(
        unclaimed({
          ...byCode,
          ...{ kind: 'azure-front-door', name: 'payments' },
        }),
      ),
      {},
    ],
    [
      'the claim of a load balancer',
      'existing',
      claimDraft(
        unclaimed({
          nativeId:
            'arn:aws:elasticloadbalancing:eu-west-1:222233334444:loadbalancer/net/orphan/50dc6c495c0c9188',
        }),
      ),
      {},
    ],
  ])(
    'bring %s to the files of a pull request, once a component is chosen',
    async (_, name, draft, options) => {
      const folder = resolve(
        ...[templatesFolder, draft?.template ?? '', 'expected', name],
      );
      const answers = await readFile(resolve(folder, 'values.json'), 'utf8');

      const done = await run(ofComponent(draft), {
        ...{ root: resolve(folder, 'before'), typed: JSON.parse(answers) },
        ...options,
      });

      expect(done.error).toBeUndefined();
      await expectGolden(done, folder);
    },
    30_000,
  );

  it.each<[string, string, Draft | undefined, JsonObject]>([
    [
      'the Service of a load balancer',
      'remove-load-balancer',
      withdrawDraft(unclaimed(madeFor('Service payments/payments'))),
      { cutOffConsumers: true },
    ],
    [
      'the Service of an endpoint service',
      'close',
      withdrawDraft(
        unclaimed({
          ...madeFor('Service payments/payments'),
          kind: 'aws-endpoint-service',
        }),
      ),
      {},
    ],
    [
      'an endpoint service from code',
      'close',
      withdrawDraft(
        unclaimed({
          ...byCode,
          ...{ kind: 'aws-endpoint-service', name: 'payments' },
        }),
      ),
      { serviceName: 'payments' },
    ],
    [
      'the Service of a private link service',
      'close',
      withdrawDraft(
        unclaimed({
          ...madeFor('Service payments/payments'),
          kind: 'azure-private-link-service',
        }),
      ),
      {},
    ],
    [
      'a Front Door from code',
      'remove-front-door',
      withdrawDraft(
        unclaimed({
          ...byCode,
          ...{ kind: 'azure-front-door', name: 'payments' },
        }),
      ),
      {},
    ],
  ])(
    'bring %s that nobody claims to the same files, without a component',
    async (_, name, draft, answers) => {
      const folder = resolve(
        ...[templatesFolder, draft?.template ?? '', 'expected', name],
      );

      const done = await run(draft, {
        root: resolve(folder, 'before'),
        typed: {
          ...{ ...typed, consumersTold: true, ...answers },
          repository: `http://${GIT_HOST}/acme/payments`,
        },
      });

      expect(done.error).toBeUndefined();
      await expectGolden(done, folder);
      const text = JSON.stringify(done.output);
      expect(text).toContain('which nobody in the catalog claims');
      expect(text).toContain('**Who is connected is not known.** No component');
      expect(text).not.toContain('of the component');
    },
    30_000,
  );

  it('refuse to cut off consumers that nobody can see, unless that is meant', async () => {
    const folder = resolve(
      templatesFolder,
      'withdraw-private-exposure/expected/remove-load-balancer/before',
    );

    const { error } = await run(
      withdrawDraft(unclaimed(madeFor('Service payments/payments'))),
      {
        root: folder,
        typed: {
          ...{ ...typed, consumersTold: true },
          repository: `http://${GIT_HOST}/acme/payments`,
        },
      },
    );

    expect(error).toContain(
      'cutOffConsumers: who is connected is not known. No component claims it',
    );
  });

  it('bring an Ingress that nobody claims to a pull request, without a component', async () => {
    repositories.setContent({
      'acme/legacy/k8s/web.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations:
    alb.ingress.kubernetes.io/load-balancer-attributes: deletion_protection.enabled=true
spec:
  ingressClassName: alb
  defaultBackend:
    service:
      name: frontend
      port:
        number: 80
`,
    });

    const { files, output, error } = await run(
      withdrawDraft(unclaimed(madeFor('Ingress shop/web'))),
      { root: repositories.path, typed: { ...typed, callersTold: true } },
    );

    expect(error).toBeUndefined();
    expect(changed(files)).toEqual({
      'change/k8s/web.yaml': expect.stringContaining(
        'deletion_protection.enabled=false',
      ),
    });
    const text = JSON.stringify(output);
    expect(text).toContain('which nobody in the catalog claims');
    expect(text).toContain('account 222233334444');
    expect(text).not.toContain('of the component');
  });

  it('bring a distribution that nobody claims to a pull request, by its own name', async () => {
    repositories.setContent({
      'acme/legacy/infra/cdn.tf': `resource "aws_cloudfront_distribution" "promo" {
  enabled = true
}

resource "aws_s3_bucket" "kept" {
  bucket = "kept"
}
`,
    });

    const { files, error } = await run(
      withdrawDraft(
        unclaimed({
          ...byCode,
          ...{ kind: 'aws-cloudfront', name: 'promo' },
        }),
      ),
      {
        root: repositories.path,
        typed: {
          ...{ ...typed, usersTold: true },
          ...{ way: 'application', infrastructurePath: 'infra/cdn.tf' },
        },
      },
    );

    expect(error).toBeUndefined();
    expect(changed(files)).toEqual({
      'change/infra/cdn.tf':
        'resource "aws_s3_bucket" "kept" {\n  bucket = "kept"\n}\n',
    });
  });

  it('say which name is missing where nothing says it', async () => {
    repositories.setContent({ 'acme/legacy/infra/cdn.tf': '' });

    const { error } = await run(
      withdrawDraft(
        unclaimed({
          ...byCode,
          ...{ kind: 'aws-cloudfront', name: 'shop.acme.example' },
        }),
      ),
      { root: repositories.path, typed: { ...typed, usersTold: true } },
    );

    expect(error).toContain('name: is needed where no component is chosen');
  });
});
