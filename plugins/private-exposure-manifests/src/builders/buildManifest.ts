import { InvalidIntentError } from '../errors';
import { editManifest } from '../edit/editManifest';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { verifyManifest } from '../verify/verifyManifest';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { planManifest } from './manifestPlan';
import { ExistingFiles, GeneratedFile } from './types';

// What a new object can't do without, by form: a gateway form is a patch or makes its own Service.
function requireForNew(intent: AwsPrivateLinkExposureIntent): void {
  const { form } = intent.manifest;
  const isService =
    form === 'aws-load-balancer-controller' || form === 'in-tree';
  const { selector, ports } = intent.service;
  if (isService && Object.keys(selector ?? {}).length === 0) {
    throw new InvalidIntentError({
      field: 'service.selector',
      message: 'is needed for a new Service: the labels of its pods',
    });
  }
  if ((isService || form === 'gateway-api') && !ports?.length) {
    throw new InvalidIntentError({
      field: 'service.ports',
      message: 'is needed for a new object: at least one port',
    });
  }
}

/**
 * Writes the Kubernetes side of an exposure into a new file, or into the existing one at its path.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildManifest(
  intent: AwsPrivateLinkExposureIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { path } = intent.manifest;
  const plan = planManifest(intent);
  const before = existing[path];
  if (before !== undefined && before.trim() !== '') {
    return {
      path,
      content: editManifest({ path, text: before, plan, intent }),
    };
  }
  requireForNew(intent);
  const content = stringifyManifest(plan.create);
  verifyManifest({ path, content, wanted: [plan.create] });
  return { path, content };
}
