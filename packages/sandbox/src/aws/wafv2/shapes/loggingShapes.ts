import { bool, document, listOf, structure, text } from '../../wire/shapes';

/** Wire names of `GetLoggingConfigurationRequest`. @internal */
export const getLoggingConfigurationRequest = structure({
  ResourceArn: text,
  LogType: text,
  LogScope: text,
});

/** Wire names of `LoggingConfiguration`. @internal */
export const loggingConfiguration = structure({
  ResourceArn: text,
  LogDestinationConfigs: listOf(text),
  RedactedFields: listOf(document),
  ManagedByFirewallManager: bool,
  LogType: text,
  LogScope: text,
});

/** Wire names of `GetLoggingConfigurationResponse`. @internal */
export const getLoggingConfigurationResponse = structure({
  LoggingConfiguration: loggingConfiguration,
});

/** Wire names of `PutLoggingConfigurationRequest`. @internal */
export const putLoggingConfigurationRequest = structure({
  LoggingConfiguration: loggingConfiguration,
});

/** Wire names of `PutLoggingConfigurationResponse`. @internal */
export const putLoggingConfigurationResponse = structure({
  LoggingConfiguration: loggingConfiguration,
});
