import { planService, ServicePlan } from '../../plan/planService';
import { parseGoBoolean, parseInTreeInternal } from '../../values/goParsers';
import { gkeTypeOf, isInternalType } from '../gkeType';
import { planOf } from '../ServiceTarget';
import { ServiceChange, ServiceTarget } from '../targets';
import { annotationOf } from '../targets/ServiceTarget';

/** What of a load balancer can't change without its connections noticing. @internal */
export interface Exposure {
  /** Who makes it, and which kind, in words; `undefined` where the file doesn't tell. */
  kind: string | undefined;
  scheme: 'internal' | 'internet-facing' | undefined;
}

const IN_TREE_KINDS: Record<string, string> = {
  classic: 'Classic Load Balancer of the in-tree provider',
  nlb: 'Network Load Balancer of the in-tree provider',
};
const LBC_KIND = 'Network Load Balancer of the AWS Load Balancer Controller';

function ofPlan(plan: ServicePlan): Exposure | undefined {
  switch (plan.outcome) {
    case 'aws-network-load-balancer':
      return { kind: LBC_KIND, scheme: plan.model.scheme };
    case 'aws-in-tree-load-balancer':
      return {
        kind: IN_TREE_KINDS[plan.model.loadBalancerType],
        scheme: plan.model.scheme,
      };
    case 'azure-load-balancer':
      return {
        kind: 'Azure load balancer',
        scheme: plan.model.internal ? 'internal' : 'internet-facing',
      };
    default:
      return undefined;
  }
}

const TYPES: Record<string, string> = {
  external: LBC_KIND,
  'nlb-ip': LBC_KIND,
  nlb: IN_TREE_KINDS.nlb,
};

const isInternalOnGke = (target: ServiceTarget) =>
  isInternalType(gkeTypeOf(target)?.value);

/** Where several controllers may take it, and a part of the annotations is elsewhere, only what is written counts. */
function ofAnnotations(target: ServiceTarget): Exposure {
  const valueOf = (name: string) => annotationOf(target, name)?.value;
  const type = valueOf('aws-load-balancer-type');
  const kind =
    target.loadBalancerClass === undefined && type !== undefined
      ? TYPES[type]
      : undefined;
  const scheme = valueOf('aws-load-balancer-scheme');
  if (scheme === 'internal' || scheme === 'internet-facing')
    return { kind, scheme };
  const azure = valueOf('azure-load-balancer-internal');
  const internal = valueOf('aws-load-balancer-internal');
  const isInternal =
    azure === undefined
      ? internal && (parseGoBoolean(internal) ?? parseInTreeInternal(internal))
      : azure === 'true';
  if (typeof isInternal !== 'boolean')
    return { kind, scheme: isInternalOnGke(target) ? 'internal' : undefined };
  return { kind, scheme: isInternal ? 'internal' : 'internet-facing' };
}

/** Whether a Service loses the one word that keeps its load balancer inside; cloud providers make a public one without. */
function losesInternal(before: ServiceTarget, after: ServiceTarget): boolean {
  const { object, isPartial } = after;
  const isOff =
    object?.kind === 'Service' && object.spec?.type !== 'LoadBalancer';
  const hasClass = before.loadBalancerClass ?? after.loadBalancerClass;
  if (isPartial || isOff || hasClass !== undefined) return false;
  const valuesOf = (name: string) =>
    [before, after].map(side => annotationOf(side, name)?.value ?? '');
  const [azure, azureNow] = valuesOf('azure-load-balancer-internal');
  if (azure === 'true' && azureNow === '') return true;
  if (isInternalOnGke(before)) return !isInternalOnGke(after);
  const [internal, internalNow] = valuesOf('aws-load-balancer-internal');
  // Of the AWS Load Balancer Controller's, the scheme stays.
  const isInTree = valuesOf('aws-load-balancer-type').every(
    type => type === 'nlb',
  );
  return isInTree && internalNow === '' && parseInTreeInternal(internal);
}

/** What is written on a Service after a change, and what comes of what is no longer written. */
function ofWhatIsLeft(before: ServiceTarget, after: ServiceTarget): Exposure {
  const said = ofAnnotations(after);
  return losesInternal(before, after)
    ? { ...said, scheme: 'internet-facing' }
    : said;
}

/** What a Service is before a change and after it; `undefined` where it makes no load balancer. @internal */
export interface ChangedExposure {
  before: Exposure | undefined;
  after: Exposure | undefined;
}

/**
 * Compares what a Service was with what it becomes. What an annotation no longer says stays as it is on a live load
 * balancer, where its controller does so.
 *
 * @internal
 */
export function exposureOf({ before, after }: ServiceChange): ChangedExposure {
  const was = planOf(before);
  const becomes = after && planAfter(before, after);
  if (!was || (after && !becomes)) {
    return {
      before: ofAnnotations(before),
      after: after && ofWhatIsLeft(before, after),
    };
  }
  // A Service whose controller is not known, or refuses it, is judged by what is written on it.
  const judge = (plan: ServicePlan, written: () => Exposure) =>
    ofPlan(plan) ?? (plan.outcome === 'nothing' ? undefined : written());
  return {
    before: judge(was, () => ofAnnotations(before)),
    after:
      becomes && after && judge(becomes, () => ofWhatIsLeft(before, after)),
  };
}

/** What a live Service becomes: where nothing says its scheme, that of the load balancer that is there. */
function planAfter(
  before: ServiceTarget,
  after: ServiceTarget,
): ServicePlan | undefined {
  if (!after.object || after.isPartial) return undefined;
  const was = planOf(before);
  const isLbc = was?.outcome === 'aws-network-load-balancer';
  return planService(
    after.object,
    after.profile,
    isLbc ? { facts: { defaultScheme: was.model.scheme } } : {},
  );
}
