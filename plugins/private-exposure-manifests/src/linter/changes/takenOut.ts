import { InfrastructureChange } from '../targets';
import { FILE_START } from './nearestPlace';

/** What a change takes out of a file. @internal */
export function takenOut(
  path: string,
  what: Partial<InfrastructureChange>,
): InfrastructureChange {
  return {
    type: 'change',
    subject: 'infrastructure',
    path,
    ...FILE_START,
    removedServices: [],
    removedPrincipals: [],
    removedPrivateNames: [],
    changedVpcOrigins: [],
    ...what,
  };
}
