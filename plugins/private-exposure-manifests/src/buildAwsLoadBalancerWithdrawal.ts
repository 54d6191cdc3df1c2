import { finishStep } from './builders/finishStep';
import { editExisting } from './builders/StepEdit';
import { BuildResult, ExistingFiles } from './builders/types';
import { liftProtection, withdrawIngress } from './builders/withdrawIngress';
import { describeAwsLoadBalancerWithdrawal } from './describe/awsLoadBalancerWithdrawal';
import {
  AwsLoadBalancerWithdrawInput,
  awsLoadBalancerWithdrawIntentSchema,
  awsLoadBalancerWithdrawStepSpecs,
} from './intents/awsLoadBalancerWithdraw';
import { parseIntent } from './intents/parseIntent';

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
  const edit = editExisting(options.existing, intent.manifest.path, text =>
    intent.step === 'lift-protection'
      ? liftProtection(text, intent)
      : withdrawIngress(text, intent),
  );
  const { files, deletedPaths, findings } = finishStep([edit], {
    askedFor: ASKED_FOR,
  });
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
