import { setFlagsFromString } from 'node:v8';

/**
 * Makes this process one that ends soon. A lint of some thousand files is over before code that V8 has inlined into other
 * code, or compiled for speed at all but where it is hottest, has paid for its compilation, which takes a third of the
 * processor time. Node 22 and 24 know both flags.
 *
 * @public
 */
export function tuneProcess(): void {
  setFlagsFromString('--no-turbo-inlining');
  setFlagsFromString('--invocation-count-for-turbofan=20000');
}
