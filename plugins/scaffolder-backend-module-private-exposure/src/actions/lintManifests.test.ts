import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { config } from '../__testUtils__/demoWorld';
import { paymentsManifest } from '../__testUtils__/payments';
import { runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createLintManifestsAction } from './lintManifests';

const workspace = createMockDirectory();
const action = createLintManifestsAction({
  clusters: readClusterProfiles(new ConfigReader(config)),
});

const run = (input: {
  paths: string[];
  cluster?: string;
  sourcePath?: string;
  basePath?: string;
  deletedPaths?: string[];
}) => runAction(action, input, { workspacePath: workspace.path });

/** The AWS Load Balancer Controller stops at a value that is no boolean, and the Service with it. */
const broken = paymentsManifest
  .replace(
    'type: ClusterIP',
    'type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb',
  )
  .replace(
    '  labels:\n    app.kubernetes.io/name: payments\nspec:\n  type',
    `  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: secret
spec:
  type`,
  );

/** The Service with a load balancer of its own. */
const exposed = (scheme: string) =>
  paymentsManifest
    .replace(
      'type: ClusterIP',
      'type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb',
    )
    .replace(
      'spec:\n  type: LoadBalancer',
      `  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: ${scheme}
spec:
  type: LoadBalancer`,
    );

beforeEach(() => {
  workspace.setContent({
    repository: {
      k8s: { 'payments.yaml': paymentsManifest },
      broken: { 'payments.yaml': broken, 'notes.txt': 'no manifest' },
      empty: { 'notes.txt': 'no manifest' },
    },
  });
});

describe('private-exposure:manifest:lint', () => {
  it('lets a manifest without errors pass', async () => {
    await expect(run({ paths: ['k8s/payments.yaml'] })).resolves.toEqual({
      findings: [],
      report: '\n## Findings\n\nThe linter found nothing.\n',
    });
  });

  it('reports what an Ingress becomes next to what it was', async () => {
    const ingress = (timeout: number) => `${paymentsManifest}---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: payments
  annotations:
    alb.ingress.kubernetes.io/target-type: ip
    alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=${timeout}
spec:
  ingressClassName: alb
  defaultBackend: { service: { name: payments, port: { number: 443 } } }
`;
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': ingress(60) } },
      change: { k8s: { 'payments.yaml': ingress(300) } },
    });

    const { report } = await run({
      paths: ['k8s'],
      sourcePath: './change',
      basePath: './repository',
      cluster: 'payments-eu',
    });

    expect(report).toMatch(
      /^\n## What the Ingress payments becomes\n\n\| setting \| before \| after \|\n/,
    );
    expect(report).toContain(
      '| attributes | idle\\_timeout.timeout\\_seconds=60 | **idle\\_timeout.timeout\\_seconds=300** |',
    );
    expect(report).toContain('## Findings');
  });

  it('stops at an error, and says where it is and what to do', async () => {
    await expect(
      run({ paths: ['broken'], cluster: 'payments-eu' }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/broken\/payments\.yaml:\d+:\d+ .*scheme/),
    });
  });

  it('stops at what the merge would do to what is there', async () => {
    const internal = exposed('internal');
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': internal } },
      change: { k8s: { 'payments.yaml': exposed('internet-facing') } },
    });
    const change = { paths: ['k8s/payments.yaml'], sourcePath: './change' };

    await expect(run(change)).resolves.toMatchObject({
      findings: expect.not.arrayContaining([
        expect.objectContaining({ severity: 'error' }),
      ]),
    });
    await expect(run({ ...change, basePath: './repository' })).rejects.toThrow(
      /change\/made-public/,
    );
  });

  it('says what comes of a file that the change deletes', async () => {
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': exposed('internal') } },
      change: {
        k8s: { 'other.yaml': paymentsManifest.replaceAll('payments', 'other') },
      },
    });

    await expect(
      run({
        paths: ['k8s/other.yaml'],
        sourcePath: './change',
        basePath: './repository',
        deletedPaths: ['k8s/payments.yaml'],
      }),
    ).resolves.toMatchObject({
      findings: [
        {
          ruleId: 'change/load-balancer-removed',
          path: 'k8s/payments.yaml',
        },
      ],
    });
  });

  it.each([
    [{ paths: ['k8s/none.yaml'] }, /^paths\[0\]: there is no file/],
    [{ paths: ['k8s', 'empty'] }, /^paths\[1\]: there is nothing to check/],
    [{ paths: ['../../etc'] }, /^paths\[0\]: .* is not a path inside/],
    [{ paths: ['k8s'], cluster: 'nowhere' }, /^cluster: /],
    [
      { paths: ['k8s'], basePath: '.', deletedPaths: ['../../etc'] },
      /^deletedPaths\[0\]: .* is not a path inside/,
    ],
  ])('refuses %j with the name of the field', async (input, message) => {
    await expect(run(input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it('checks Bicep, named or in a folder', async () => {
    const open = `resource payments 'Microsoft.Network/privateLinkServices@2024-05-01' = {
  name: 'payments'
  properties: { visibility: { subscriptions: ['*'] } }
}
`;
    workspace.addContent({ repository: { infra: { 'link.bicep': open } } });

    for (const path of ['infra', 'infra/link.bicep']) {
      const { findings } = await run({ paths: [path] });

      expect(findings).toEqual([
        expect.objectContaining({
          ruleId: 'infrastructure/any-subscription',
          path: 'infra/link.bicep',
          line: 3,
        }),
      ]);
    }
  });
});
