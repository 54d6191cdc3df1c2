import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../runCli';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';

/** A Service of type LoadBalancer with annotations, given without their prefix as lines of YAML. */
export function service(...annotations: string[]): string {
  const lines = annotations.map(line => `    ${P}${line}\n`).join('');
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n${lines}spec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  selector: {app: payments}\n  ports: [{port: 443}]\n`;
}

/** One error: annotations are strings. On line 6, column 5. */
export const WITH_ERROR = service('multi-cluster-target-group: true');
/** The rule that finds it. */
export const ERROR_RULE = 'annotation/not-a-string';
/** One warning, which has a fix: a mistyped key. */
export const WITH_WARNING = service('shceme: internal');
/** The rule that finds it. */
export const WARNING_RULE = 'annotation/unknown';
/** Nothing to find. */
export const GOOD = service('scheme: internal');

/** What a call of the command line left. */
export interface Called {
  code: number;
  output: string;
  warnings: string;
}

/** A temporary folder in which the command line is called. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'private-exposure-'));

  write(files: Record<string, string | Uint8Array>): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Calls the command line; `stdin` and the working folder can be given. */
  async call(
    argv: readonly string[],
    given: { stdin?: string; below?: string; today?: string } = {},
  ): Promise<Called> {
    const called: Called = { code: -1, output: '', warnings: '' };
    called.code = await runCli(argv, {
      cwd: join(this.folder, given.below ?? '.'),
      write: text => {
        called.output += text;
      },
      warn: text => {
        called.warnings += text;
      },
      readStdin: async () => new TextEncoder().encode(given.stdin ?? ''),
      hasColours: false,
      now: () => new Date(`${given.today ?? '2026-11-24'}T12:00:00Z`),
    });
    return called;
  }

  /** Lints, and parses what `--format json` says. */
  async findings(
    argv: readonly string[],
    given: Parameters<Workspace['call']>[1] = {},
  ) {
    const { output } = await this.call(
      ['lint', '--format', 'json', ...argv],
      given,
    );
    return JSON.parse(output);
  }

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@example.com',
      },
    }).trim();
  }

  /** Makes a commit of everything in the folder. */
  commit(): string {
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=a');
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
