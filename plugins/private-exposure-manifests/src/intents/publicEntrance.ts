import { z } from 'zod';
import { subnetIdSchema, vpcIdSchema } from '../values/aws';
import { acmCertificateArnSchema } from '../values/cloudFront';
import { filePathSchema } from '../values/filePath';
import { clusterIssuerSchema } from '../values/iam';
import {
  kubernetesNameSchema,
  labelKeySchema,
  labelValueSchema,
  portNumberSchema,
  serviceNameSchema,
} from '../values/kubernetes';
import { uniqueList } from './uniqueList';
import { sharedProfileFields } from './sharedProfileFields';

/**
 * A cluster's one public entrance, made once: a Service whose load balancer lets CloudFront alone in, with a name that
 * external-dns keeps, and what external-dns may do for that.
 *
 * @public
 */
export const entranceSetUpSchema = z
  .object({
    /** File of the Service. */
    path: filePathSchema({ extensions: ['.yaml', '.yml'] }),
    /** Terraform of its security group, and of external-dns's role. */
    infrastructurePath: filePathSchema({ extensions: ['.tf'] }),
    service: z
      .object({
        name: serviceNameSchema,
        namespace: kubernetesNameSchema,
        /** Labels of the entrance's pods. */
        selector: z.record(labelKeySchema, labelValueSchema),
        /** Where the pods listen. Default 443. */
        targetPort: portNumberSchema.default(443),
      })
      .strict(),
    /** Prefix that the cluster's external-dns reads. */
    externalDnsPrefix: sharedProfileFields.externalDnsPrefix.unwrap(),
    /** Certificate for the entrance's name, in the cluster's region; the pods have one of their own unless given. */
    certificateArn: acmCertificateArnSchema.optional(),
    vpc: vpcIdSchema,
    subnets: uniqueList(subnetIdSchema, { max: 20 }).default([]),
    /** What external-dns is made known by; no role is written unless given. */
    externalDns: z
      .object({
        /** The cluster's issuer, whose identity provider the account has already. */
        issuer: clusterIssuerSchema,
        serviceAccount: z
          .object({
            name: serviceNameSchema.default('external-dns'),
            namespace: kubernetesNameSchema.default('external-dns'),
          })
          .strict()
          .default({}),
      })
      .strict()
      .optional(),
  })
  .strict();

/** A cluster's one public entrance. @public */
export type EntranceSetUp = z.output<typeof entranceSetUpSchema>;
