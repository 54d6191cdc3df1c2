import type { Entity } from '@backstage/catalog-model';
import { demoPeople } from 'sandbox';

/** A service of a team. */
export function component(
  name: string,
  owner: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** Somebody with an account on the Git host. */
function person(name: string): Entity {
  const annotations = { 'github.com/user-login': name };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', annotations },
    spec: { profile: { email: `${name}@acme.example` }, memberOf: [] },
  };
}

/** The owners of the tagged services, and the people of the demo. */
export const storyEntities: Entity[] = [
  component('ledger', 'team-payments'),
  component('orders', 'team-orders'),
  ...Object.values(demoPeople).map(person),
];
