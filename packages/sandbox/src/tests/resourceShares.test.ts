import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import {
  GetResourceShareAssociationsCommand,
  GetResourceSharesCommand,
  ListResourcesCommand,
  paginateListResources,
  RAMClient,
} from '@aws-sdk/client-ram';
import { awsSettings, ec2Client } from '../__testUtils__/awsClients';
import {
  CONSUMER,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';
import { ec2Arn, ResourceShare, Subnet } from '../world';

describe('AWS Resource Access Manager', () => {
  let sandbox: Sandbox;
  let owner: RAMClient;
  let participant: RAMClient;
  let subnets: Subnet[];
  let share: ResourceShare;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    const { world } = sandbox;
    owner = new RAMClient(
      awsSettings(sandbox, { accountId: PROVIDER.accountId }),
    );
    participant = new RAMClient(
      awsSettings(sandbox, { accountId: CONSUMER.accountId }),
    );
    const vpc = world.network.ensureDefaultVpc(PROVIDER);
    subnets = world.network.subnetsOfVpc(PROVIDER, vpc.id);
    share = world.shares.create(PROVIDER, {
      name: 'entrance-subnets',
      resourceArns: subnets.slice(0, 2).map(one => ec2Arn(one, 'subnet')),
      principals: [CONSUMER.accountId],
      tags: { owner: 'network' },
    });
  });
  afterEach(() => sandbox.stop());

  it('shows a share to its owner and to whom it reaches', async () => {
    const get = async (
      client: RAMClient,
      resourceOwner: 'SELF' | 'OTHER-ACCOUNTS',
    ) => {
      const answer = await client.send(
        new GetResourceSharesCommand({ resourceOwner }),
      );
      return answer.resourceShares ?? [];
    };

    expect(await get(owner, 'SELF')).toMatchObject([
      {
        resourceShareArn: share.id,
        name: 'entrance-subnets',
        status: 'ACTIVE',
        tags: [{ key: 'owner', value: 'network' }],
        creationTime: expect.any(Date),
      },
    ]);
    expect(await get(participant, 'OTHER-ACCOUNTS')).toMatchObject([
      { owningAccountId: PROVIDER.accountId },
    ]);
    expect(await get(participant, 'SELF')).toEqual([]);
  });

  it('lists principals and resources of the shares that one owns', async () => {
    const get = async (associationType: 'PRINCIPAL' | 'RESOURCE') => {
      const answer = await owner.send(
        new GetResourceShareAssociationsCommand({ associationType }),
      );
      return answer.resourceShareAssociations?.map(one => [
        one.associatedEntity,
        one.status,
      ]);
    };

    expect(await get('PRINCIPAL')).toEqual([
      [CONSUMER.accountId, 'ASSOCIATED'],
    ]);
    expect(await get('RESOURCE')).toEqual(
      subnets.slice(0, 2).map(one => [ec2Arn(one, 'subnet'), 'ASSOCIATED']),
    );
    sandbox.world.shares.remove(PROVIDER, share.id);
    expect(await get('PRINCIPAL')).toEqual([
      [CONSUMER.accountId, 'DISASSOCIATED'],
    ]);
  });

  it('lists shared subnets page by page', async () => {
    const pages: (string | undefined)[][] = [];

    for await (const { resources } of paginateListResources(
      { client: participant, pageSize: 1 },
      { resourceOwner: 'OTHER-ACCOUNTS', resourceType: 'ec2:Subnet' },
    )) {
      pages.push((resources ?? []).map(({ arn }) => arn));
    }

    expect(pages).toEqual(
      subnets.slice(0, 2).map(one => [ec2Arn(one, 'subnet')]),
    );
  });

  it('lets the other account use the subnets until the share ends', async () => {
    const client = ec2Client(sandbox, { accountId: CONSUMER.accountId });
    const describe = () =>
      client.send(new DescribeSubnetsCommand({ SubnetIds: [subnets[0].id] }));

    const { Subnets } = await describe();
    sandbox.world.shares.disassociate(PROVIDER, share.id, {
      principals: [CONSUMER.accountId],
    });

    expect(Subnets).toMatchObject([
      { SubnetId: subnets[0].id, OwnerId: PROVIDER.accountId },
    ]);
    await expect(describe()).rejects.toMatchObject({
      name: 'InvalidSubnetID.NotFound',
    });
  });

  it('refuses what is missing or not there, and a role that may not read', async () => {
    const list = (resourceShareArns: string[]) =>
      owner.send(
        new ListResourcesCommand({ resourceOwner: 'SELF', resourceShareArns }),
      );

    await expect(list([`${share.id}0`])).rejects.toMatchObject({
      name: 'UnknownResourceException',
    });
    sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions: ['ram:*'],
    });
    const denied = new RAMClient(
      awsSettings(sandbox, { accountId: PROVIDER.accountId }),
    );
    await expect(
      denied.send(new GetResourceSharesCommand({ resourceOwner: 'SELF' })),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
    });
  });
});
