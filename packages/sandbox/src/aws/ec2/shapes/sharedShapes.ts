import { at, itemsOf, text, ec2Structure } from '../../wire/shapes';

/** Wire names of `Tag`. @internal */
export const tag = ec2Structure({
  Key: text,
  Value: text,
});

/** Wire names of `TagSpecification`. @internal */
export const tagSpecification = ec2Structure({
  ResourceType: text,
  Tags: at('Tag', itemsOf(tag)),
});

/** Wire names of `ServiceTypeDetail`. @internal */
export const serviceTypeDetail = ec2Structure({
  ServiceType: text,
});

/** Wire names of `Filter`. @internal */
export const filter = ec2Structure({
  Name: text,
  Values: at('Value', itemsOf(text)),
});

/** Wire names of `UnsuccessfulItemError`. @internal */
export const unsuccessfulItemError = ec2Structure({
  Code: text,
  Message: text,
});

/** Wire names of `UnsuccessfulItem`. @internal */
export const unsuccessfulItem = ec2Structure({
  Error: unsuccessfulItemError,
  ResourceId: text,
});

/** Wire names of `DnsEntry`. @internal */
export const dnsEntry = ec2Structure({
  DnsName: text,
  HostedZoneId: text,
});
