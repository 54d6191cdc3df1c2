import { DeploymentTarget } from '../types';
import { KubernetesService } from './KubernetesService';

/**
 * What stands for a Service's uid in the names that controllers make of it: the same for as long as the Service lives,
 * another one for a Service of the same name that is made again.
 * @internal
 */
export function uidOf(
  { namespace, name, deletions = 0 }: KubernetesService,
  { cluster }: DeploymentTarget,
): string {
  const first = `${cluster}/${namespace}/${name}`;
  return deletions === 0 ? first : `${first}/${deletions}`;
}
