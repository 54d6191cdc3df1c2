import { isMap, Value } from '../terraform/expression';

// Where Terraform has another word than CloudFormation, whatever the resource.
const WORDS: Record<string, string> = {
  origins: 'origin',
  cache_behaviors: 'ordered_cache_behavior',
  ipv6_enabled: 'is_ipv6_enabled',
  logging: 'logging_config',
  origin_custom_headers: 'custom_header',
  header_name: 'name',
  header_value: 'value',
  rules: 'rule',
  statements: 'statement',
};

/**
 * A tree of CloudFormation's properties as Terraform's arguments: the same words in another spelling, but for a few.
 * @internal
 */
export function toTerraform(value: Value): Value {
  if (Array.isArray(value)) return value.map(toTerraform);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([property, part]) => {
      const name = snakeCase(property);
      return [WORDS[name] ?? name, toTerraform(part)];
    }),
  );
}

/** `HTTPSPort` is `https_port`, `WebACLId` is `web_acl_id`. */
function snakeCase(property: string): string {
  return property
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
