import { listOf, structure, text } from '../../wire/shapes';
import { webACL } from './webAclShapes';

/** Wire names of `ListResourcesForWebACLRequest`. @internal */
export const listResourcesForWebACLRequest = structure({
  WebACLArn: text,
  ResourceType: text,
});

/** Wire names of `ListResourcesForWebACLResponse`. @internal */
export const listResourcesForWebACLResponse = structure({
  ResourceArns: listOf(text),
});

/** Wire names of `GetWebACLForResourceRequest`. @internal */
export const getWebACLForResourceRequest = structure({
  ResourceArn: text,
});

/** Wire names of `GetWebACLForResourceResponse`. @internal */
export const getWebACLForResourceResponse = structure({
  WebACL: webACL,
});

/** Wire names of `AssociateWebACLRequest`. @internal */
export const associateWebACLRequest = structure({
  WebACLArn: text,
  ResourceArn: text,
});

/** Wire names of `AssociateWebACLResponse`. @internal */
export const associateWebACLResponse = structure({});

/** Wire names of `DisassociateWebACLRequest`. @internal */
export const disassociateWebACLRequest = structure({
  ResourceArn: text,
});

/** Wire names of `DisassociateWebACLResponse`. @internal */
export const disassociateWebACLResponse = structure({});
