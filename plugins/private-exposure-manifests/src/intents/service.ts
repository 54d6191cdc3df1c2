import { z } from 'zod';
import {
  kubernetesNameSchema,
  labelKeySchema,
  labelValueSchema,
  portNameSchema,
  portNumberSchema,
  serviceNameSchema,
} from '../values/kubernetes';
import { uniqueList } from './uniqueList';

/** One port of a Service. @public */
export const servicePortSchema = z
  .object({
    name: portNameSchema.optional(),
    port: portNumberSchema,
    /** A number or the name of a container's port. Default: the port itself. */
    targetPort: z.union([portNumberSchema, portNameSchema]).optional(),
  })
  .strict();

/** The Service, or Gateway, that gets a load balancer. @public */
export const serviceSchema = z
  .object({
    name: serviceNameSchema,
    namespace: kubernetesNameSchema,
    /** Needed for a new Service; an existing one keeps its own. */
    selector: z.record(labelKeySchema, labelValueSchema).optional(),
    /** TCP ports. Needed for a new Service; an existing one keeps its own. */
    ports: uniqueList(servicePortSchema, { max: 50 }).optional(),
  })
  .strict()
  .superRefine(({ ports = [] }, context) => {
    const refuse = (index: number, field: string, message: string) =>
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['ports', index, field],
        message,
      });
    ports.forEach((port, index) => {
      const earlier = ports.slice(0, index);
      if (ports.length > 1 && port.name === undefined) {
        refuse(index, 'name', 'is needed where a Service has several ports');
      } else if (port.name && earlier.some(other => other.name === port.name)) {
        refuse(index, 'name', 'is used by an earlier port');
      }
      if (earlier.some(other => other.port === port.port)) {
        refuse(index, 'port', 'is used by an earlier port');
      }
    });
  });

/** The Service, or Gateway, that gets a load balancer. @public */
export type ServiceIntent = z.output<typeof serviceSchema>;
