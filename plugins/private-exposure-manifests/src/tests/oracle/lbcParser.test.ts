import { LbcAnnotations } from '../../values/LbcAnnotations';
import { findDisagreements } from './findDisagreements';
import { OracleCase, readOracleCases } from './oracleCases';

/** What of the parser each function of the controller is. */
const readers = {
  ParseStringAnnotation: 'string',
  ParseBoolAnnotation: 'boolean',
  ParseInt64Annotation: 'int64',
  ParseInt32Annotation: 'int32',
  ParseStringSliceAnnotation: 'stringList',
  ParseStringMapAnnotation: 'stringMap',
  ParseJSONAnnotation: 'json',
} as const;

const isKnown = (func: string): func is keyof typeof readers =>
  Object.hasOwn(readers, func);

function parse({ source, metadata, context }: OracleCase) {
  if (!isKnown(source.func))
    throw new Error(`No part of the parser is the controller's ${source.func}`);
  const annotations = new LbcAnnotations(
    metadata.annotations ?? {},
    context.prefix,
  );
  const { exact, alternativePrefixes } = context;
  const value = annotations[readers[source.func]](context.suffix, {
    exact,
    alternativePrefixes,
  });
  return { exists: value !== undefined, value };
}

describe("The AWS Load Balancer Controller's annotation parser", () => {
  it.each(
    readOracleCases('lbc-parser').map(
      oracle =>
        [
          `${oracle.id} ${oracle.source.func}: ${oracle.source.case}`,
          oracle,
        ] as const,
    ),
  )('%s', (_, oracle) => {
    expect(findDisagreements(oracle, () => parse(oracle))).toEqual([]);
  });
});
