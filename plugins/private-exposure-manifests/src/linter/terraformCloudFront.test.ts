import { lintManifests } from './lintManifests';

const idsOf = (content: string) =>
  lintManifests([{ path: 'main.tf', content }]).map(
    ({ ruleId, line, severity }) => `${line} ${severity} ${ruleId}`,
  );

const distribution = (attributes: string, certificate: string) =>
  `resource "aws_cloudfront_distribution" "shop" {\n  ${attributes}\n\n  viewer_certificate {\n    acm_certificate_arn = ${certificate}\n  }\n}\n`;
const certificate = (attributes: string) =>
  `resource "aws_acm_certificate" "shop" {\n  domain_name = "shop.example.com"\n  ${attributes}\n}\n`;
const provider = (attributes: string) =>
  `provider "aws" {\n  ${attributes}\n}\n`;
const acl = 'web_acl_id = aws_wafv2_web_acl.shop.arn';
const ofCertificate = distribution(acl, 'aws_acm_certificate.shop.arn');

describe('CloudFront in hand-written Terraform', () => {
  it.each([
    ['its own region', certificate('region = "eu-west-1"'), ''],
    [
      'its provider',
      certificate('provider = aws.home'),
      provider('alias = "home"\n  region = "eu-west-1"'),
    ],
    ['the default provider', certificate(''), provider('region = "eu-west-1"')],
  ])('finds a certificate elsewhere by %s', (_, resource, declared) => {
    expect(idsOf(ofCertificate + resource + declared)).toEqual([
      '5 error infrastructure/cloud-front-certificate-region',
    ]);
  });

  it.each([
    ['of us-east-1', certificate('region = "us-east-1"')],
    ['whose region no file tells', certificate('provider = aws.edge')],
    [
      'with a provider of its own beside a default one',
      certificate('provider = aws.edge') + provider('region = "eu-west-1"'),
    ],
    ['that is a variable', ''],
  ])('guesses nothing of a certificate %s', (_, resource) => {
    expect(idsOf(ofCertificate + resource)).toEqual([]);
  });

  it('finds a web ACL of the wrong scope, and of the wrong region', () => {
    const webAcl = (scope: string, region: string) =>
      `resource "aws_wafv2_web_acl" "shop" {\n  scope = "${scope}"\n  region = "${region}"\n}\n`;

    expect(idsOf(ofCertificate + webAcl('REGIONAL', 'us-east-1'))).toEqual([
      '2 error infrastructure/cloud-front-waf-scope',
    ]);
    expect(idsOf(ofCertificate + webAcl('CLOUDFRONT', 'eu-west-1'))).toEqual([
      '9 error infrastructure/cloud-front-waf-scope',
    ]);
    expect(idsOf(ofCertificate + webAcl('CLOUDFRONT', 'us-east-1'))).toEqual(
      [],
    );
  });

  it('takes an empty web ACL for none, and a variable for one', () => {
    const rule = '1 warning infrastructure/distribution-without-waf';

    expect(idsOf(distribution('web_acl_id = ""', 'var.arn'))).toEqual([rule]);
    expect(idsOf(distribution('enabled = true', 'var.arn'))).toEqual([rule]);
    expect(idsOf(distribution('web_acl_id = var.acl', 'var.arn'))).toEqual([]);
  });

  it('tells HTTP inside a VPC from HTTP to a public origin', () => {
    const policy = 'origin_protocol_policy = "http-only"';

    expect(
      idsOf(
        `resource "aws_cloudfront_vpc_origin" "a" {\n  vpc_origin_endpoint_config {\n    ${policy}\n  }\n}\n`,
      ),
    ).toEqual(['3 info infrastructure/origin-protocol']);
    expect(
      idsOf(
        `resource "aws_cloudfront_distribution" "a" {\n  ${acl}\n  origin {\n    custom_origin_config {\n      ${policy}\n    }\n  }\n}\n`,
      ),
    ).toEqual(['5 warning infrastructure/origin-protocol']);
  });
});
