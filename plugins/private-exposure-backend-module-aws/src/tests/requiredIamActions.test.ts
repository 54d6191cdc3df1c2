import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { exposeService } from '../__testUtils__/exposeService';
import {
  makeLoadBalancer,
  overriddenRule,
  publish,
} from '../__testUtils__/publish';
import {
  ANALYTICS,
  PROVIDER,
  PROVIDER_GLOBAL_SCOPE,
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';
import { requiredIamActions } from '../requiredIamActions';

const source = resolve(__dirname, '..');
const { reader, approver } = requiredIamActions;
const allActions = [...reader, ...approver].sort();

/** Every command that a source file constructs, as the IAM action it needs. */
function actionsInSource(): string[] {
  const services = {
    '@aws-sdk/client-acm': 'acm',
    '@aws-sdk/client-cloudfront': 'cloudfront',
    '@aws-sdk/client-ec2': 'ec2',
    '@aws-sdk/client-elastic-load-balancing': 'elasticloadbalancing',
    '@aws-sdk/client-elastic-load-balancing-v2': 'elasticloadbalancing',
    '@aws-sdk/client-iam': 'iam',
    '@aws-sdk/client-ram': 'ram',
    '@aws-sdk/client-resource-groups-tagging-api': 'tag',
    '@aws-sdk/client-route-53': 'route53',
    '@aws-sdk/client-wafv2': 'wafv2',
  };
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map(file => readFileSync(resolve(source, file), 'utf8'));
  const actions = files.flatMap(text =>
    Object.entries(services).flatMap(([module, service]) => {
      const imported =
        new RegExp(`import \\{([^}]*)\\} from '${module}'`).exec(text)?.[1] ??
        '';
      return [...text.matchAll(/new (\w+)Command\(/g)]
        .map(([, name]) => name)
        .flatMap(name => importedName(imported, `${name}Command`) ?? [])
        .map(name => `${service}:${name.replace(/Command$/, '')}`);
    }),
  );
  return [...new Set(actions)].sort();
}

/** What the module calls a command that a file may have given another name. */
function importedName(imported: string, local: string): string | undefined {
  const [, original] = new RegExp(`(\\w+) as ${local}\\b`).exec(imported) ?? [];
  return original ?? (imported.includes(local) ? local : undefined);
}

/** The actions of each policy in the documentation, by the statement's id. */
function actionsInDocs(): Record<string, string[]> {
  const page = readFileSync(resolve(source, '../docs/iam-policies.md'), 'utf8');
  const policies: { Statement: { Sid: string; Action: string[] }[] }[] = [
    ...page.matchAll(/```json\n([\s\S]*?)```/g),
  ].map(([, text]) => JSON.parse(text));
  return Object.fromEntries(
    policies
      .flatMap(({ Statement }) => Statement)
      .map(({ Sid, Action }) => [Sid, Action]),
  );
}

/** Load balancers of both APIs and a distribution with all that inspections look for. */
async function lookAtOtherKinds(wire: Wire): Promise<void> {
  const { signal } = new AbortController();
  const { provider, sandbox } = wire;
  const { world } = sandbox;
  const foreign = world.network.subnetsOfVpc(
    ANALYTICS,
    world.network.ensureDefaultVpc(ANALYTICS).id,
  );
  world.shares.create(ANALYTICS, {
    name: 'entrance',
    resourceArns: foreign.map(
      ({ id }) => `arn:aws:ec2:eu-west-1:333344445555:subnet/${id}`,
    ),
    principals: [PROVIDER.accountId],
  });
  const { loadBalancer, targetGroup } = makeLoadBalancer(wire, 'entrance', {
    scheme: 'internet-facing',
    subnetIds: foreign.map(({ id }) => id),
    tags: { 'elbv2.k8s.aws/cluster': 'platform-eu' },
  });
  world.setTargetHealth(targetGroup.id, {
    state: 'unhealthy',
    reason: 'Target.Timeout',
  });
  world.classicLoadBalancers.create(PROVIDER, {
    name: 'legacy',
    subnetIds: [foreign[0].id],
    listeners: [
      { protocol: 'TCP', port: 80, instanceProtocol: 'TCP', instancePort: 80 },
    ],
  });
  // Only its policies tell whether a role of this name is the controller's.
  const oidc = `arn:aws:iam::${PROVIDER.accountId}:oidc-provider/oidc.example`;
  world.roles.create(PROVIDER.accountId, {
    name: 'platform',
    trustPolicy: JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: oidc },
        Action: 'sts:AssumeRoleWithWebIdentity',
      },
    }),
  });
  const inside = makeLoadBalancer(wire, 'inside');
  const vpcOrigin = world.vpcOrigins.create(PROVIDER.accountId, {
    config: { name: 'inside', originArn: inside.loadBalancer.id },
  });
  // Two web ACLs: the survey asks what stands behind them. A load balancer that is looked at again is asked for its own.
  for (const name of ['entrance', 'spare']) {
    world.webAcls.create(PROVIDER, { name, wafScope: 'REGIONAL' });
  }
  // Only the rule group itself tells whether all of its rules are overridden.
  const onTrial = world.webAcls.create(
    { ...PROVIDER, region: 'us-east-1' },
    {
      name: 'on-trial',
      wafScope: 'CLOUDFRONT',
      rules: [overriddenRule(['AnonymousIPList'])],
    },
  );
  // Only the certificate itself tells how its renewal goes.
  const renewing = world.certificates.create(
    { ...PROVIDER, region: 'us-east-1' },
    {
      domainName: 'private.acme.example',
      state: 'ISSUED',
      notAfter: sandbox.clock.now() + 20 * 24 * 60 * 60 * 1000,
    },
  );
  publish(
    wire,
    'private',
    { vpcOriginId: vpcOrigin.id },
    { certificateArn: renewing.id, webAclArn: onTrial.id },
  );
  publish(wire, 'public', { host: loadBalancer.dnsName });
  const inspect = (scopeId: string, exposure: SurveyedExposure) =>
    provider.inspect({ scopeId, exposure, connections: [] }, { signal });
  for (const scopeId of [PROVIDER_SCOPE, PROVIDER_GLOBAL_SCOPE]) {
    const { exposures } = await surveyScope(wire, scopeId);
    for (const exposure of [...exposures, ...exposures]) {
      await inspect(scopeId, exposure);
    }
    if (scopeId !== PROVIDER_GLOBAL_SCOPE) continue;
    // Made after the listing that the other inspections share.
    const { arn } = publish(wire, 'late', { host: loadBalancer.dnsName });
    await inspect(scopeId, { ...exposures[0], nativeId: arn });
  }
}

