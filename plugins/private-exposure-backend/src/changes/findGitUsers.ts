import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { answerOf } from './ContributorList';

/** For how many addresses the catalog is asked; whose is further down is not known. */
const MOST_EMAILS = 100;

/** A user as Git hosts may know them. @internal */
export interface GitUser {
  /** The user entity. */
  entityRef: string;
  /** Of the user entity: some name logins. */
  annotations: Record<string, string>;
  /** In the user entity's profile; in lower case. */
  email?: string;
}

/** A user of the catalog, and whoever has one of some addresses there. @internal */
export async function findGitUsers(
  catalog: Pick<CatalogService, 'queryEntities'>,
  options: {
    credentials: BackstageCredentials;
    userEntityRef: string;
    emails: readonly string[];
  },
): Promise<GitUser[]> {
  const { kind, namespace, name } = parseEntityRef(options.userEntityRef);
  const emails = [...new Set(options.emails)].slice(0, MOST_EMAILS);
  const user = {
    kind,
    'metadata.namespace': namespace,
    'metadata.name': name,
  };
  const others = { kind: 'user', 'spec.profile.email': emails };
  const { items } = await catalog.queryEntities(
    { filter: emails.length > 0 ? [user, others] : [user], limit: 1_000 },
    { credentials: options.credentials },
  );
  return items.map(toGitUser);
}

function toGitUser(entity: Entity): GitUser {
  const { email } = answerOf(answerOf(entity.spec).profile);
  return {
    entityRef: stringifyEntityRef(entity),
    annotations: entity.metadata.annotations ?? {},
    email: typeof email === 'string' ? email.toLowerCase() : undefined,
  };
}
