import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exposeService } from '../__testUtils__/exposeService';
import {
  ANALYTICS,
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';
import { requiredIamActions } from '../requiredIamActions';

jest.setTimeout(60_000);

const source = resolve(__dirname, '..');
const { reader, approver } = requiredIamActions;
const allActions = [...reader, ...approver].sort();

/** Every command that a source file constructs, as the IAM action it needs. */
function actionsInSource(): string[] {
  const services = {
    '@aws-sdk/client-ec2': 'ec2',
    '@aws-sdk/client-elastic-load-balancing-v2': 'elasticloadbalancing',
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
        .filter(name => imported.includes(`${name}Command`))
        .map(name => `${service}:${name}`);
    }),
  );
  return [...new Set(actions)].sort();
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

describe('requiredIamActions', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire();
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

    const sent = new Set(wire.calls.map(({ operation }) => operation));
    expect([...sent].sort()).toEqual(allActions);
  });
});