describe('requiredIamActions', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({
      kinds: { loadBalancers: true, distributions: true },
    });
  });
  afterEach(() => wire.stop());

  it('are those of the commands in the source', () => {
    expect(actionsInSource()).toEqual(allActions);
  });

  it('are those of the policies in the documentation', () => {
    const { PosternReader, PosternApprover } = actionsInDocs();

    expect(PosternReader).toEqual(reader);
    expect(PosternApprover).toEqual(approver);
  });

  it('are all that a full run sends, each of them sent', async () => {
    const { signal } = new AbortController();
    const { provider, sandbox } = wire;
    const { service } = exposeService(wire, 'ledger', {
      privateDnsName: 'ledger.acme.example',
      supportedRegions: ['us-east-1'],
    });
    const connect = () =>
      sandbox.world.connect({
        consumerAccount: ANALYTICS.accountId,
        region: ANALYTICS.region,
        serviceName: service.serviceName,
      });
    const endpoints = [connect(), connect()];
    const { exposures, connections } = await surveyScope(wire);
    const [exposure] = exposures;
    const ref = (nativeId: string) => ({
      scopeId: PROVIDER_SCOPE,
      exposureNativeId: exposure.nativeId,
      nativeId,
    });

    await provider.inspect(
      { scopeId: PROVIDER_SCOPE, exposure, connections },
      { signal },
    );
    await provider.readConnection(ref(endpoints[0].id), { signal });
    await provider.decide(ref(endpoints[0].id), 'approve', '', { signal });
    await provider.decide(ref(endpoints[1].id), 'reject', '', { signal });
    await provider.startDomainVerification(
      { scopeId: PROVIDER_SCOPE, nativeId: exposure.nativeId },
      { signal },
    );

    await lookAtOtherKinds(wire);

    const sent = new Set(wire.calls.map(({ operation }) => operation));
    expect([...sent].sort()).toEqual(allActions);
  });
});
