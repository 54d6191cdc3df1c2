import { parse } from 'yaml';
import {
  ISSUER,
  platformPreparation,
} from './__testUtils__/clusterPreparation';
import {
  CLUSTER_ACCOUNT,
  NETWORK_ACCOUNT,
  SUBNETS,
} from './__testUtils__/loadBalancer';
import { readHclWithTerraform } from './__testUtils__/readHclWithTerraform';
import { buildAwsClusterPreparation } from './buildAwsClusterPreparation';
import { AwsClusterPreparationInput } from './intents/awsClusterPreparation';

const build = (
  change: Partial<AwsClusterPreparationInput> = {},
  existing: Record<string, string> = {},
) =>
  buildAwsClusterPreparation(
    { ...platformPreparation, ...change },
    { existing },
  );

const contentsOf = (...options: Parameters<typeof build>) =>
  Object.fromEntries(
    build(...options).files.map(({ path, content }) => [path, content]),
  );

const cloudFormation = {
  format: 'cloudformation',
  loadBalancerPath: 'infra/load-balancers/platform-eu.json',
  clusterPath: 'infra/cluster/platform-eu.json',
} as const;

const LABEL = 'load_balancers_platform_eu';
const PROVIDER = '${aws.account_999988887777_eu_west_1}';

/** What tests look into, as deep as they like. */
interface Tree {
  [key: string]: Tree;
}

async function terraformOf(
  path: string,
  change: Partial<AwsClusterPreparationInput> = {},
): Promise<Tree> {
  return (await readHclWithTerraform(contentsOf(change)[path])) as Tree;
}

const templateOf = (
  path: string,
  change: Partial<AwsClusterPreparationInput> = {},
): Tree =>
  JSON.parse(contentsOf({ infrastructure: cloudFormation, ...change })[path]);

