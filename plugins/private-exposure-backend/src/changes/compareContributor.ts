import type { Contributor } from './ContributorList';
import type { GitUser } from './findGitUsers';

/**
 * Whether a person whom a Git host names is a user. An address that no user has may be anybody's.
 *
 * @param loginAnnotation - the annotation that names the login on that host
 * @param users - the user, if the catalog has them, and whoever has the person's address
 * @internal
 */
export function compareContributor(
  person: Contributor,
  options: {
    userEntityRef: string;
    loginAnnotation: string;
    users: readonly GitUser[];
  },
): 'same' | 'other' | 'unknown' {
  const { userEntityRef, loginAnnotation, users } = options;
  if (person.login === undefined) {
    const owners = users.filter(({ email }) => email === person.email);
    if (owners.length === 0) return 'unknown';
    const isTheirs = owners.some(owner => owner.entityRef === userEntityRef);
    return isTheirs ? 'same' : 'other';
  }
  const user = users.find(({ entityRef }) => entityRef === userEntityRef);
  const login = toLogin(user?.annotations[loginAnnotation]);
  if (!login) return 'unknown';
  return login === person.login ? 'same' : 'other';
}

/** GitLab's users have the address of their page there (`https://gitlab.com/mira`). */
function toLogin(annotation: string | undefined): string | undefined {
  return annotation?.replace(/\/+$/, '').split('/').at(-1)?.toLowerCase();
}
