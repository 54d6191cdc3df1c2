import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { parseResourceId } from '../mapping/resourceIds';

const REPOSITORY_ROOT = resolve(__dirname, '../../../..');

/** One resource in an answer of Azure, as somebody published or recorded it. */
export interface Payload {
  /** Where it comes from, for the name of a test. */
  file: string;
  /** Type of the resource, lower case. */
  type: string;
  /** The resource as it was sent. */
  resource: Record<string, any>;
}

/** An answer that says what went wrong. */
export interface RecordedFailure {
  /** Where it comes from, for the name of a test. */
  file: string;
  /** HTTP status. */
  status: number;
  /** What was sent. */
  body: string;
}

/**
 * The resources of all published and recorded answers of Azure Resource Manager.
 *
 * @throws NotFoundError if the folder is not there: these tests never pass for lack of payloads.
 */
export function readPayloads(): Payload[] {
  const root = fixturesRoot();
  const published = filesOf(root).flatMap(file => {
    const { responses = {} } = readJson(join(root, file));
    return Object.values<any>(responses).flatMap(({ body }) =>
      resourcesIn(body).map(resource => ({ file, resource })),
    );
  });
  const recorded = interactionsIn(root).flatMap(({ file, response }) =>
    response.status < 300
      ? resourcesIn(response.body).map(resource => ({ file, resource }))
      : [],
  );
  return [...published, ...recorded].flatMap(({ file, resource }) => {
    const type = parseResourceId(resource.id)?.type ?? resource.type;
    return typeof type === 'string'
      ? [{ file, type: type.toLowerCase(), resource }]
      : [];
  });
}

/** The answers that were recorded with a failure. */
export function readFailures(): RecordedFailure[] {
  return interactionsIn(fixturesRoot()).flatMap(({ file, response }) =>
    response.status >= 400
      ? [{ file, status: response.status, body: JSON.stringify(response.body) }]
      : [],
  );
}

function fixturesRoot(): string {
  const root = resolve(
    REPOSITORY_ROOT,
    process.env.POSTERN_FIXTURES ?? '../shared/fixtures',
    'azure',
  );
  if (!existsSync(join(root, 'recorded'))) {
    throw new NotFoundError(
      `'${root}' has no recorded: set POSTERN_FIXTURES to the fixtures folder`,
    );
  }
  return root;
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file =>
    /-\d{4}-\d{2}-\d{2}\/.*\.json$/.test(file),
  );
}

function interactionsIn(root: string) {
  return readdirSync(join(root, 'recorded'))
    .filter(name => name.endsWith('.interactions.json'))
    .flatMap(name =>
      toArray(readJson(join(root, 'recorded', name))).map(
        ({ n, response }) => ({ file: `recorded/${name} ${n}`, response }),
      ),
    );
}

function toArray(content: any): any[] {
  return Array.isArray(content) ? content : content.interactions;
}

function resourcesIn(body: any): Record<string, any>[] {
  if (typeof body !== 'object' || body === null) return [];
  const all = Array.isArray(body.value) ? body.value : [body];
  // Usage figures and the like carry the id of a resource, and are none.
  return all.filter((one: any) => typeof one?.properties === 'object');
}

function readJson(path: string): any {
  return JSON.parse(readFileSync(path, 'utf8'));
}
