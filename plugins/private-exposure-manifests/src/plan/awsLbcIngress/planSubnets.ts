import { SubnetFact } from '../awsLbcService';
import {
  checkNamedSubnets,
  chooseOnePerZone,
  resolveSubnets,
} from '../awsLbcService/planSubnets';
import { ControllerRefusal } from '../ControllerRefusal';
import { agreeOnList } from './agreeOn';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';

/** Where a load balancer stands. @public */
export interface AlbSubnetPlan {
  /** Whether subnets are named, by Ingresses, their class or what exists, or looked for by their tags. */
  resolution: 'by-name-or-id' | 'by-selector' | 'auto-discovery';
  /** `undefined` where they are not known. */
  subnets: readonly SubnetFact[] | undefined;
}

type Facts = Pick<
  AwsLbcIngressFacts,
  'subnets' | 'existingLoadBalancer' | 'featureGates'
>;

const keyOf = (name: string) => [`${INGRESS_ANNOTATION_PREFIX}/${name}`];

/** Whether a zone is one of a region, not a Local Zone or an Outpost's; by its name or id. */
const isRegionalZone = (zone: string) =>
  /^[a-z]{2}(-[a-z]+)+-\d[a-z]$|^[a-z]+\d-az\d+$/.test(zone);

/** Refuses a single subnet, where that is not for a Local Zone or allowed for all. */
function checkCount(
  subnets: readonly SubnetFact[],
  { ALBSingleSubnet }: AwsLbcIngressFacts['featureGates'],
  about: readonly string[],
): void {
  const [only, ...others] = subnets;
  const { zone } = only;
  if (others.length || ALBSingleSubnet || zone === undefined) return;
  if (isRegionalZone(zone))
    throw new ControllerRefusal(
      'subnets count less than minimal required count: 1 < 2',
      about,
    );
}

function resolveNamed(
  named: readonly string[],
  { subnets: known }: Facts,
  about: readonly string[],
): SubnetFact[] {
  const subnets = resolveSubnets(named, known ?? []);
  checkNamedSubnets(subnets, about);
  return subnets;
}

/** The subnets that members name with an annotation; `undefined` where none does. @internal */
export function planNamedSubnets(
  members: readonly GroupMember[],
  name: 'subnets' | 'frontend-nlb-subnets',
  facts: Facts,
): SubnetFact[] | undefined {
  const about = keyOf(name);
  const named = agreeOnList(
    members.flatMap(({ annotations }) => {
      const subnets = annotations.stringList(name);
      return subnets ? [subnets] : [];
    }),
    about,
    { what: 'subnets', ignoresOrder: true },
  );
  return named && resolveNamed(named, facts, about);
}

/** One subnet a zone of those with certain tags, of which only the name is known; `undefined` where others decide. */
function chooseByTags(
  tags: Readonly<Record<string, readonly string[]>>,
  known: readonly SubnetFact[] | undefined,
): SubnetFact[] | undefined {
  const [[tag, names] = [], ...others] = Object.entries(tags);
  if (!known || !names || tag !== 'Name' || others.length) return undefined;
  return chooseOnePerZone(
    known.filter(({ name }) => name !== undefined && names.includes(name)),
  );
}

function planSubnetsOfClass(
  members: readonly GroupMember[],
  facts: Facts,
): AlbSubnetPlan | undefined {
  const selectors = members.flatMap(({ params }) => params?.subnets ?? []);
  const [selector] = selectors;
  if (!selector) return undefined;
  const about = keyOf('subnets');
  const isAnnotated = members.some(
    ({ params, annotations }) => !params?.subnets && annotations.has('subnets'),
  );
  if (isAnnotated)
    throw new ControllerRefusal(
      'conflicting subnet specifications: IngressClassParams versus annotation',
      about,
    );
  if (selectors.some(one => JSON.stringify(one) !== JSON.stringify(selector)))
    throw new ControllerRefusal(
      'conflicting IngressClassParams subnet specifications',
      about,
    );
  return selector.ids.length
    ? {
        resolution: 'by-name-or-id',
        subnets: resolveNamed(selector.ids, facts, about),
      }
    : {
        resolution: 'by-selector',
        subnets: chooseByTags(selector.tags, facts.subnets),
      };
}

/**
 * Where the load balancer stands: in subnets that its class or its Ingresses name, else where it stands already, else in
 * those that bear the tags.
 *
 * @remarks `buildLoadBalancerSubnetMappings` in `pkg/ingress/model_build_load_balancer.go`, version 3.5.
 *
 * @internal
 */
export function planSubnets(
  members: readonly GroupMember[],
  facts: Facts,
  scheme: string,
): AlbSubnetPlan {
  const ofClass = planSubnetsOfClass(members, facts);
  if (ofClass) return ofClass;
  const named = planNamedSubnets(members, 'subnets', facts);
  if (named) {
    checkCount(named, facts.featureGates, keyOf('subnets'));
    return { resolution: 'by-name-or-id', subnets: named };
  }
  const { existingLoadBalancer: existing, subnets: known } = facts;
  if (existing?.scheme === scheme)
    return {
      resolution: 'by-name-or-id',
      subnets: resolveSubnets(existing.subnets, known ?? []),
    };
  return {
    resolution: 'auto-discovery',
    subnets: known && chooseOnePerZone(known),
  };
}
