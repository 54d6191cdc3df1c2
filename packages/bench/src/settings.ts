import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The account that is measured: one in which the sandbox has nothing of its own.
 *
 * @internal
 */
export const ACCOUNT = '777788889999';

/** Its region. @internal */
export const REGION = 'eu-west-1';

/** The role in that account that is assumed. @internal */
export const ROLE = 'Postern';

/** The source that holds what is in them. @internal */
export const SCOPE_ID = `aws/${ACCOUNT}/${REGION}`;

/** The sandbox's static key. It opens nothing but a sandbox on loopback. @internal */
export const SANDBOX_KEY = {
  accessKeyId: 'AKIAPOSTERNSANDBOX01',
  secretAccessKey: 'sandbox-only-secret-key',
};
/**
 * The Azure subscription that is measured, its source, and who reads it: the sandbox's own, which opens nothing else.
 *
 * @internal
 */
export const AZURE = {
  tenantId: '00000000-aaaa-4000-8000-000000000001',
  clientId: '00000000-bbbb-4000-8000-000000000001',
  clientSecret: 'sandbox-only-secret',
  subscriptionId: '00000000-cccc-4000-8000-000000000001',
  scopeId: 'azure/00000000-cccc-4000-8000-000000000001',
};

/** Which cloud a bench's backend looks at. @internal */
export type Cloud = 'aws' | 'azure';

/** A token that the bench's backend accepts. @internal */
export const TOKEN = 'bench-token-on-loopback-only';

interface BenchSettings {
  folder: string;
  port: number;
  database: string;
  entities: string;
  cloud: Cloud;
  azureUrl: string;
}

/**
 * Writes the configuration of the bench's backend and returns its path. One survey runs some time after the start, the
 * others when they are asked for.
 *
 * @internal
 */
export function writeConfig(settings: BenchSettings): string {
  const path = join(settings.folder, 'app-config.bench.json');
  writeFileSync(path, JSON.stringify(configOf(settings)));
  return path;
}

function configOf(settings: BenchSettings) {
  const { port, database, entities, cloud } = settings;
  const url = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'pg',
        connection: database,
        prefix: databasePrefix(cloud),
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
    },
    auth: { environment: 'development', providers: { bench: {} } },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Component', 'Group'] }],
      locations: [{ type: 'file', target: entities }],
      processingInterval: { hours: 12 },
    },
    aws: {
      mainAccount: SANDBOX_KEY,
      accountDefaults: { roleName: ROLE, region: REGION },
    },
    privateExposure: exposureSettings(settings),
  };
}

function exposureSettings({ cloud, azureUrl }: BenchSettings) {
  const never = { days: 20 };
  return {
    observation: {
      frequency: never,
      // A refresh brings a survey forward to this; what moved a second ago counts as quiet.
      activeFrequency: { seconds: 1 },
      activeFor: { seconds: 1 },
      staleAfter: never,
      // Longer than the backend takes to come to rest and V8 to give back what the start took, for memory is read
      // before the first survey.
      initialDelay: { seconds: 75 },
      inspection: { perMinute: 1 },
    },
    changes: { pollInterval: { hours: 1 } },
    costs: { perHour: { 'aws-endpoint-service': 0.024 } },
    // The budgets spare the account on purpose; here the code is measured, not the sparing.
    ...(cloud === 'aws' ? { aws: awsSettings() } : {}),
    ...(cloud === 'azure' ? { azure: azureSettings(azureUrl) } : {}),
  };
}

const lifted = { perSecond: 10000, burst: 10000 };

/** Those that the provider has a budget for. */
const awsApis = [
  'acm',
  'cloudfront',
  'ec2',
  'elb',
  'elbv2',
  'iam',
  'ram',
  'route53',
  'tagging',
  'wafv2',
];

function awsSettings() {
  return {
    accounts: [{ accountId: ACCOUNT, regions: [REGION] }],
    callBudget: Object.fromEntries(awsApis.map(api => [api, lifted])),
  };
}

function azureSettings(url: string) {
  const { tenantId, clientId, clientSecret, subscriptionId } = AZURE;
  return {
    tenants: [
      {
        tenantId,
        authorityHost: url,
        resourceManagerUrl: url,
        credential: { type: 'client-secret', clientId, clientSecret },
        subscriptions: [{ subscriptionId }],
      },
    ],
    callBudget: { reads: lifted },
  };
}

/** What the names of a backend's databases begin with: each cloud's has its own. @internal */
export function databasePrefix(cloud: Cloud): string {
  return cloud === 'aws' ? 'backstage_plugin_' : `postern_bench_${cloud}_`;
}

/** Writes a catalog file of components, and returns its path and their references. @internal */
export function writeEntities(
  folder: string,
  count: number,
): { path: string; refs: string[] } {
  const names = Array.from({ length: count }, (_, n) => `service-${n + 1}`);
  const documents = names.map(name =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, description: `The ${name} of the benchmark` },
      spec: { type: 'service', lifecycle: 'production', owner: 'team-bench' },
    }),
  );
  documents.push(
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'team-bench' },
      spec: { type: 'team', children: [] },
    }),
  );
  const path = join(folder, 'entities.yaml');
  writeFileSync(path, documents.join('\n---\n'));
  return { path, refs: names.map(name => `component:default/${name}`) };
}
