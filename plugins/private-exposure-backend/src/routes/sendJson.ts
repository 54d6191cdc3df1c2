import type { Response } from 'express';

interface Written {
  body: Buffer;
  etag: string;
}

const written = new WeakMap<object, Written>();

/**
 * Sends an answer as JSON. One that is given again, as the same object, is not written again, and a browser that has it
 * is told so (304).
 *
 * @internal
 */
export function sendJson(res: Response, answer: object): void {
  const { body, etag } = written.get(answer) ?? write(res, answer);
  res.type('application/json').set('ETag', etag).send(body);
}

function write(res: Response, answer: object): Written {
  const body = Buffer.from(JSON.stringify(answer));
  // Express' own, as for every other answer.
  const etag: string = res.app.get('etag fn')(body, 'utf8');
  const one = { body, etag };
  written.set(answer, one);
  return one;
}
