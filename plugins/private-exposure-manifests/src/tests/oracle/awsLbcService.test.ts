import { parts } from './awsLbcServiceParts';
import { findDisagreements } from './findDisagreements';
import { OracleCase, readOracleCases } from './oracleCases';

/** A test that runs with a switch both off and on proves its outcome for both. */
function withEachSwitch(oracle: OracleCase): OracleCase[] {
  const { context } = oracle;
  if (typeof context.enableTCPUDPListener !== 'string') return [oracle];
  return [false, true].map(enableTCPUDPListener => ({
    ...oracle,
    context: { ...context, enableTCPUDPListener },
  }));
}

function plan(oracle: OracleCase): object {
  const { func } = oracle.source;
  const part = parts[func];
  if (!part)
    throw new Error(`No part of the planner is the controller's ${func}`);
  return part(oracle);
}

describe('The AWS Load Balancer Controller for Services', () => {
  it.each(
    readOracleCases('lbc-nlb').map(
      oracle =>
        [
          `${oracle.id} ${oracle.source.func}: ${oracle.source.case}`,
          oracle,
        ] as const,
    ),
  )('%s', (_, oracle) => {
    expect(
      withEachSwitch(oracle).flatMap(each =>
        findDisagreements(each, () => plan(each)),
      ),
    ).toEqual([]);
  });
});
