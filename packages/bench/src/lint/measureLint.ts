import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../childProcess';
import { progress } from '../progress';
import { median, type Row } from '../table';
import { bundleProgram } from './bundleProgram';
import { generateManifests } from './generateManifests';
import {
  hasKubeconform,
  KubeconformCost,
  runKubeconform,
  findSchemas,
  type Schemas,
} from './kubeconform';

const MANY = 10_000;
const FEW = 1_000;
const ROUNDS = 5;

interface Cost {
  /** Processor time after the start. */
  seconds: number;
  /** Time on the clock after the start. */
  wall: number;
  /** Largest resident memory, in bytes. */
  peak: number;
  found: number;
}

async function runProgram(
  mode: 'lint' | 'parse',
  folder: string,
  { file, log }: { file: string; log: string },
): Promise<Cost> {
  const child = startChild({ file, args: [mode, folder], log });
  const answer = await child.firstAnswer;
  await child.stop();
  return answer as unknown as Cost;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
const times = (ratio: number) => `${ratio.toFixed(2)} ×`;

/** Lints 10,000 generated documents, in turns with what it is held against. @internal */
export async function measureLint(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'postern-bench-lint-'));
  try {
    return await measureIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder: string): Promise<Row[]> {
  progress(`Writing ${MANY} documents`);
  const many = join(folder, 'many');
  const few = join(folder, 'few');
  const program = {
    file: await bundleProgram(require.resolve('./lintProgram.ts'), folder),
    log: join(folder, 'log'),
  };
  generateManifests(many, MANY);
  generateManifests(few, FEW);
  const withKubeconform = hasKubeconform();
  const schemas = findSchemas(join(folder, 'schemas'));
  const lints: Cost[] = [];
  const smalls: Cost[] = [];
  const parses: Cost[] = [];
  const others: KubeconformCost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    progress(`Lint in turns with its baselines, ${round + 1} of ${ROUNDS}`);
    lints.push(await runProgram('lint', many, program));
    parses.push(await runProgram('parse', many, program));
    smalls.push(await runProgram('lint', few, program));
    if (withKubeconform) others.push(runKubeconform(many, schemas.location));
  }
  const seconds = median(lints.map(cost => cost.seconds));
  const parse = median(parses.map(cost => cost.seconds));
  const peak = median(lints.map(cost => cost.peak));
  const smallPeak = median(smalls.map(cost => cost.peak));
  const perSecond = Math.round(MANY / seconds);
  return [
    {
      what: 'Documents linted in a second of one core, after start',
      measured: perSecond.toLocaleString('en'),
      limit: '5,000',
      holds: perSecond >= 5_000,
      detail: `${MANY.toLocaleString('en')} files of a document, ${
        lints[0].found
      } findings, median of ${ROUNDS}: ${seconds.toFixed(
        2,
      )} s of processor time, reading included; js-yaml alone ${parse.toFixed(
        2,
      )} s`,
    },
    {
      what: 'Memory for 10,000 files, against that for 1,000',
      measured: times(peak / smallPeak),
      limit: '2 ×',
      holds: peak / smallPeak <= 2,
      detail: `peak resident memory of the whole process, ${megabytes(
        peak,
      )} against ${megabytes(smallPeak)}`,
    },
    ...compare(lints, others, schemas),
  ];
}

function compare(
  lints: readonly Cost[],
  others: readonly KubeconformCost[],
  { what }: Schemas,
): Row[] {
  if (others.length === 0) {
    progress('kubeconform is not installed, so lint is not held against it');
    return [];
  }
  const seconds = median(lints.map(cost => cost.seconds));
  const other = median(others.map(cost => cost.seconds));
  const wall = median(lints.map(cost => cost.wall));
  const otherWall = median(others.map(cost => cost.wall));
  return [
    {
      what: 'Time of a lint, against kubeconform on the same files',
      measured: times(seconds / other),
      limit: '1 ×',
      holds: seconds <= other,
      detail: `processor time in turns, ${seconds.toFixed(
        2,
      )} s against ${other.toFixed(2)} s; on the clock ${wall.toFixed(
        2,
      )} s against ${otherWall.toFixed(
        2,
      )} s; kubeconform with ${what} from the disk and one worker`,
    },
  ];
}
