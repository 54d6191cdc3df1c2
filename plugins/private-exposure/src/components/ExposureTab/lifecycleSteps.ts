import type {
  Change,
  ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';

/** The steps from a pull request to a working exposure. @internal */
export type LifecycleStep = 'review' | 'provisioning' | 'domain' | 'live';

/**
 * The step that a new exposure is at, and those it has to take.
 *
 * @remarks
 * Waiting for the TXT record is a step only for an exposure with a private domain. Before one is seen in the cloud
 * nobody knows, so the step is shown as one that may come.
 *
 * @internal
 */
export function lifecycleSteps(
  subject: { change: Change } | { exposure: ExposureDetail },
): { steps: LifecycleStep[]; current: LifecycleStep } {
  const steps: LifecycleStep[] = ['review', 'provisioning', 'domain', 'live'];
  if ('change' in subject) {
    const isOpen = subject.change.state === 'open';
    return { steps, current: isOpen ? 'review' : 'provisioning' };
  }
  const { lifecycle, domain } = subject.exposure;
  const taken = domain ? steps : steps.filter(step => step !== 'domain');
  if (lifecycle === 'in-review') return { steps: taken, current: 'review' };
  if (lifecycle === 'provisioning') {
    return { steps: taken, current: 'provisioning' };
  }
  const isWaiting = domain !== undefined && domain.state !== 'verified';
  return { steps: taken, current: isWaiting ? 'domain' : 'live' };
}