interface Statement {
  Sid?: string;
  Action: string | string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

interface PolicyTemplate {
  Resources: {
    ControllerPolicy: {
      Properties: { PolicyDocument: { Statement: Statement[] } };
    };
  };
}

const statementsOf = (change: Partial<AwsClusterPreparationInput> = {}) => {
  const contents = contentsOf({ infrastructure: cloudFormation, ...change });
  const { Resources }: PolicyTemplate = JSON.parse(
    contents[cloudFormation.loadBalancerPath],
  );
  return Resources.ControllerPolicy.Properties.PolicyDocument.Statement;
};

describe('the account that gets the load balancers, in Terraform', () => {
  const path = 'infra/load-balancers/platform-eu.tf';

  it('trusts tokens of the one service account, meant for AWS', async () => {
    const { resource, data } = await terraformOf(path);
    expect(resource.aws_iam_openid_connect_provider[LABEL][0]).toMatchObject({
      url: `https://${ISSUER}`,
      client_id_list: ['sts.amazonaws.com'],
      provider: PROVIDER,
    });
    expect(data.aws_iam_policy_document[`${LABEL}_trust`][0]).toEqual({
      provider: PROVIDER,
      statement: [
        {
          actions: ['sts:AssumeRoleWithWebIdentity'],
          principals: [
            {
              type: 'Federated',
              identifiers: [`\${aws_iam_openid_connect_provider.${LABEL}.arn}`],
            },
          ],
          condition: [
            {
              test: 'StringEquals',
              variable: `${ISSUER}:aud`,
              values: ['sts.amazonaws.com'],
            },
            {
              test: 'StringEquals',
              variable: `${ISSUER}:sub`,
              values: [
                'system:serviceaccount:kube-system:aws-load-balancer-controller',
              ],
            },
          ],
        },
      ],
    });
    expect(resource.aws_iam_role[LABEL][0]).toMatchObject({
      name: 'platform-eu-load-balancers',
      assume_role_policy: `\${data.aws_iam_policy_document.${LABEL}_trust.json}`,
      tags: { 'backstage-entity-ref': 'resource:default/platform-eu' },
    });
  });

  it('shares the subnets with the cluster’s account, and with nobody outside the organization', async () => {
    const { resource } = await terraformOf(path);
    expect(resource.aws_ram_resource_share[LABEL][0]).toMatchObject({
      allow_external_principals: false,
    });
    expect(
      Object.values(resource.aws_ram_resource_association).map(
        each => each[0].resource_arn,
      ),
    ).toEqual(
      SUBNETS.map(
        id => `arn:aws:ec2:eu-west-1:${NETWORK_ACCOUNT}:subnet/${id}`,
      ),
    );
    expect(resource.aws_ram_principal_association[LABEL][0]).toMatchObject({
      principal: CLUSTER_ACCOUNT,
    });
  });

  it('names its account in every block, and its provider takes no other', async () => {
    const { resource, data } = await terraformOf(path);
    const blocks = [resource, data].flatMap(types =>
      Object.values(types).flatMap(labels =>
        Object.values(labels).flatMap(list => Object.values(list)),
      ),
    );
    expect(blocks.length).toBeGreaterThan(8);
    expect(new Set(blocks.map(block => block.provider))).toEqual(
      new Set([PROVIDER]),
    );
    const file = 'infra/load-balancers/account-999988887777-eu-west-1.tf';
    const { provider } = await terraformOf(file);
    expect(provider.aws[0 as never]).toEqual({
      alias: 'account_999988887777_eu_west_1',
      region: 'eu-west-1',
      allowed_account_ids: [NETWORK_ACCOUNT],
    });
  });

  it('says the same as the CloudFormation template', async () => {
    const { data } = await terraformOf(path);
    const document = data.aws_iam_policy_document[`${LABEL}_permissions`][0];
    const found = Object.values(document.statement).map(each => ({
      Sid: each.sid,
      Action: each.actions,
      Resource: each.resources,
    }));
    expect(found).toEqual(
      statementsOf().map(({ Sid, Action, Resource }) => ({
        ...{ Sid, Action, Resource },
      })),
    );
  });
});

describe('what the controller may do', () => {
  it('touches no load balancer, target group, listener or rule without the cluster’s mark', () => {
    const writes = statementsOf().filter(({ Action }) =>
      [Action]
        .flat()
        .some(action => /^elasticloadbalancing:(?!Describe)/.test(action)),
    );
    expect(writes.length).toBeGreaterThan(4);
    for (const { Condition, Resource } of writes) {
      const equals = Object.entries(Condition?.StringEquals ?? {});
      expect(equals).toContainEqual([
        expect.stringMatching(
          /^aws:(Request|Resource)Tag\/elbv2\.k8s\.aws\/cluster$/,
        ),
        'platform-eu',
      ]);
      expect(Resource.join()).not.toMatch(/(^|,)\*(,|$)/);
    }
  });

  it('writes no security groups, and nothing at all outside its account and region', () => {
    const statements = statementsOf({
      controller: { ...platformPreparation.controller, firewall: true },
    });
    expect(JSON.stringify(statements)).not.toMatch(
      /SecurityGroupIngress|CreateSecurityGroup|DeleteSecurityGroup|CreateTags/,
    );
    for (const { Resource, Condition, Action } of statements) {
      // What knows no resources: reads, and a permission that AWS WAF asks for beside its own.
      const isUnplaceable = [Action]
        .flat()
        .every(action => /:(Describe|List|Get|SetWebAcl$)/.test(action));
      const isPlaced = Resource.every(arn => arn.includes(NETWORK_ACCOUNT));
      const region = Condition?.StringEquals?.['aws:RequestedRegion'];
      expect(isPlaced || (isUnplaceable && region === 'eu-west-1')).toBe(true);
    }
  });

  it('leaves firewalls alone unless it is asked for', () => {
    expect(JSON.stringify(statementsOf())).not.toContain('wafv2');
  });

  it('asks AWS WAF and its permission for no mark, which they can’t see on a load balancer', () => {
    const forFirewalls = statementsOf({
      controller: { ...platformPreparation.controller, firewall: true },
    }).filter(({ Action }) => /wafv2|SetWebAcl/.test([Action].join()));

    expect(
      forFirewalls.map(({ Action, Resource, Condition }) => ({
        ...{ Action, Resource, Condition },
      })),
    ).toEqual([
      {
        Action: ['elasticloadbalancing:SetWebAcl'],
        Resource: ['*'],
        Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      },
      {
        Action: [
          'wafv2:AssociateWebACL',
          'wafv2:DisassociateWebACL',
          'wafv2:GetWebACL',
          'wafv2:GetWebACLForResource',
        ],
        Resource: [
          `arn:aws:wafv2:eu-west-1:${NETWORK_ACCOUNT}:regional/webacl/*/*`,
          `arn:aws:elasticloadbalancing:eu-west-1:${NETWORK_ACCOUNT}:loadbalancer/app/*`,
        ],
        Condition: undefined,
      },
    ]);
  });

  it('fits a managed policy, which has 6,144 characters', () => {
    const policy = {
      Version: '2012-10-17',
      Statement: statementsOf({
        cluster: 'c'.repeat(100),
        controller: { ...platformPreparation.controller, firewall: true },
      }),
    };
    expect(JSON.stringify(policy).length).toBeLessThan(6144);
  });
});

describe('the cluster’s account', () => {
  it('opens the pods to the load balancers’ group, which is another account’s', async () => {
    const { resource } = await terraformOf('infra/cluster/platform-eu.tf');
    const rules = resource.aws_vpc_security_group_ingress_rule;
    expect(Object.values(rules).map(each => each[0])).toEqual([
      expect.objectContaining({
        provider: '${aws.account_111122223333_eu_west_1}',
        from_port: 8080,
        to_port: 8080,
        referenced_security_group_id: `${NETWORK_ACCOUNT}/sg-0a1b2c3d4e5f60718`,
        security_group_id: 'sg-0f1e2d3c4b5a69788',
      }),
    ]);
  });

  it.each(['0.0.0.0/0', '10.0.0.0/8', '::/0', 'fd00::/8'])(
    'does not open them to %s, which is no subnet',
    cidr => {
      const from = { type: 'networks' as const, cidrs: [cidr] };
      expect(() =>
        build({ pods: { ...platformPreparation.pods, from } }),
      ).toThrow('pods.from.cidrs[0]: must be the network of a subnet');
    },
  );

  it('opens them to networks where these are given, in CloudFormation', () => {
    const { Description, Resources } = templateOf(cloudFormation.clusterPath, {
      pods: {
        ...platformPreparation.pods,
        ports: [80, 443],
        from: { type: 'networks', cidrs: ['10.0.0.0/24', 'fd00::/64'] },
      },
    });
    expect(Description).toContain(
      `For account ${CLUSTER_ACCOUNT} in eu-west-1`,
    );
    expect(
      Object.values(Resources).map(({ Properties }) => [
        Properties.FromPort,
        Properties.CidrIp ?? Properties.CidrIpv6,
      ]),
    ).toEqual([
      [80, '10.0.0.0/24'],
      [443, '10.0.0.0/24'],
      [80, 'fd00::/64'],
      [443, 'fd00::/64'],
    ]);
  });

  it('keeps what CloudFormation calls a rule when others come before it or go', () => {
    const idsOf = (ports: number[], cidrs: string[]) =>
      Object.keys(
        templateOf(cloudFormation.clusterPath, {
          pods: {
            ...platformPreparation.pods,
            ports,
            from: { type: 'networks', cidrs },
          },
        }).Resources,
      );
    const ids = [
      'PodRule80From10x0x0x0x24',
      'PodRule8080From10x0x0x0x24',
      'PodRule80From10x0x0x0x25',
      'PodRule8080From10x0x0x0x25',
      'PodRule80Fromfd00x0x0x1x0x0x0x0x64',
      'PodRule8080Fromfd00x0x0x1x0x0x0x0x64',
      'PodRule80Fromfd00x0x0x10x0x0x0x0x64',
      'PodRule8080Fromfd00x0x0x10x0x0x0x0x64',
    ];

    expect(
      idsOf(
        [80, 8080],
        ['10.0.0.0/24', '10.0.0.0/25', 'fd00:0:0:1::/64', 'fd00:0:0:10::/64'],
      ),
    ).toEqual(ids);
    expect(idsOf([8080], ['FD00::10:0:0:0:0/64', '10.0.0.0/25'])).toEqual([
      ids[7],
      ids[3],
    ]);
  });

  it('refuses one network in two spellings, which EC2 takes once', () => {
    const from = {
      type: 'networks' as const,
      cidrs: ['fd00::/64', '10.0.0.0/24', 'FD00:0::/64'],
    };
    expect(() =>
      build({ pods: { ...platformPreparation.pods, from } }),
    ).toThrow("pods.from.cidrs[2]: is the network 'fd00::/64' once more");
  });

  it('names the group’s owner in CloudFormation', () => {
    const { Resources } = templateOf(cloudFormation.clusterPath);
    expect(
      Resources.PodRule8080FromGroup0a1b2c3d4e5f60718.Properties,
    ).toMatchObject({
      SourceSecurityGroupId: 'sg-0a1b2c3d4e5f60718',
      SourceSecurityGroupOwnerId: NETWORK_ACCOUNT,
    });
  });
});

describe('the cluster', () => {
  it('has a service account with the role, and the controller’s values', () => {
    const contents = contentsOf();
    expect(parse(contents['k8s/controller.yaml']).metadata).toMatchObject({
      name: 'aws-load-balancer-controller',
      namespace: 'kube-system',
      annotations: {
        'eks.amazonaws.com/role-arn': `arn:aws:iam::${NETWORK_ACCOUNT}:role/platform-eu-load-balancers`,
      },
    });
    expect(parse(contents['helm/controller.yaml'])).toEqual({
      clusterName: 'platform-eu',
      region: 'eu-west-1',
      vpcId: 'vpc-0a1b2c3d4e5f60718',
      serviceAccount: { create: false, name: 'aws-load-balancer-controller' },
      defaultTargetType: 'ip',
      enableBackendSecurityGroup: false,
      enableShield: false,
      enableWaf: false,
      enableWafv2: false,
    });
  });

  it('keeps what its files say besides', () => {
    const existing = {
      'helm/controller.yaml':
        '# ours\nreplicaCount: 3 # one a zone\nclusterName: old\nserviceAccount:\n  create: true\n',
      'k8s/controller.yaml':
        'apiVersion: v1\nkind: ServiceAccount # theirs\nmetadata:\n  name: aws-load-balancer-controller\n  namespace: kube-system\n  annotations:\n    example.com/keep: "1"\n',
    };
    const contents = contentsOf({}, existing);
    expect(contents['helm/controller.yaml']).toMatch(
      /^# ours\nreplicaCount: 3 # one a zone\nclusterName: platform-eu\nserviceAccount:\n {2}create: false\n {2}name: aws-load-balancer-controller\n/,
    );
    expect(contents['k8s/controller.yaml']).toBe(
      `${existing['k8s/controller.yaml']}    eks.amazonaws.com/role-arn: "arn:aws:iam::${NETWORK_ACCOUNT}:role/platform-eu-load-balancers"\n`,
    );
  });
});

describe('buildAwsClusterPreparation', () => {
  it('changes nothing the second time, in either language', () => {
    const existing = contentsOf();
    expect(build({}, existing).files).toEqual([]);
    const templates = contentsOf({ infrastructure: cloudFormation });
    expect(build({ infrastructure: cloudFormation }, templates).files).toEqual(
      [],
    );
  });

  it('lets a second cluster share the provider’s file', () => {
    const other = {
      cluster: 'platform-us',
      infrastructure: {
        ...platformPreparation.infrastructure,
        loadBalancerPath: 'infra/load-balancers/platform-us.tf',
        clusterPath: 'infra/cluster/platform-us.tf',
      } as AwsClusterPreparationInput['infrastructure'],
    };
    expect(
      build(other, contentsOf()).files.map(({ path }) => path),
    ).not.toContain('infra/cluster/account-111122223333-eu-west-1.tf');
  });

  it('tells a reviewer where each file applies, and who gets the role', () => {
    const { description, title } = build();
    expect(title).toBe(
      `Let cluster platform-eu make load balancers in account ${NETWORK_ACCOUNT}`,
    );
    expect(description).toContain('`hashicorp/aws` in version 5.82.0 or newer');
    expect(description).toContain(
      `| \`infra/cluster/platform-eu.tf\` | account \`${CLUSTER_ACCOUNT}\` (cluster) |`,
    );
    expect(description).toContain(
      'the service account `kube-system/aws-load-balancer-controller` of that cluster alone',
    );
    expect(description).toContain(
      `${ISSUER}\` is the issuer of cluster \`platform-eu\``,
    );
    expect(description).not.toContain('CAPABILITY_NAMED_IAM');
    expect(build({ infrastructure: cloudFormation }).description).toContain(
      '`infra/load-balancers/platform-eu.json` is deployed with `CAPABILITY_NAMED_IAM`',
    );
  });

  it.each([
    ['loadBalancerAccount', { loadBalancerAccount: CLUSTER_ACCOUNT }],
    [
      'issuer',
      { issuer: `https://${ISSUER.replace('eu-west-1', 'us-east-1')}` },
    ],
    ['issuer', { issuer: 'https://login.acme.example' }],
    [
      'infrastructure.clusterPath',
      {
        infrastructure: {
          ...platformPreparation.infrastructure,
          clusterPath: 'infra/load-balancers/platform-eu.tf',
        },
      },
    ],
    [
      'infrastructure.loadBalancerRoleArn',
      {
        infrastructure: {
          ...platformPreparation.infrastructure,
          loadBalancerRoleArn: `arn:aws:iam::${CLUSTER_ACCOUNT}:role/deploy`,
        },
      },
    ],
  ])('refuses %s', (field, change) => {
    expect(() => build(change as object)).toThrow(`${field}: `);
  });

  it.each([
    ['issuer', { region: 'eu\n- west' }],
    [
      'infrastructure.loadBalancerRoleArn',
      {
        loadBalancerAccount: '1\n- 2',
        infrastructure: {
          ...platformPreparation.infrastructure,
          loadBalancerRoleArn: `arn:aws:iam::${CLUSTER_ACCOUNT}:role/deploy`,
        },
      },
    ],
  ])('refuses %s in one line, whatever it has to fit', (field, change) => {
    expect(() => build(change as object)).toThrow(`${field}: must be of `);
    expect(() => build(change as object)).not.toThrow(/\n/);
  });
});
