import { matchObject } from './builders/addManifestObject';
import { originStackPath } from './builders/buildCloudFrontInfrastructure';
import { originIngressName } from './builders/cloudFrontParts';
import { finishStep } from './builders/finishStep';
import { editExisting, StepEdit } from './builders/StepEdit';
import { refuseTooEarly } from './builders/refuseTooEarly';
import { removeRoute } from './builders/removeRoute';
import { BuildResult, ExistingFiles } from './builders/types';
import {
  declaresDistribution,
  refuseOtherDistributions,
  withdrawDistribution,
  withdrawRest,
} from './builders/withdrawCloudFront';
import { takeLoadBalancer } from './builders/withdrawManifest';
import { describeCloudFrontWithdrawal } from './describe/cloudFrontWithdrawal';
import { findTarget } from './edit/editManifest';
import { removeDocument } from './edit/removeDocument';
import { YamlText } from './edit/YamlText';
import { UnsafeEditError } from './errors';
import {
  CloudFrontWithdrawInput,
  CloudFrontWithdrawIntent,
  cloudFrontWithdrawIntentSchema,
  cloudFrontWithdrawStepSpecs,
} from './intents/cloudFrontWithdraw';
import { parseIntent } from './intents/parseIntent';

const NLB_PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

/** The edit of a file; none where the file is gone already. */
function editIfThere(
  existing: ExistingFiles,
  path: string,
  change: (text: string) => string | undefined,
): StepEdit[] {
  const before = existing[path];
  return before === undefined ? [] : [{ path, before, after: change(before) }];
}

// CloudFront must not be left with an origin that points to nothing.
function refuseBeforeDistribution(
  intent: CloudFrontWithdrawIntent,
  existing: ExistingFiles,
): void {
  refuseTooEarly(existing, intent.infrastructure.path, {
    what: 'the distribution',
    step: 'remove-distribution',
    isIn: text => declaresDistribution(text, intent),
  });
}

function hasIngress(intent: CloudFrontWithdrawIntent, text: string) {
  const file = YamlText.parse(intent.manifest.path, text);
  const target = findTarget(
    file,
    matchObject({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      name: originIngressName(intent),
      namespace: intent.service.namespace,
    }),
  );
  return { file, target };
}

function removeIngress(
  intent: CloudFrontWithdrawIntent,
  text: string,
): string | undefined {
  const { file, target } = hasIngress(intent, text);
  return target ? removeDocument(file, target.document) : text;
}

function removeWay(
  intent: CloudFrontWithdrawIntent,
  existing: ExistingFiles,
): StepEdit[] {
  const { origin, service, manifest } = intent;
  if (origin.type === 'public-entrance') {
    const { route: entrance, hostNames: hosts } = origin;
    return editIfThere(existing, entrance.path, text =>
      removeRoute(text, { entrance, hosts, service }),
    );
  }
  return [
    editExisting(existing, manifest.path, text =>
      origin.loadBalancer === 'application'
        ? removeIngress(intent, text)
        : takeLoadBalancer(
            YamlText.parse(manifest.path, text),
            {
              manifest: {
                form: 'aws-load-balancer-controller',
                path: manifest.path,
                service: 'cluster-ip',
              },
              service,
            },
            NLB_PREFIX,
          ),
    ),
  ];
}

// Certificates and groups in use can't go.
function refuseBeforeWay(
  intent: CloudFrontWithdrawIntent,
  existing: ExistingFiles,
): void {
  const { path } = intent.manifest;
  const text = existing[path];
  const { origin } = intent;
  if (origin.type !== 'vpc-origin' || text === undefined) return;
  if (
    origin.loadBalancer === 'application' &&
    hasIngress(intent, text).target
  ) {
    throw new UnsafeEditError({
      path,
      message:
        "still has the Ingress; do the step 'remove-way' first, and let the controller remove the load balancer",
    });
  }
}

function editsFor(
  intent: CloudFrontWithdrawIntent,
  existing: ExistingFiles,
): StepEdit[] {
  const { path, format } = intent.infrastructure;
  switch (intent.step) {
    case 'remove-distribution':
      return editIfThere(existing, path, text => {
        if (text.trim() === '') return text;
        refuseOtherDistributions(text, intent);
        return declaresDistribution(text, intent)
          ? withdrawDistribution(text, intent)
          : text;
      });
    case 'remove-way':
      refuseBeforeDistribution(intent, existing);
      return removeWay(intent, existing);
    case 'remove-rest': {
      refuseBeforeDistribution(intent, existing);
      refuseBeforeWay(intent, existing);
      const rest = format === 'terraform' ? path : originStackPath(path);
      return editIfThere(existing, rest, text =>
        withdrawRest(rest, text, intent),
      );
    }
    default:
      return [];
  }
}

/** What a withdrawal is for. */
const ASKED_FOR = ['change/load-balancer-removed'];

/**
 * Builds one step of taking a service off CloudFront. Each step is a change of its own, in the order of
 * {@link cloudFrontWithdrawStepSpecs}; a step that the files have behind them leaves nothing to write.
 *
 * @throws {@link InvalidIntentError}
 * @throws {@link UnsafeEditError} where a file is missing, can't be edited safely, or an earlier step is not done.
 * @public
 */
export function buildCloudFrontWithdrawal(
  input: CloudFrontWithdrawInput,
  options: { existing: ExistingFiles },
): BuildResult {
  const intent = parseIntent(cloudFrontWithdrawIntentSchema, input);
  const { files, deletedPaths, findings } = finishStep(
    editsFor(intent, options.existing),
    { askedFor: ASKED_FOR },
  );
  const spec = cloudFrontWithdrawStepSpecs.find(({ id }) => id === intent.step);
  return {
    files,
    deletedPaths,
    findings,
    title: `${spec?.title ?? intent.step}: ${intent.entityRef ?? intent.name}`,
    description: describeCloudFrontWithdrawal({
      ...{ intent, files, deletedPaths, findings },
      existing: options.existing,
    }),
  };
}
