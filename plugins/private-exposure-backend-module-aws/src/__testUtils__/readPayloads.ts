import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotFoundError } from '@backstage/errors';

const REPOSITORY_ROOT = resolve(__dirname, '../../../..');

/** One answer of AWS as somebody published or recorded it. */
export interface Payload {
  /** Where it comes from, for the name of a test. */
  file: string;
  /** The answer, with dates as the SDK has them. */
  content: Record<string, unknown>;
}

/**
 * The published and recorded answers of the services that the provider calls.
 *
 * @throws NotFoundError if the folder is not there: these tests never pass for lack of payloads.
 */
export function readPayloads(): Payload[] {
  const root = resolve(
    REPOSITORY_ROOT,
    process.env.POSTERN_FIXTURES ?? '../shared/fixtures',
  );
  if (!existsSync(join(root, 'aws', 'recorded'))) {
    throw new NotFoundError(
      `'${root}' has no aws/recorded: set POSTERN_FIXTURES to the fixtures folder`,
    );
  }
  const published = ['ec2', 'elbv2', 'cloudfront', 'wafv2', 'acm', 'ram']
    .map(service => `aws/${service}`)
    .flatMap(folder =>
      filesOf(root, folder).map(file => ({ file, content: read(root, file) })),
    );
  const recorded = filesOf(root, 'aws/recorded')
    .filter(file =>
      /__(acm|cloudfront|ec2|elasticloadbalancing|ram|wafv2)\.\w+\.json$/.test(
        file,
      ),
    )
    .map(file => {
      const { data } = read(root, file) as {
        data: Record<string, unknown>;
      };
      return { file, content: data };
    });
  return [...published, ...recorded];
}

function filesOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter(file => file.endsWith('.json'))
    .map(file => join(folder, file));
}

function read(root: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, file), 'utf8'), revive);
}

interface RecordedDate {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** The payloads with a member, and that member. */
export function withMember<Member>(
  payloads: readonly Payload[],
  name: string,
): { file: string; member: Member }[] {
  return payloads
    .filter(({ content }) => name in content)
    .map(({ file, content }) => ({ file, member: content[name] as Member }));
}

/** Dates stand as text in the published answers and as parts in the recorded ones; the SDK has them as dates. */
function revive(key: string, value: unknown): unknown {
  if (isRecordedDate(value)) {
    const { year, month, day, hour, minute, second } = value;
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  }
  return typeof value === 'string' && /(Timestamp|Time)$/.test(key)
    ? new Date(value)
    : value;
}

function isRecordedDate(value: unknown): value is RecordedDate {
  return (
    typeof value === 'object' &&
    value !== null &&
    '__class__' in value &&
    value.__class__ === 'datetime'
  );
}
