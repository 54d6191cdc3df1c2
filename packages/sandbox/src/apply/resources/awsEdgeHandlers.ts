import {
  certificateResource,
  certificateValidationResource,
  provedCertificateResource,
} from './edge/certificateResources';
import { distributionResource } from './edge/distributionResource';
import { recordResource } from './edge/recordResource';
import { vpcOriginResource } from './edge/vpcOriginResource';
import {
  ipSetResource,
  webAclLoggingResource,
  webAclResource,
} from './edge/webAclResources';
import {
  identityProviderResource,
  inlinePolicyResource,
  policyAttachmentResource,
  policyResource,
  roleResource,
} from './identity/identityResources';
import {
  resourceShareResource,
  sharePrincipalAssociation,
  shareResourceAssociation,
} from './identity/shareResources';
import { logResources } from './keptResource';
import { ResourceHandler } from './ResourceHandler';

/**
 * The resources of CloudFront, WAF, certificates, DNS, shares and identities, by their Terraform type.
 * @internal
 */
export const awsEdgeHandlers: Readonly<Record<string, ResourceHandler>> = {
  aws_cloudfront_distribution: distributionResource,
  aws_cloudfront_vpc_origin: vpcOriginResource,
  aws_wafv2_web_acl: webAclResource,
  aws_wafv2_ip_set: ipSetResource,
  aws_wafv2_web_acl_logging_configuration: webAclLoggingResource,
  aws_acm_certificate: certificateResource,
  aws_acm_certificate_validation: certificateValidationResource,
  cloudformation_certificate: provedCertificateResource,
  aws_route53_record: recordResource,
  aws_ram_resource_share: resourceShareResource,
  aws_ram_resource_association: shareResourceAssociation,
  aws_ram_principal_association: sharePrincipalAssociation,
  aws_iam_openid_connect_provider: identityProviderResource,
  aws_iam_role: roleResource,
  aws_iam_policy: policyResource,
  aws_iam_role_policy_attachment: policyAttachmentResource,
  aws_iam_role_policy: inlinePolicyResource,
  ...logResources,
};
