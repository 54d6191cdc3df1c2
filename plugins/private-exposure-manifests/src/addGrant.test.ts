import { paymentsExposure } from './__testUtils__/paymentsExposure';
import { addGrant } from './addGrant';
import { buildAwsPrivateLinkExposure } from './buildAwsPrivateLinkExposure';

const path = 'infra/payments.tf';
const terraform = `# by the platform team\n${
  buildAwsPrivateLinkExposure(paymentsExposure).files[1].content
}\n# the end\n`;
const request = {
  entityRef: 'component:default/payments',
  principal: '333344445555',
  path,
};

function grant(text: string, change: object = {}) {
  return addGrant({ ...request, ...change }, { existing: { [path]: text } });
}

describe('addGrant', () => {
  it('adds one block and keeps everything else', () => {
    const { files, title, description } = grant(terraform);

    expect(files).toEqual([
      {
        path,
        content: `${terraform}
resource "aws_vpc_endpoint_service_allowed_principal" "payments_333344445555" {
  principal_arn           = "arn:aws:iam::333344445555:root"
  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id
}
`,
      },
    ]);
    expect(title).toBe(
      'Let arn:aws:iam::333344445555:root connect to component:default/payments',
    );
    expect(description).toContain(
      'Lets `arn:aws:iam::333344445555:root` ask to connect',
    );
  });

  it('has nothing to write for a grant that is there', () => {
    expect(grant(terraform, { principal: '444455556666' }).files).toEqual([]);
    const [{ content }] = grant(terraform).files;
    expect(grant(content).files).toEqual([]);
  });

  it.each([
    [
      'a file without the service',
      'locals {}\n',
      {},
      `${path}: declares no aws_vpc_endpoint_service`,
    ],
    [
      'a list in the service itself',
      terraform.replace(
        '  acceptance',
        '  allowed_principals = []\n  acceptance',
      ),
      {},
      `${path}:10: keeps its grants in 'allowed_principals'`,
    ],
    [
      'two services and no label',
      `${terraform}resource "aws_vpc_endpoint_service" "b" {}\n`,
      {},
      'label: is needed',
    ],
    ['broken Terraform', `${terraform}a = [`, {}, `can't be read as Terraform`],
    [
      'everyone',
      terraform,
      { principal: '*' },
      `principal: must name somebody, not '*'`,
    ],
  ])('refuses %s', (_, text, change, message) => {
    expect(() => grant(text, change)).toThrow(message);
  });
});
