import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** The entity that a change is for. @internal */
export function entityRefInput(z: Zod) {
  return z.string({
    description:
      'The catalog entity, for example `component:default/payments`. You must be able to read it.',
  });
}
