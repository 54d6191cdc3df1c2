import { shopCloudFront } from '../../__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from '../../buildAwsCloudFront';
import { lintManifests } from '../lintManifests';

const path = shopCloudFront.infrastructure.path;
const { files } = buildAwsCloudFront(shopCloudFront);
const before = files.find(file => file.path === path)?.content ?? '';

const idsOf = (content: string) =>
  lintManifests([{ path, content }], {
    base: [{ path, content: before }],
  }).map(({ ruleId }) => ruleId);

describe('changes to VPC origins', () => {
  it('finds one that is changed while it is used', () => {
    const changed = before.replace(
      'https_port             = 443',
      'https_port = 8443',
    );

    expect(changed).not.toBe(before);
    expect(idsOf(changed)).toEqual(['change/vpc-origin-in-use']);
  });

  it.each([
    ['spacing', before.replace('https_port             =', 'https_port =')],
    ['tags', before.replace('Name                 = "shop"', 'Name = "x"')],
    [
      'the distribution',
      before.replace(
        'https-only"\n    allowed',
        'redirect-to-https"\n    allowed',
      ),
    ],
    ['nothing', before],
  ])('has nothing to say of other changes: %s', (_, changed) => {
    expect(idsOf(changed)).toEqual([]);
  });
});
