import { grantBlock } from '../builders/terraformExposure';
import { hclAddress } from '../hcl/values';
import { writeHcl } from '../hcl/writeHcl';
import { verifyTerraform } from './verifyTerraform';

const arn = (account: string) => `arn:aws:iam::${account}:root`;
const former = grantBlock('payments', arn('444455556666'));
const wanted = grantBlock('payments', arn('333344445555'));
const other = grantBlock('orders', arn('444455556666'));

const verify =
  (written: string, removed = [hclAddress(former)]) =>
  () =>
    verifyTerraform({
      path: 'a.tf',
      content: written,
      wanted: [wanted],
      before: writeHcl([former, other]),
      removed,
    });

describe('verifyTerraform', () => {
  it('takes what was wanted, without what was to go', () => {
    expect(verify(writeHcl([other, wanted]))).not.toThrow();
  });

  it.each([
    ['what was to go is still there', writeHcl([former, other, wanted])],
    ['another block is gone', writeHcl([wanted])],
    [
      'another block says something else',
      writeHcl([other, wanted]).replace('orders.id', 'shop.id'),
    ],
    [
      'a block is there that nobody asked for',
      writeHcl([other, wanted, grantBlock('shop', '*')]),
    ],
    ['what was wanted is missing', writeHcl([other])],
  ])('fails where %s', (_, written) => {
    expect(verify(written)).toThrow('a.tf');
  });
});
