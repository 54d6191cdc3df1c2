import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** What rules noticed in the files. @internal */
export function findingsOutput(z: Zod) {
  return z.array(z.record(z.any()), {
    description: 'What the rules noticed: rule, severity, message, remedy.',
  });
}

/** What a reviewer should know of the files. @internal */
export function reportOutput(z: Zod) {
  return z.string({
    description:
      'What the Services and Ingresses become, next to what they were, and what the rules noticed, in Markdown.',
  });
}

/** Outputs of every action that writes the files of a change. @internal */
export const changeOutputs = {
  title: (z: Zod) => z.string({ description: "The pull request's title." }),
  description: (z: Zod) =>
    z.string({
      description:
        "The pull request's text, in Markdown: what becomes reachable, by whom, what to check, how to undo it.",
    }),
  branchName: (z: Zod) =>
    z.string({
      description:
        'A branch for the change; the same change always gets the same.',
    }),
  paths: (z: Zod) =>
    z.array(z.string(), {
      description: 'Paths of the files, from the root of the repository.',
    }),
  filesToDelete: (z: Zod) =>
    z.array(z.string(), {
      description: 'Paths of the files that go, for `publish:*`.',
    }),
  files: (z: Zod) =>
    z.array(z.object({ path: z.string(), content: z.string() }), {
      description: 'The files with their whole text.',
    }),
  filesAsMarkdown: (z: Zod) =>
    z.string({ description: 'The files, to be shown to a person.' }),
  findings: findingsOutput,
};
