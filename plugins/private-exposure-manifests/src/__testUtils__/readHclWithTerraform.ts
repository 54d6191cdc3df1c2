import { parse } from '@cdktf/hcl2json';

// The parser gives strings as templates: what is literal comes with its escapes.
function unescape(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll('$${', () => '${').replaceAll('%%{', '%{');
  if (Array.isArray(value)) return value.map(unescape);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [unescape(key), unescape(item)]),
  );
}

/** Reads HCL with HashiCorp's own parser; references come as `${…}`. */
export async function readHclWithTerraform(text: string): Promise<unknown> {
  return unescape(await parse('test.tf', text));
}
