import type { z as zod } from 'zod/v3';

/** The id by which a change's connection is recognised. @internal */
export function requestIdOutput(z: typeof zod) {
  return z
    .string({
      description:
        'The random id in the request message of the connection that comes of the change. Give it to `private-exposure:change:track`, so that the portal recognises the connection; none where the files have a message of their own.',
    })
    .optional();
}
