import { bool, integer, listOf, text, queryStructure } from '../../wire/shapes';
import { action } from './actionShapes';
import { tag } from './sharedShapes';

/** Wire names of `Certificate`. @internal */
export const certificate = queryStructure({
  CertificateArn: text,
  IsDefault: bool,
});

/** Wire names of `CreateListenerInput`. @internal */
export const createListenerInput = queryStructure({
  LoadBalancerArn: text,
  Protocol: text,
  Port: integer,
  SslPolicy: text,
  Certificates: listOf(certificate),
  DefaultActions: listOf(action),
  AlpnPolicy: listOf(text),
  Tags: listOf(tag),
});

/** Wire names of `Listener`. @internal */
export const listener = queryStructure({
  ListenerArn: text,
  LoadBalancerArn: text,
  Port: integer,
  Protocol: text,
  Certificates: listOf(certificate),
  SslPolicy: text,
  DefaultActions: listOf(action),
  AlpnPolicy: listOf(text),
});

/** Wire names of `CreateListenerOutput`. @internal */
export const createListenerOutput = queryStructure({
  Listeners: listOf(listener),
});

/** Wire names of `DescribeListenersInput`. @internal */
export const describeListenersInput = queryStructure({
  LoadBalancerArn: text,
  ListenerArns: listOf(text),
  Marker: text,
  PageSize: integer,
});

/** Wire names of `DescribeListenersOutput`. @internal */
export const describeListenersOutput = queryStructure({
  Listeners: listOf(listener),
  NextMarker: text,
});

/** Wire names of `ModifyListenerInput`. @internal */
export const modifyListenerInput = queryStructure({
  ListenerArn: text,
  Port: integer,
  Protocol: text,
  SslPolicy: text,
  Certificates: listOf(certificate),
  DefaultActions: listOf(action),
  AlpnPolicy: listOf(text),
});

/** Wire names of `ModifyListenerOutput`. @internal */
export const modifyListenerOutput = queryStructure({
  Listeners: listOf(listener),
});

/** Wire names of `ListenerAttribute`. @internal */
export const listenerAttribute = queryStructure({
  Key: text,
  Value: text,
});

/** Wire names of `DescribeListenerAttributesInput`. @internal */
export const describeListenerAttributesInput = queryStructure({
  ListenerArn: text,
});

/** Wire names of `DescribeListenerAttributesOutput`. @internal */
export const describeListenerAttributesOutput = queryStructure({
  Attributes: listOf(listenerAttribute),
});

/** Wire names of `ModifyListenerAttributesInput`. @internal */
export const modifyListenerAttributesInput = queryStructure({
  ListenerArn: text,
  Attributes: listOf(listenerAttribute),
});

/** Wire names of `ModifyListenerAttributesOutput`. @internal */
export const modifyListenerAttributesOutput = queryStructure({
  Attributes: listOf(listenerAttribute),
});

/** Wire names of `DescribeListenerCertificatesInput`. @internal */
export const describeListenerCertificatesInput = queryStructure({
  ListenerArn: text,
  Marker: text,
  PageSize: integer,
});

/** Wire names of `DescribeListenerCertificatesOutput`. @internal */
export const describeListenerCertificatesOutput = queryStructure({
  Certificates: listOf(certificate),
  NextMarker: text,
});

/** Wire names of `DeleteListenerInput`. @internal */
export const deleteListenerInput = queryStructure({
  ListenerArn: text,
});

/** Wire names of `DeleteListenerOutput`. @internal */
export const deleteListenerOutput = queryStructure({});
