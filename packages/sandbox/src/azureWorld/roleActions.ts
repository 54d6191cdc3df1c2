import { armKey } from './armIds';
import { RoleAssignment } from './types';

/**
 * Actions of Azure's built-in roles, as far as the sandbox plays what they are
 * about.
 *
 * @public
 */
export const builtInRoles = {
  Reader: { actions: ['*/read'], notActions: [] },
  Contributor: {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
    ],
  },
  'Network Contributor': {
    actions: [
      'Microsoft.Network/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
    notActions: [],
  },
} as const satisfies Record<
  string,
  { actions: readonly string[]; notActions: readonly string[] }
>;

function matches(pattern: string, action: string): boolean {
  const parts = pattern
    .toLowerCase()
    .split('*')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(action.toLowerCase());
}

/** Whether one of the assignments allows an action at an id. @internal */
export function isActionAllowed(
  assignments: readonly RoleAssignment[],
  action: string,
  scope: string,
): boolean {
  return assignments.some(assignment => {
    const isBelow = `${armKey(scope)}/`.startsWith(
      `${armKey(assignment.scope)}/`,
    );
    return (
      isBelow &&
      assignment.actions.some(pattern => matches(pattern, action)) &&
      !assignment.notActions.some(pattern => matches(pattern, action))
    );
  });
}
