/** What RAM calls the resources whose types are two words. */
const TYPES: Readonly<Record<string, string>> = {
  'ec2:prefix-list': 'ec2:PrefixList',
  'ec2:transit-gateway': 'ec2:TransitGateway',
  'ec2:security-group': 'ec2:SecurityGroup',
  'cloudfront:vpcorigin': 'cloudfront:VpcOrigin',
};

/** The type of a shared resource, such as `ec2:Subnet`, from its ARN. @internal */
export function sharedResourceType(arn: string): string {
  const [, , service, , , resource = ''] = arn.split(':');
  const [type] = resource.split('/');
  const key = `${service}:${type}`;
  const capital = type.charAt(0).toUpperCase() + type.slice(1);
  return TYPES[key] ?? `${service}:${capital}`;
}
