import { byAction, ServiceDefinition } from '../server/Operation';
import { distributionOperations } from './distributionOperations';
import { tagOperations } from './tagOperations';
import { vpcOriginOperations } from './vpcOriginOperations';

/** CloudFront, as far as the sandbox plays it. @internal */
export const cloudFrontService: ServiceDefinition = {
  name: 'cloudfront',
  isGlobal: true,
  protocol: 'rest-xml',
  version: '2020-05-31',
  xmlNamespace: 'http://cloudfront.amazonaws.com/doc/2020-05-31/',
  throttled: { code: 'Throttling', message: 'Rate exceeded', status: 400 },
  denied: 'AccessDenied',
  operations: byAction(
    distributionOperations,
    tagOperations,
    vpcOriginOperations,
  ),
};
