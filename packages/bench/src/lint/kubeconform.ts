import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = ['deployment', 'service', 'configmap', 'ingress'];

/** Whether kubeconform is installed. @internal */
export function hasKubeconform(): boolean {
  return spawnSync('kubeconform', ['-v']).status === 0;
}

/** The schemas that kubeconform is given. @internal */
export interface Schemas {
  /** As kubeconform takes it. */
  location: string;
  /** What they are. */
  what: string;
}

/**
 * Kubernetes' own schemas, by which people use kubeconform, from the folder in `POSTERN_BENCH_KUBERNETES_SCHEMAS`: its
 * `-standalone` ones. Left out, no network is needed: schemas are written that ask for little, which spares kubeconform
 * work.
 *
 * @internal
 */
export function findSchemas(folder: string): Schemas {
  const own = process.env.POSTERN_BENCH_KUBERNETES_SCHEMAS;
  return own
    ? {
        location: join(own, '{{ .ResourceKind }}{{ .KindSuffix }}.json'),
        what: "Kubernetes' schemas",
      }
    : { location: writeSchemas(folder), what: 'schemas that ask for little' };
}

function writeSchemas(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const schema = {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata'],
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object', required: ['name'] },
      spec: { type: 'object' },
      data: { type: 'object' },
    },
  };
  for (const kind of KINDS)
    writeFileSync(join(folder, `${kind}.json`), JSON.stringify(schema));
  return join(folder, '{{ .ResourceKind }}.json');
}

/** Processor time of the children that ended, in seconds: proc(5), fields 16 and 17 of stat. */
function readChildrenTime(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** What a run of kubeconform took, in seconds. @internal */
export interface KubeconformCost {
  /** Processor time. */
  seconds: number;
  /** On the clock. */
  wall: number;
}

/** Checks a folder with kubeconform on one core. @internal */
export function runKubeconform(
  folder: string,
  location: string,
): KubeconformCost {
  const begun = performance.now();
  const before = readChildrenTime();
  const ended = spawnSync(
    'kubeconform',
    ['-n', '1', '-summary', '-schema-location', location, folder],
    {
      env: { ...process.env, GOMAXPROCS: '1' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const wall = (performance.now() - begun) / 1e3;
  // Values of charts are no objects, which it says and goes on.
  if (!/^Summary: /m.test(ended.stdout)) {
    throw new Error(`kubeconform failed: ${ended.stderr || ended.stdout}`);
  }
  return { seconds: readChildrenTime() - before, wall };
}
