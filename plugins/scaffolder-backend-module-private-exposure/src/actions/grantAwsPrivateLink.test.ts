import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { ledgerTerraform } from '../__testUtils__/ledger';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGrantAwsPrivateLinkAction } from './grantAwsPrivateLink';
import { examples } from './grantAwsPrivateLink.examples';

const workspace = createMockDirectory();
const action = createGrantAwsPrivateLinkAction({
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(new ConfigReader(config)),
});

type Input = Parameters<typeof action.handler>[0]['input'];

const run = (input: Partial<Input>) =>
  runAction(
    action,
    { entityRef: 'ledger', ...input },
    { workspacePath: workspace.path },
  );

beforeEach(() => {
  workspace.setContent({
    repository: { infra: { 'privatelink.tf': ledgerTerraform } },
  });
});

describe('private-exposure:aws-privatelink:grant', () => {
  it("adds the account of the consumer's cluster and keeps the rest", async () => {
    const output = await run({ cluster: 'platform-eu', consumerRef: 'orders' });

    expect(output).toMatchObject({
      paths: ['infra/privatelink.tf'],
      branchName: 'private-exposure/grant-ledger-111122223333',
    });
    const [{ content }] = output.files as { content: string }[];
    expect(content.startsWith(ledgerTerraform)).toBe(true);
    expect(content.slice(ledgerTerraform.length)).toContain(
      '"arn:aws:iam::111122223333:root"',
    );
    expect(output.description).toContain('component:default/orders');
  });

  it('finds the CloudFormation template of the service, and adds to it', async () => {
    const template = [
      'Resources:',
      '  LedgerService:',
      '    Type: AWS::EC2::VPCEndpointService',
      '  LedgerPermissions:',
      '    Type: AWS::EC2::VPCEndpointServicePermissions',
      '    Properties:',
      '      ServiceId: !Ref LedgerService',
      '      AllowedPrincipals:',
      '        - arn:aws:iam::444455556666:root # Globex',
      '',
    ].join('\n');
    workspace.setContent({
      repository: { infra: { 'privatelink.yaml': template } },
    });

    const output = await run({ principal: '111122223333' });

    expect(output.files).toEqual([
      {
        path: 'infra/privatelink.yaml',
        content: `${template}        - "arn:aws:iam::111122223333:root"\n`,
      },
    ]);
  });

  it('has nothing to change when the grant is there already', async () => {
    const [{ content }] = (await run({ principal: '111122223333' })).files as {
      content: string;
    }[];
    workspace.setContent({
      repository: { infra: { 'privatelink.tf': Buffer.from(content) } },
    });

    await expect(run({ principal: '111122223333' })).resolves.toMatchObject({
      paths: [],
    });
  });

  it.each([
    [{}, /^principal: is needed/],
    [{ principal: '*' }, /^principal: /],
    [{ principal: 'everyone' }, /^principal: /],
    [{ cluster: 'nowhere' }, /^cluster: /],
    [{ principal: '111122223333', consumerRef: 'nobody' }, /^consumerRef: /],
    [{ principal: '111122223333', label: 'a b' }, /^label: /],
    [{ principal: '111122223333', path: 'infra/none.tf' }, /^infra\/none\.tf/],
    [{ principal: '111122223333', path: 'infra/a.txt' }, /^path: /],
    [{ principal: '111122223333', folder: 'b' }, /^b\/infra\/privatelink\.tf/],
  ])('refuses %j and says what is wrong', async (input, message) => {
    await expect(run(input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });
});

describe('private-exposure:aws-privatelink:grant examples', () => {
  it.each(examples)('$description', async example => {
    const [input] = exampleInputs(action, example);

    const output = await runAction(action, input, {
      workspacePath: workspace.path,
    });

    expect(output.paths).toEqual(['infra/privatelink.tf']);
  });
});
