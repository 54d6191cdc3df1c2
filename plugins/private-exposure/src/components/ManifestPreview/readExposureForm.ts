import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { PreviewSources } from './loadPreview';
import { entryOf, type PreviewOptions } from './readOptions';

type Request = PreviewSources['request'];
type Manifest = NonNullable<Request['manifest']>;
type LoadBalancer = NonNullable<Request['loadBalancer']>;

/** What was typed so far. @internal */
export type ExposureForm =
  | {
      type: 'incomplete';
      /** Parameters without which there is nothing to show. */
      missing: readonly string[];
    }
  | {
      type: 'complete';
      cluster: string;
      /** Whether the files go into another repository than the entity's own. */
      isElsewhere: boolean;
      sources: Omit<PreviewSources, 'cluster'>;
    };

/**
 * Reads the values of a form as the template's steps pass them on. What is there of another type than it should be is
 * as good as empty; whether a value is right is not decided here.
 *
 * @internal
 */
export function readExposureForm(
  formData: unknown,
  options: PreviewOptions,
): ExposureForm {
  const read = createReader(formData, options);
  const entity = parseRef(read.text('entityRef'));
  const cluster = read.text('cluster');
  if (!entity || cluster === undefined) {
    const missing = [
      ...(entity ? [] : ['entityRef']),
      ...(cluster === undefined ? ['cluster'] : []),
    ];
    return { type: 'incomplete', missing };
  }
  const exists = read.text('exists') !== 'no';
  return {
    type: 'complete',
    cluster,
    isElsewhere: read.text('place') === 'other',
    sources: {
      entityRef: stringifyEntityRef(entity),
      entityName: entity.name,
      exists,
      request: toRequest(read, exists ? undefined : entity.name),
    },
  };
}

type Reader = ReturnType<typeof createReader>;

function createReader(formData: unknown, options: PreviewOptions) {
  const { parameters, assume } = options;
  const valueOf = (name: string) => {
    const key = parameters[name] ?? name;
    return entryOf(formData, key) ?? entryOf(assume, key);
  };
  return {
    text(name: string): string | undefined {
      const value = valueOf(name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    flag(name: string): boolean | undefined {
      const value = valueOf(name);
      return typeof value === 'boolean' ? value : undefined;
    },
    number(name: string): number | undefined {
      const value = valueOf(name);
      return typeof value === 'number' ? value : undefined;
    },
    list(name: string): string[] | undefined {
      const value = valueOf(name);
      return Array.isArray(value)
        ? value.filter(item => typeof item === 'string' && item !== '')
        : undefined;
    },
  };
}

/** What the builder does not know as one of several words is refused there, by the field's name. */
function word<T extends string>(value: string | undefined): T | undefined {
  return value as T | undefined;
}

function toRequest(read: Reader, newService: string | undefined): Request {
  return {
    manifest: {
      form: word<NonNullable<Manifest['form']>>(read.text('manifestForm')),
      path: read.text('manifestPath'),
      gatewayClassName: read.text('gatewayClassName'),
    },
    service: {
      name: read.text('serviceName'),
      namespace: read.text('namespace'),
      ...(newService !== undefined && toNewService(read, newService)),
    },
    loadBalancer: toLoadBalancer(read),
    endpointService: {
      principals: read.list('principals'),
      acceptanceRequired: read.flag('acceptanceRequired'),
      privateDnsName: read.text('privateDnsName'),
      supportedRegions: read.list('supportedRegions'),
    },
    infrastructure: { format: word(read.text('infrastructure')) },
  };
}

function toNewService(read: Reader, name: string): Request['service'] {
  const port = read.number('port');
  const targetPort = read.number('targetPort');
  return {
    selector: { 'app.kubernetes.io/name': read.text('appLabel') ?? name },
    ports: port === undefined ? undefined : [{ port, targetPort }],
  };
}

function toLoadBalancer(read: Reader): LoadBalancer {
  const protocol = read.text('healthCheck');
  const path = read.text('healthCheckPath');
  return {
    targetType: word(read.text('targetType')),
    crossZone: read.flag('crossZone'),
    deletionProtection: read.flag('deletionProtection'),
    proxyProtocol: read.flag('proxyProtocol'),
    inboundRulesOnPrivateLinkTraffic: word(
      read.text('inboundRulesOnPrivateLinkTraffic'),
    ),
    healthCheck:
      protocol === undefined
        ? undefined
        : { protocol: protocol as 'http', path },
  };
}

function parseRef(ref: string | undefined) {
  if (ref === undefined) return undefined;
  try {
    return parseEntityRef(ref, { defaultKind: 'component' });
  } catch {
    // Not a reference yet: somebody types.
    return undefined;
  }
}
