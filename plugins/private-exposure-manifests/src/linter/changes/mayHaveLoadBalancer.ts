import { ServiceTarget } from '../targets';

/** Whether a load balancer may stand for it: a whole Service of another type has none, of a part that isn't known. */
export function mayHaveLoadBalancer({
  isWholeService,
  object,
}: ServiceTarget): boolean {
  return isWholeService || object === undefined;
}
