import { createMockDirectory } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { createClaimInCatalogAction } from './claimInCatalog';
import { examples } from './claimInCatalog.examples';

const workspace = createMockDirectory();
const action = createClaimInCatalogAction({
  catalog: catalogServiceMock({ entities }),
  ownerTag: 'acme-owner',
});
const [[claim], [draft]] = examples.map(example =>
  exampleInputs(action, example),
);
const run = (input: typeof claim) =>
  runAction(action, input, { workspacePath: workspace.path });

beforeEach(() => {
  workspace.setContent({
    repository: {
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: payments\n',
    },
  });
});

describe('private-exposure:catalog:claim', () => {
  it('has a component claim a load balancer, and says which tag confirms it', async () => {
    const output = await run(claim);

    expect(output).toMatchObject({
      title: 'Claim orphan/50dc6c495c0c9188 for payments',
      branchName: expect.stringMatching(
        /^private-exposure\/claim-payments-[0-9a-f]{12}$/,
      ),
      paths: ['catalog-info.yaml'],
      description: expect.stringContaining(
        'acme-owner=component:default/payments',
      ),
    });
    expect(String(output.filesAsMarkdown)).toContain(
      'private-exposure.io/aws-load-balancer',
    );
  });

  it('drafts a component for a distribution that nobody has', async () => {
    workspace.setContent({ repository: {} });

    const output = await run(draft);

    expect(output).toMatchObject({
      title: 'Claim distribution/E1EXAMPLE for shop-edge',
      files: [
        {
          path: 'catalog-info.yaml',
          content: expect.stringContaining(
            'owner: "group:default/team-payments"',
          ),
        },
      ],
    });
  });

  it.each([
    [{ ...draft, entityRef: 'component:default/payments' }, 'entityRef: give'],
    [{ ...claim, entityRef: undefined }, 'entityRef: give'],
    [{ ...claim, entityRef: 'component:default/none' }, 'entityRef: '],
    [{ ...claim, nativeId: 'orphan' }, 'nativeId: must be'],
    [
      {
        ...draft,
        component: { name: 'payments', owner: 'group:default/team-payments' },
      },
      "component.name: 'component:default/payments' is in the catalog already",
    ],
    [
      { ...draft, component: { name: 'edge', owner: 'group:default/none' } },
      'component.owner: ',
    ],
    [{ ...claim, folder: 'elsewhere' }, 'elsewhere/catalog-info.yaml: is not'],
  ])('names what is wrong: %#', async (input, message) => {
    await expect(run(input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });
});
