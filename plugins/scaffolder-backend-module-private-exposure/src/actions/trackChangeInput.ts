import type { ExposureKind } from '@postern/backstage-plugin-private-exposure-common';
import type { z as zod } from 'zod/v3';
import { entityRefInput } from './inputProperties';

type Zod = typeof zod;

const exposureKinds = [
  'aws-endpoint-service',
  'azure-private-link-service',
  'aws-cloudfront',
  'azure-front-door',
  'azure-private-link-resource',
  'aws-load-balancer',
  'eks-api-endpoint',
] as const satisfies ExposureKind[];

/** What the linter said of the files, as `toJsonFindings` puts it out. */
function findingsInput(z: Zod) {
  const evidence = z.object({ label: z.string(), value: z.string() });
  const finding = z.object({
    ruleId: z.string().min(1).max(100),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    remedy: z.string(),
    path: z.string().min(1).max(1000),
    line: z.number().int().min(1),
    column: z.number().int().optional(),
    evidence: z.array(evidence).optional(),
  });
  return z
    .array(finding, {
      description:
        "What the linter said of the files, for the entity's page: the output `findings` of the action that wrote them. Left out, the page shows nothing of it.",
    })
    .optional();
}

/** Everything that `private-exposure:change:track` takes. @internal */
export const trackChangeInputs = {
  entityRef: entityRefInput,
  purpose: (z: Zod) =>
    z.enum(['expose', 'consume', 'grant', 'withdraw', 'claim'], {
      description: 'What the pull request does.',
    }),
  kind: (z: Zod) =>
    z
      .enum(exposureKinds, {
        description:
          'The kind of exposure that the change is about; `aws-endpoint-service` unless given.',
      })
      .optional(),
  url: (z: Zod) => z.string({ description: "The pull request's web address." }),
  title: (z: Zod) =>
    z.string({ description: "The pull request's title." }).min(1).max(300),
  requestId: (z: Zod) =>
    z
      .string({
        description:
          'The id in the request message of the connection that the pull request makes: the output `requestId` of the action that wrote the files. The portal recognises the connection by it.',
      })
      .optional(),
  findings: findingsInput,
};

/** Everything that `private-exposure:change:track` takes, as read. @internal */
export type TrackChangeInput = {
  [K in keyof typeof trackChangeInputs]: zod.infer<
    ReturnType<(typeof trackChangeInputs)[K]>
  >;
};
