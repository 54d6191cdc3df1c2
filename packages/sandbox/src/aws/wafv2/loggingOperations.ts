import { noSuchWafItem, WebAcl } from '../../world';
import { Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/loggingShapes';
import { INVALID, requireOwnArn } from './wafScope';

function present({
  id,
  logging,
}: WebAcl): ValueOf<typeof shapes.loggingConfiguration> {
  // What a web ACL without logging has not is, for WAFv2, an item that does not exist.
  if (!logging) throw noSuchWafItem();
  return {
    ResourceArn: id,
    LogDestinationConfigs: logging.destinationArns,
    RedactedFields: logging.redactedFields,
    ManagedByFirewallManager: false,
    LogType: 'WAF_LOGS',
    LogScope: 'CUSTOMER',
  };
}

const get = operation(
  'GetLoggingConfiguration',
  {
    input: shapes.getLoggingConfigurationRequest,
    output: shapes.getLoggingConfigurationResponse,
  },
  ({ world, scope }, input) => {
    const arn = requireOwnArn(scope, input.ResourceArn);
    return { LoggingConfiguration: present(world.webAcls.get(scope, arn)) };
  },
);

const put = operation(
  'PutLoggingConfiguration',
  {
    input: shapes.putLoggingConfigurationRequest,
    output: shapes.putLoggingConfigurationResponse,
  },
  ({ world, scope }, input) => {
    const given = input.LoggingConfiguration;
    const arn = requireOwnArn(scope, given?.ResourceArn);
    world.webAcls.setLogging(scope, arn, {
      destinationArns: required(
        given?.LogDestinationConfigs,
        'LogDestinationConfigs',
        INVALID,
      ),
      redactedFields: given?.RedactedFields ?? [],
    });
    return { LoggingConfiguration: present(world.webAcls.get(scope, arn)) };
  },
);

/** Where the requests that web ACLs saw are written. @internal */
export const loggingOperations: Operation[] = [get, put];
