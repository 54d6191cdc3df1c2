import { z } from 'zod';
import { portNameSchema, portNumberSchema } from '../values/kubernetes';
import { patternText } from '../values/text';

const wholeNumber = (min: number, max: number) =>
  z
    .number()
    .int('must be a whole number')
    .min(min, `must be from ${min} to ${max}`)
    .max(max, `must be from ${min} to ${max}`);

/**
 * How the load balancer checks its targets. Ranges are those of the Elastic Load Balancing API (CreateTargetGroup).
 *
 * @public
 */
export const healthCheckSchema = z
  .object({
    protocol: z.enum(['tcp', 'http', 'https']),
    /** A number, a port's name, or `traffic-port`. Default `traffic-port`. */
    port: z
      .union([portNumberSchema, z.literal('traffic-port'), portNameSchema])
      .default('traffic-port'),
    /** For HTTP and HTTPS only. */
    path: patternText({
      pattern: /^\/[A-Za-z0-9._~!&'()*+,;=:@%/?-]*$/,
      max: 1024,
      expected: `a path such as '/healthz'`,
    }).optional(),
    /** For HTTP and HTTPS only, such as `200-399`. */
    successCodes: patternText({
      pattern: /^[2-5]\d\d(-[2-5]\d\d)?(,[2-5]\d\d(-[2-5]\d\d)?)*$/,
      max: 64,
      expected: `HTTP status codes such as '200-399'`,
    }).optional(),
    intervalSeconds: wholeNumber(5, 300).optional(),
    timeoutSeconds: wholeNumber(2, 120).optional(),
    healthyThreshold: wholeNumber(2, 10).optional(),
    unhealthyThreshold: wholeNumber(2, 10).optional(),
  })
  .strict()
  .superRefine((check, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, path: [field], message });
    if (check.protocol === 'tcp') {
      if (check.path !== undefined)
        refuse('path', 'needs protocol http or https');
      if (check.successCodes !== undefined) {
        refuse('successCodes', 'needs protocol http or https');
      }
    }
    // The controller's defaults are 10 seconds for both, and the API refuses a longer timeout.
    if ((check.timeoutSeconds ?? 10) > (check.intervalSeconds ?? 10)) {
      refuse(
        'timeoutSeconds',
        'must not be longer than the interval (10 unless set)',
      );
    }
  });
