import { listOf, queryStructure, text, timestamp } from '../../wire/shapes';

/** Wire names of `ListOpenIDConnectProvidersRequest`. @internal */
export const listOpenIDConnectProvidersRequest = queryStructure({});

/** Wire names of `OpenIDConnectProviderListEntry`. @internal */
export const openIDConnectProviderListEntry = queryStructure({
  Arn: text,
});

/** Wire names of `ListOpenIDConnectProvidersResponse`. @internal */
export const listOpenIDConnectProvidersResponse = queryStructure({
  OpenIDConnectProviderList: listOf(openIDConnectProviderListEntry),
});

/** Wire names of `GetOpenIDConnectProviderRequest`. @internal */
export const getOpenIDConnectProviderRequest = queryStructure({
  OpenIDConnectProviderArn: text,
});

/** Wire names of `Tag`. @internal */
export const tag = queryStructure({
  Key: text,
  Value: text,
});

/** Wire names of `GetOpenIDConnectProviderResponse`. @internal */
export const getOpenIDConnectProviderResponse = queryStructure({
  Url: text,
  ClientIDList: listOf(text),
  ThumbprintList: listOf(text),
  CreateDate: timestamp,
  Tags: listOf(tag),
});
