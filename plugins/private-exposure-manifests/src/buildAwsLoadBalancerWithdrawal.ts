import { BuildResult, ExistingFiles } from './builders/types';
import { liftProtection, withdrawIngress } from './builders/withdrawIngress';
import { describeAwsLoadBalancerWithdrawal } from './describe/awsLoadBalancerWithdrawal';
import { UnsafeEditError } from './errors';
import {
  AwsLoadBalancerWithdrawInput,
  awsLoadBalancerWithdrawIntentSchema,
  awsLoadBalancerWithdrawStepSpecs,
} from './intents/awsLoadBalancerWithdraw';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

/** What a withdrawal is for. */
const ASKED_FOR = ['change/load-balancer-removed'];

/**
 * Builds one step of taking a service's load balancer back. Each step is a change of its own, in the order of
 * {@link awsLoadBalancerWithdrawStepSpecs}; a step that the file has behind it leaves nothing to write.
 *
 * @throws {@link InvalidIntentError} naming the field.
 * @throws {@link UnsafeEditError} where the file is missing, can't be edited safely, or an earlier step is not done.
 * @public
 */
export function buildAwsLoadBalancerWithdrawal(
  input: AwsLoadBalancerWithdrawInput,
  options: { existing: ExistingFiles },
): BuildResult {
  const intent = parseIntent(awsLoadBalancerWithdrawIntentSchema, input);
  const { path } = intent.manifest;
  const before = options.existing[path];
  if (before === undefined)
    throw new UnsafeEditError({ path, message: 'is not there' });
  const after =
    intent.step === 'lift-protection'
      ? liftProtection(before, intent)
      : withdrawIngress(before, intent);
  const files =
    after === undefined || after === before ? [] : [{ path, content: after }];
  const deletedPaths = after === undefined ? [path] : [];
  const findings = lintManifests(files, {
    base: [{ path, content: before }],
  }).filter(({ ruleId }) => !ASKED_FOR.includes(ruleId));
  const spec = awsLoadBalancerWithdrawStepSpecs.find(
    ({ id }) => id === intent.step,
  );
  const { namespace, name = intent.ingressName } = intent.service;
  return {
    files,
    deletedPaths,
    findings,
    title: `${spec?.title ?? intent.step}: ${namespace}/${name}`,
    description: describeAwsLoadBalancerWithdrawal({
      ...{ intent, files, deletedPaths, findings },
    }),
  };
}
