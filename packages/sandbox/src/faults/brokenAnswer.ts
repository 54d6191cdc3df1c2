import { Fault } from './FaultRules';

/** Faults that take the place of an answer. @internal */
export const BREAKING: Fault['effect']['type'][] = [
  'error',
  'timeout',
  'reset',
  'failed-page',
];

/** What a fault puts in the place of an answer. @internal */
export type BrokenAnswer =
  | { type: 'silence' | 'reset' }
  | { type: 'error'; code: string; message: string; status: number };

/** Raised where a fault takes the answer away. @internal */
export class NoAnswer extends Error {
  readonly type: 'silence' | 'reset';

  constructor(type: 'silence' | 'reset') {
    super(type);
    this.type = type;
  }
}

/**
 * What comes instead of an answer; undefined for a fault that breaks none.
 *
 * @internal
 */
export function brokenAnswer(
  fault: Fault | undefined,
): BrokenAnswer | undefined {
  const effect = fault?.effect;
  if (effect?.type === 'timeout') return { type: 'silence' };
  if (effect?.type === 'reset') return { type: 'reset' };
  if (effect?.type === 'error' || effect?.type === 'failed-page') {
    const { code = 'InternalError', status = 500 } = effect;
    const message = 'message' in effect ? effect.message : undefined;
    return {
      type: 'error',
      code,
      message: message ?? 'Injected by the sandbox',
      status,
    };
  }
  return undefined;
}
