import { z } from 'zod';
import { patternText } from '../values/text';

/** Azure judges a target within this time, in seconds: interval times number of probes. */
const LONGEST = 120;

/**
 * How the load balancer checks its targets, where the cloud provider's own choice is not right.
 *
 * @remarks https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/#custom-load-balancer-health-probe
 *
 * @public
 */
export const azureHealthProbeSchema = z
  .object({
    protocol: z.enum(['tcp', 'http', 'https']),
    /** For HTTP and HTTPS only. */
    path: patternText({
      pattern: /^\/[A-Za-z0-9._~!&'()*+,;=:@%/?-]*$/,
      max: 1024,
      expected: `a path such as '/healthz'`,
    }).optional(),
    intervalSeconds: z
      .number()
      .int('must be a whole number')
      .min(5, 'must be at least 5')
      .max(LONGEST, `must be at most ${LONGEST}`)
      .optional(),
    /** How many probes must fail before a target counts as down. */
    failures: z
      .number()
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(LONGEST / 5, `must be at most ${LONGEST / 5}`)
      .optional(),
  })
  .strict()
  .superRefine((probe, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path: [field], message });
    if (probe.protocol === 'tcp' && probe.path !== undefined) {
      refuse('path', 'needs protocol http or https');
    }
    // The cloud provider's defaults are 5 seconds and 2 probes.
    if ((probe.intervalSeconds ?? 5) * (probe.failures ?? 2) > LONGEST) {
      refuse(
        'failures',
        `times intervalSeconds must be at most ${LONGEST} seconds`,
      );
    }
  });

/** How the load balancer checks its targets. @public */
export type AzureHealthProbeIntent = z.output<typeof azureHealthProbeSchema>;
