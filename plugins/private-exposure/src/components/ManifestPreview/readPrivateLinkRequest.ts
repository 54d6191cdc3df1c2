import { word, type FormReader } from './createFormReader';
import type { PreviewSources } from './loadPreview';
import { readService } from './readService';

type Request = PreviewSources['aws-endpoint-service']['request'];
type Manifest = NonNullable<Request['manifest']>;
type LoadBalancer = NonNullable<Request['loadBalancer']>;

/**
 * What the form of _Expose a service over AWS PrivateLink_ asks for.
 *
 * @param newService - name of the entity, where its Service is to be added
 * @internal
 */
export function readPrivateLinkRequest(
  read: FormReader,
  newService: string | undefined,
): Request {
  return {
    manifest: {
      form: word<NonNullable<Manifest['form']>>(read.text('manifestForm')),
      path: read.text('manifestPath'),
      gatewayClassName: read.text('gatewayClassName'),
    },
    service: readService(read, newService),
    loadBalancer: readLoadBalancer(read),
    endpointService: {
      principals: read.list('principals'),
      acceptanceRequired: read.flag('acceptanceRequired'),
      privateDnsName: read.text('privateDnsName'),
      supportedRegions: read.list('supportedRegions'),
    },
    infrastructure: { format: word(read.text('infrastructure')) },
  };
}

function readLoadBalancer(read: FormReader): LoadBalancer {
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
