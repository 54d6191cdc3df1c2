import { Agent, request } from 'node:http';

/** A target of the load. @internal */
export interface Target {
  /** Name in the result. */
  name: string;
  /** Where the n-th request goes. */
  request: (n: number) => { url: string; method?: string; body?: unknown };
  /** Who asks it, another for each round; the same for all targets if left out. */
  newToken?: () => Promise<string>;
}

/**
 * Sends requests to some targets in turns, round by round, so that a change in the machine's speed meets all of them
 * alike. The first rounds warm up and are not counted: V8 compiles what is hot in the first thousands of requests, and
 * each target's code is its own. Returns the milliseconds of each request by target.
 *
 * @internal
 */
export async function measureInTurns(options: {
  targets: readonly Target[];
  token: string;
  rounds: number;
  requestsPerRound: number;
  concurrency: number;
  warmUpRounds?: number;
}): Promise<Record<string, number[]>> {
  const { warmUpRounds = 4 } = options;
  const agent = new Agent({
    keepAlive: true,
    maxSockets: options.concurrency,
  });
  const times: Record<string, number[]> = {};
  try {
    for (let round = -warmUpRounds; round < options.rounds; round++) {
      for (const target of options.targets) {
        const token = (await target.newToken?.()) ?? options.token;
        const measured = await runRound({ ...options, token, target, agent });
        if (round >= 0) (times[target.name] ??= []).push(...measured);
      }
    }
  } finally {
    agent.destroy();
  }
  return times;
}

async function runRound(options: {
  target: Target;
  token: string;
  requestsPerRound: number;
  concurrency: number;
  agent: Agent;
}): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < options.requestsPerRound) {
      const { url, method, body } = options.target.request(next++);
      const start = performance.now();
      await send({
        url,
        method,
        body,
        token: options.token,
        agent: options.agent,
      });
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return times;
}

function send(options: {
  url: string;
  method?: string;
  body?: unknown;
  token: string;
  agent: Agent;
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const req = request(
      options.url,
      {
        agent: options.agent,
        method: options.method ?? 'GET',
        headers: {
          Authorization: `Bearer ${options.token}`,
          ...(options.body ? { 'Content-Type': 'application/json' } : {}),
        },
      },
      res => {
        res.on('error', reject);
        if (res.statusCode === 200) {
          // Thrown away as it comes: what a generator makes of answers, it has to collect, and measures as if they were late.
          res.on('end', resolve).resume();
          return;
        }
        let text = '';
        res.setEncoding('utf8');
        res.on('data', chunk => {
          text += chunk;
        });
        res.on('end', () =>
          reject(new Error(`${options.url}: ${res.statusCode} ${text}`)),
        );
      },
    );
    req.on('error', reject);
    req.end(options.body ? JSON.stringify(options.body) : undefined);
  });
}
