import { hclText } from './hclText';

// What Terraform's own parser makes of it, whatever the text, is tested with the snippets of the provider modules.
describe('hclText', () => {
  it.each([
    ['ledger', '"ledger"'],
    ['${file("/etc/passwd")}', '"$${file(\\"/etc/passwd\\")}"'],
    ['%{ if true }x%{ endif }', '"%%{ if true }x%%{ endif }"'],
    ['a\n}\nresource', '"a\\n}\\nresource"'],
    ['\b\f\u2028', '"\\u0008\\u000c\\u2028"'],
  ])('writes %j so that it stays a text', (text, literal) => {
    expect(hclText(text)).toBe(literal);
  });
});
