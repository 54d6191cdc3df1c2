import { word, type FormReader } from './createFormReader';
import type { PreviewSources } from './loadPreview';
import { readService } from './readService';

type Request = PreviewSources['aws-cloudfront']['request'];
type Origin = NonNullable<Request['origin']>;

/**
 * What the form of _Publish through CloudFront and WAF_ asks for. Of the ways to the service it takes the answers to the
 * one that is chosen.
 *
 * @param newService - name of the entity, where its Service is to be added
 * @internal
 */
export function readCloudFrontRequest(
  read: FormReader,
  newService: string | undefined,
): Request {
  return {
    hostNames: [read.text('hostName') ?? ''],
    zone: read.text('zone'),
    paths: read.list('paths'),
    port: read.number('port'),
    manifest: { path: read.text('manifestPath') },
    service: readService(read, newService),
    origin:
      read.text('way') === 'entrance' ? readEntrance(read) : readOrigin(read),
    caching: word(read.text('caching')),
    redirectHttp: read.flag('redirectHttp'),
    webAcl: {
      arn: read.text('webAclArn'),
      allow: read.list('allow'),
      block: read.list('block'),
      rateLimit: read.number('rateLimit'),
    },
    infrastructure: { format: word(read.text('infrastructure')) },
  };
}

function readOrigin(read: FormReader): Origin {
  const way = read.text('way');
  return {
    type: 'vpc-origin',
    loadBalancer: word(way),
    healthCheckPath: read.text('healthCheckPath'),
    certificateArn:
      way === 'application' ? read.text('certificateArn') : undefined,
  };
}

function readEntrance(read: FormReader): Origin {
  return {
    type: 'public-entrance',
    hostName: read.text('entranceName'),
    route: {
      form: word(read.text('routeForm')),
      path: read.text('routePath'),
      name: read.text('routeName'),
      group: read.text('ingressGroup'),
      gateway: {
        name: read.text('gatewayName') ?? '',
        namespace: read.text('gatewayNamespace') ?? '',
      },
    },
    certificateArn: read.text('groupCertificateArn'),
    secretHeader: { secretArn: read.text('secretArn') },
  };
}
