import {
  checkClassAnnotation,
  checkClassName,
  checkConditions,
  checkFrontendNlbTags,
  checkGroupNameAnnotation,
  isSkippedByWebhook,
} from '../../plan/awsLbcIngress/admitIngress';
import {
  classifyIngress,
  matchesClassAnnotation,
} from '../../plan/awsLbcIngress/classifyIngress';
import {
  planGroupId,
  planGroupMembership,
  sortGroupMembers,
} from '../../plan/awsLbcIngress/IngressGroup';
import { readClassAnnotation } from '../../plan/awsLbcIngress/LbcIngress';
import {
  readBefore,
  readFacts,
  readIngress,
  readMembers,
} from './awsLbcIngressFacts';
import { NamedPlans } from './namedPlans';
import { OracleCase } from './oracleCases';

const admissionOf = (oracle: OracleCase) => ({
  ...readFacts(oracle),
  forbidsClassAnnotation: oracle.context.disableIngressClassAnnotation === true,
  forbidsGroupNameAnnotation:
    oracle.context.disableIngressGroupNameAnnotation === true,
});

const planGroup = (oracle: OracleCase) => {
  const [member] = readMembers(oracle);
  return { ingressGroup: planGroupId(member, member.params) };
};

/** What stands for the controller's functions about groups, classes and admission. */
export const groupParts: NamedPlans = {
  loadGroupID: planGroup,
  validateGroupName: planGroup,
  sortGroupMembers: oracle => ({
    groupOrder: sortGroupMembers(readMembers(oracle)).map(({ name }) => name),
  }),
  checkGroupMembershipType: oracle => {
    const { name, namespace = '' } = oracle.context.queriedGroup;
    const { type } = planGroupMembership(
      readIngress(oracle),
      { name, namespace },
      readFacts(oracle),
    );
    return { groupMembership: type };
  },
  classifyIngress: oracle => ({
    reconciled: classifyIngress(readIngress(oracle), readFacts(oracle)).isOwn,
  }),
  'classAnnotationMatcher.Matches': oracle => ({
    ingressClassAnnotationMatches: matchesClassAnnotation(
      readClassAnnotation(readIngress(oracle)) ?? '',
      readFacts(oracle),
    ),
  }),
  'webhook.checkIngressClass': oracle => ({
    webhookSkips: isSkippedByWebhook(readIngress(oracle), readFacts(oracle)),
  }),
  'webhook.checkIngressClassAnnotationUsage': oracle => {
    checkClassAnnotation(
      readIngress(oracle),
      readBefore(oracle),
      admissionOf(oracle),
    );
    return {};
  },
  'webhook.checkGroupNameAnnotationUsage': oracle => {
    checkGroupNameAnnotation(
      readIngress(oracle),
      readBefore(oracle),
      admissionOf(oracle),
    );
    return {};
  },
  'webhook.checkIngressClassUsage': oracle => {
    checkClassName(readIngress(oracle), readBefore(oracle), readFacts(oracle));
    return {};
  },
  'webhook.checkIngressAnnotationConditions': oracle => {
    checkConditions(readIngress(oracle));
    return {};
  },
  'webhook.checkFrontendNlbTagsAnnotation': oracle => {
    checkFrontendNlbTags(readIngress(oracle));
    return {};
  },
};
