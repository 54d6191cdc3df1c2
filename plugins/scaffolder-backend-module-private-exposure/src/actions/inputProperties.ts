import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** A text that may be left out, as a field of an input. @internal */
export const optionalText = (z: Zod, description: string) =>
  z.string({ description }).optional();

/** A text that may be left out, as an input of its own. @internal */
export const optionalTextInput = (description: string) => (z: Zod) =>
  optionalText(z, description);

/** The entity that a change is for. @internal */
export function entityRefInput(z: Zod) {
  return z.string({
    description:
      'The catalog entity, for example `component:default/payments`. You must be able to read it.',
  });
}

/** The cluster, by the name of its profile. @internal */
export function clusterInput(z: Zod) {
  return z.string({
    description: 'Name of a cluster profile of `privateExposure.clusters`.',
  });
}

/** Where the repository was fetched to. @internal */
export function sourcePathInput(z: Zod) {
  return z
    .string({
      description:
        'Folder of the workspace with the fetched repository; `./repository` unless given.',
    })
    .optional();
}

/** Where the change's files go. @internal */
export function targetPathInput(z: Zod) {
  return z
    .string({
      description:
        'Folder of the workspace for the files of the change; `./change` unless given. Give it to `publish:*` as `sourcePath`.',
    })
    .optional();
}

/** The entity's folder in the repository. @internal */
export function folderInput(z: Zod) {
  return z
    .string({
      description:
        'Folder of the repository that paths are relative to; its root unless given.',
    })
    .optional();
}

/** Why the change is wanted. @internal */
export function reasonInput(z: Zod) {
  return z
    .string({ description: 'Why it is needed, one line for the reviewer.' })
    .optional();
}

/** Inputs of every action that writes a change for an entity. @internal */
export const changeInputs = {
  entityRef: entityRefInput,
  reason: reasonInput,
  sourcePath: sourcePathInput,
  targetPath: targetPathInput,
  folder: folderInput,
};

/** Inputs of an action that also takes back what no entity claims. @internal */
export const unclaimedChangeInputs = {
  ...changeInputs,
  entityRef: (z: Zod) =>
    z
      .string({
        description:
          'The catalog entity, for example `component:default/payments`. You must be able to read it. Left out for what no entity claims; names are then given.',
      })
      .optional(),
};

/** Folder that fetched repositories are read from. @internal */
export const DEFAULT_SOURCE_PATH = './repository';

/** Folder that the files of a change are written to. @internal */
export const DEFAULT_TARGET_PATH = './change';
