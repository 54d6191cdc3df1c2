import { KubernetesObject } from '../../plan/KubernetesObject';
import { findDisagreements } from './findDisagreements';
import { OracleCase, readOracleCases } from './oracleCases';

/** What stands for each of a controller's functions, by `source.func`: its answer in the words of the cases' model. */
export interface NamedPlans {
  [func: string]: (oracleCase: OracleCase) => object;
}

/** The object that a case is about. */
export function objectOf({
  kind,
  metadata,
  spec,
}: OracleCase): KubernetesObject {
  return { kind, metadata, spec };
}

/** The cases of a file with the names of their tests. */
export function readNamedCases(file: string): [string, OracleCase][] {
  return readOracleCases(file).map(one => [
    `${one.id} ${one.source.func}: ${one.source.case}`,
    one,
  ]);
}

/**
 * What the plan for a case's function has otherwise than the controller.
 *
 * @throws Error for a function that no plan stands for.
 */
export function findPlanDisagreements(
  plans: NamedPlans,
  oracleCase: OracleCase,
): string[] {
  const { func } = oracleCase.source;
  if (!Object.hasOwn(plans, func))
    throw new Error(`no plan stands for the controller's function '${func}'`);
  return findDisagreements(oracleCase, () => plans[func](oracleCase));
}
