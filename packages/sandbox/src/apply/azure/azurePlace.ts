import { ArmPlace } from '../../azureWorld';
import { Args, optionalString, requiredString } from '../resources/args';
import { ApplyContext } from '../types';

/**
 * Where the arguments of a resource put it, and at which location.
 *
 * @throws AzureFault `ResourceGroupNotFound` for a group that is not there.
 * @internal
 */
export function azurePlace(
  args: Args,
  { azure, scope }: ApplyContext,
): ArmPlace & { location: string } {
  const subscriptionId = scope.accountId;
  const resourceGroup = requiredString(args, 'resource_group_name');
  const group = azure.directory.getGroup(subscriptionId, resourceGroup);
  return {
    subscriptionId,
    resourceGroup,
    name: requiredString(args, 'name'),
    location: optionalString(args, 'location') ?? group.location,
  };
}
