import { z } from 'zod';
import { hostNameSchema } from '../values/domainName';
import { entityRefSchema } from '../values/entityRef';
import { filePathSchema } from '../values/filePath';
import { httpPathSchema } from '../values/httpPath';
import {
  ingressGroupNameSchema,
  kubernetesNameSchema,
  portNumberSchema,
  serviceNameSchema,
} from '../values/kubernetes';
import { listenerCertificateArnSchema } from '../values/loadBalancer';
import { quoteForMessage, singleLineText } from '../values/text';
import { clusterNameSchema } from './clusterProfile';
import { uniqueList } from './uniqueList';

/** What a shared entrance is made of. @public */
export const sharedEntranceForms = [
  'ingress-nginx',
  'aws-ingress-group',
  'gateway-api',
] as const;

/** What a shared entrance is made of. @public */
export type SharedEntranceForm = (typeof sharedEntranceForms)[number];

const objectNameSchema = z
  .object({ name: kubernetesNameSchema, namespace: kubernetesNameSchema })
  .strict();
const manifestPathSchema = filePathSchema({ extensions: ['.yaml', '.yml'] });

/** The shared entrance that a route goes into, and the object and file that hold the route. @public */
export const sharedEntranceSchema = z.discriminatedUnion('form', [
  z
    .object({
      form: z.literal('ingress-nginx'),
      path: manifestPathSchema,
      ingress: objectNameSchema,
      /** Class of the entrance. Default `nginx`. */
      ingressClassName: kubernetesNameSchema.default('nginx'),
    })
    .strict(),
  z
    .object({
      form: z.literal('aws-ingress-group'),
      path: manifestPathSchema,
      ingress: objectNameSchema,
      /** Class of the entrance. Default `alb`. */
      ingressClassName: kubernetesNameSchema.default('alb'),
      /** One of the groups that the cluster profile lets the namespace join. */
      group: ingressGroupNameSchema,
      /** Place among the members of the group; lower comes first. Kept by an Ingress that is there. */
      order: z.number().int().min(-1000).max(1000).optional(),
      /**
       * Certificate of the load balancer, by which a new Ingress answers in HTTPS, on port 443. Unless given, it answers in
       * plain HTTP, on port 80, if the class has no certificate either.
       */
      certificateArn: listenerCertificateArnSchema.optional(),
    })
    .strict(),
  z
    .object({
      form: z.literal('gateway-api'),
      path: manifestPathSchema,
      /** The route of this host. */
      route: objectNameSchema,
      gateway: z
        .object({
          name: kubernetesNameSchema,
          namespace: kubernetesNameSchema,
          /** Name of the one listener that is meant; all of the Gateway's unless given. */
          sectionName: kubernetesNameSchema.optional(),
        })
        .strict(),
    })
    .strict(),
]);

/** The shared entrance that a route goes into. @public */
export type SharedEntrance = z.output<typeof sharedEntranceSchema>;
/** The shared entrance that a route goes into, as a form gives it. @public */
export type SharedEntranceInput = z.input<typeof sharedEntranceSchema>;

/** A path that leads to a service. @public */
export const routePathSchema = z
  .object({
    path: httpPathSchema,
    /** `Prefix`: the path and all below it; `Exact`: it alone. Default `Prefix`. */
    type: z.enum(['Prefix', 'Exact']).default('Prefix'),
  })
  .strict();

/** A path that leads to a service. @public */
export type RoutePath = z.output<typeof routePathSchema>;

/** A path without the `/` at its end, which says nothing more where all below a path is meant. @internal */
export function normalPath({ path, type }: RoutePath): string {
  return (type === 'Prefix' && path.replace(/\/$/, '')) || path;
}

/** Paths that lead to a service, none of them twice. Default all: `/`. @internal */
export const routePathsSchema = uniqueList(routePathSchema, {
  min: 1,
  max: 50,
})
  .superRefine((paths, context) => {
    const keys = paths.map(path => `${path.type} ${normalPath(path)}`);
    keys.forEach((key, index) => {
      if (keys.indexOf(key) === index) return;
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: [index],
        message: 'means the same as an earlier one',
      });
    });
  })
  .default([{ path: '/' }]);

/** Namespace of the object that holds a route. @internal */
export function namespaceOfRoute(entrance: SharedEntrance): string {
  return 'route' in entrance
    ? entrance.route.namespace
    : entrance.ingress.namespace;
}

/**
 * A host and its paths, which a shared entrance is to lead to one Service.
 *
 * @public
 */
export const sharedRouteIntentSchema = z
  .object({
    entityRef: entityRefSchema,
    /** Why it is needed, for the reviewer. */
    reason: singleLineText({ max: 1000 }).optional(),
    cluster: clusterNameSchema,
    host: hostNameSchema,
    /** Default all: `/`. */
    paths: routePathsSchema,
    service: z
      .object({
        name: serviceNameSchema,
        namespace: kubernetesNameSchema,
        port: portNumberSchema,
      })
      .strict(),
    entrance: sharedEntranceSchema,
  })
  .strict()
  .superRefine(({ entrance, service }, context) => {
    if (namespaceOfRoute(entrance) === service.namespace) return;
    const holder = 'route' in entrance ? 'route' : 'ingress';
    context.addIssue({
      code: z.ZodIssueCode.custom,
      path: ['entrance', holder, 'namespace'],
      message: `must be ${quoteForMessage(
        service.namespace,
      )}, the namespace of the Service: ${
        holder === 'route'
          ? 'a route leads to Services of others only where a ReferenceGrant lets it'
          : 'an Ingress leads to Services of its own namespace alone'
      }`,
    });
  });

/** A host and its paths at a shared entrance, read and with defaults. @public */
export type SharedRouteIntent = z.output<typeof sharedRouteIntentSchema>;
/** A host and its paths at a shared entrance, as a form gives it. @public */
export type SharedRouteInput = z.input<typeof sharedRouteIntentSchema>;
