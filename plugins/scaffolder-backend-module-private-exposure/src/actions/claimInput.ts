import { resourceAnnotations } from '@postern/backstage-plugin-private-exposure-common';
import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** A kind that an annotation names. @internal */
export type ClaimedKind = keyof typeof resourceAnnotations;

// In the order of the annotations; a list of a type for the schema, which takes no other.
const claimedKinds = Object.keys(resourceAnnotations) as [
  ClaimedKind,
  ...ClaimedKind[],
];

/** What a claim is asked for. @internal */
export interface ClaimInput {
  entityRef?: string;
  component?: {
    name: string;
    owner: string;
    type?: string;
    lifecycle?: string;
    description?: string;
  };
  kind: ClaimedKind;
  nativeId: string;
  path?: string;
}

/** Inputs of a claim besides those that all actions share. @internal */
export const claimInputs = {
  entityRef: (z: Zod) =>
    z
      .string({
        description:
          'The component that claims the resource. You must be able to read it. Left out for a new one.',
      })
      .optional(),
  component: (z: Zod) =>
    z
      .object({
        name: z
          .string({
            description: 'Its name in the catalog, in the default namespace.',
          })
          .regex(
            /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
            'must be a name of the catalog: letters, digits, -, _ and .',
          ),
        owner: z.string({
          description:
            'The group or user that owns it, as an entity reference.',
        }),
        type: z
          .string({ description: 'Its type; `service` unless given.' })
          .optional(),
        lifecycle: z
          .string({ description: 'Its lifecycle; `production` unless given.' })
          .optional(),
        description: z
          .string({ description: 'What it is, one line.' })
          .optional(),
      })
      .optional(),
  kind: (z: Zod) =>
    z.enum(claimedKinds, {
      description: 'The kind of exposure that the resource is.',
    }),
  nativeId: (z: Zod) =>
    z.string({
      description:
        'The resource, by its ARN or ARM id, as the portal lists it.',
    }),
  path: (z: Zod) =>
    z
      .string({
        description:
          'Path of the catalog file below `folder`; `catalog-info.yaml` unless given.',
      })
      .optional(),
};
