import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { UsageError } from '../UsageError';

/** Calls of git in a folder. @internal */
export class Git {
  constructor(private readonly cwd: string) {}

  /**
   * @param input - What git is to read.
   * @returns What git wrote, or its words of refusal.
   * @throws {@link UsageError} where git isn't installed.
   */
  async ask(
    args: readonly string[],
    input = '',
  ): Promise<{ output: Buffer } | { refusal: string }> {
    const child = spawn('git', args, { cwd: this.cwd });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    // Git may end before it has read everything; how it ended says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    try {
      const [output, refusal, code] = await Promise.all([
        buffer(child.stdout),
        text(child.stderr),
        ended,
      ]);
      return code === 0 ? { output } : { refusal: refusal.trim() };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new UsageError("--base needs git, which isn't installed");
    }
  }

  /** @throws {@link UsageError} with git's words where it refuses. */
  async run(args: readonly string[], input?: string): Promise<Buffer> {
    const answer = await this.ask(args, input);
    if ('output' in answer) return answer.output;
    throw new UsageError(`git ${args[0]}: ${answer.refusal}`);
  }
}
