import { consoleUrls } from '../consoleUrls';
import type { AwsKind } from '../kinds/AwsKind';
import { describeConnecting } from './connecting/describeConnecting';
import { decide } from './deciding/decide';
import { readConnection } from './deciding/readConnection';
import { startDomainVerification } from './deciding/startDomainVerification';
import { inspectService } from './inspection/inspectService';
import { parseServiceArn } from './mapping/serviceArns';
import { surveyEndpointServices } from './survey/surveyEndpointServices';

/**
 * AWS PrivateLink endpoint services.
 *
 * @internal
 */
export const endpointServiceKind: AwsKind = {
  name: 'aws-endpoint-service',
  isNamedBy: nativeId => parseServiceArn(nativeId) !== undefined,
  survey: surveyEndpointServices,
  inspect: inspectService,
  describeConnecting,
  consoleUrl: nativeId => {
    const found = parseServiceArn(nativeId);
    return found && consoleUrls.endpointService(found, found.serviceId);
  },
  connections: {
    read: (ref, { callers, ...context }) =>
      readConnection(ref, { ...context, ec2: callers.ec2 }),
    decide: (ref, verdict, { callers, ...context }) =>
      decide(ref, verdict, { ...context, ec2: callers.ec2 }),
    startDomainVerification: (ref, { callers, ...context }) =>
      startDomainVerification(ref, { ...context, ec2: callers.ec2 }),
  },
};
