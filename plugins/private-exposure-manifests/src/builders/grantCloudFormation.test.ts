import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { paymentsExposure } from '../__testUtils__/paymentsExposure';
import { addGrant } from '../addGrant';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';

const arn = 'arn:aws:iam::333344445555:root';

function grant(text: string, change: { path?: string; label?: string } = {}) {
  const path = change.path ?? 'infra/payments.yaml';
  const { files } = addGrant(
    {
      entityRef: 'component:default/payments',
      principal: '333344445555',
      ...change,
      path,
    },
    { existing: { [path]: text } },
  );
  return files[0]?.content;
}

const yaml = `# By the platform team.
Resources:
  Grants: # reviewed every year
    Properties:
      ServiceId: !Ref PaymentsService
      AllowedPrincipals:
        # Globex
        - arn:aws:iam::444455556666:root # until March
        - !Sub arn:\${AWS::Partition}:iam::111122223333:root

      # The end of the grants.
    Type: AWS::EC2::VPCEndpointServicePermissions
  PaymentsService:
    Type: AWS::EC2::VPCEndpointService
    Properties: { AcceptanceRequired: true }
`;

const json = `{
  "Resources": {
    "PaymentsService": {
      "Type": "AWS::EC2::VPCEndpointService",
      "Properties": { "AcceptanceRequired": true }
    },
    "Grants": {
      "Type": "AWS::EC2::VPCEndpointServicePermissions",
      "Properties": {
        "ServiceId": { "Fn::GetAtt": ["PaymentsService", "ServiceId"] },
        "AllowedPrincipals": [
          "arn:aws:iam::444455556666:root"
        ]
      }
    }
  }
}
`;

const noGrants = {
  yaml: `Resources:
  PaymentsService: # acceptance is on
    Type: AWS::EC2::VPCEndpointService
# the end
Outputs: {}
`,
  json: `{
    "Resources": {
        "PaymentsService": {
            "Type": "AWS::EC2::VPCEndpointService"
        }
    },
    "Outputs": {}
}`,
};

describe('a grant in a CloudFormation template', () => {
  it('is one line more of YAML, below the last principal', () => {
    const last =
      '        - !Sub arn:${AWS::Partition}:iam::111122223333:root\n';

    expect(grant(yaml)).toBe(
      yaml.replace(last, () => `${last}        - "${arn}"\n`),
    );
  });

  it('is one line more of JSON, and a comma', () => {
    const last = '"arn:aws:iam::444455556666:root"';

    expect(grant(json, { path: 'infra/payments.json' })).toBe(
      json.replace(last, `${last},\n          "${arn}"`),
    );
  });

  it('stays within a line that holds the list', () => {
    const flow = json.replace(/\[\s+("arn[^"]*")\s+\]/, '[$1]');
    const empty = json.replace(/\[\s+"arn[^"]*"\s+\]/, '[]');

    expect(grant(flow)).toBe(flow.replace('root"]', `root", "${arn}"]`));
    expect(grant(empty)).toBe(empty.replace('[]', `["${arn}"]`));
  });

  it('leaves a comment with the principal that it is about', () => {
    const flow = `${noGrants.yaml.replace('# the end\n', '')}`.replace(
      'Outputs',
      `  Grants:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties:
      ServiceId: { Ref: PaymentsService }
      AllowedPrincipals: [
        "arn:aws:iam::444455556666:root" # Globex
      ]
Outputs`,
    );

    expect(grant(flow)).toBe(
      flow.replace('" # Globex\n', () => `", # Globex\n        "${arn}"\n`),
    );
  });

  it('becomes a resource where the service has none yet', () => {
    expect(grant(noGrants.yaml)).toBe(
      noGrants.yaml.replace(
        'Service\n# the end',
        () => `Service
  PaymentsPermissions:
    Type: "AWS::EC2::VPCEndpointServicePermissions"
    Properties:
      AllowedPrincipals:
        - "${arn}"
      ServiceId:
        Ref: PaymentsService
# the end`,
      ),
    );
    expect(grant(noGrants.json, { path: 'a.json' })).toBe(
      noGrants.json.replace(
        '        }\n    },',
        () => `        },
        "PaymentsPermissions": {
            "Type": "AWS::EC2::VPCEndpointServicePermissions",
            "Properties": {
                "AllowedPrincipals": [
                    "${arn}"
                ],
                "ServiceId": {
                    "Ref": "PaymentsService"
                }
            }
        }
    },`,
      ),
    );
  });

  it('keeps line ends as they are', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    const path = 'a.json';

    expect(grant(windows(yaml))).toBe(windows(grant(yaml)));
    expect(grant(windows(json), { path })).toBe(windows(grant(json, { path })));
    expect(grant(windows(noGrants.json), { path })).toBe(
      windows(grant(noGrants.json, { path })),
    );
  });

  it('has nothing to write where it is there already', () => {
    const ours = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      endpointService: {
        name: paymentsExposure.endpointService.name,
        grants: [{ principal: '333344445555' }],
      },
      infrastructure: { format: 'cloudformation', path: 'a.yaml' },
    }).files.find(({ path }) => path === 'a.yaml');

    expect(grant(ours?.content ?? '')).toBeUndefined();
    expect(grant(grant(yaml))).toBeUndefined();
    expect(grant(grant(json))).toBeUndefined();
  });

  it.each([
    ['no template', 'a: 1\n', {}, 'is not a CloudFormation template'],
    [
      'a template without the service',
      'Resources: {}\n',
      {},
      'declares no AWS::EC2::VPCEndpointService',
    ],
    [
      'two services and no logical id',
      `${yaml}  Other: { Type: AWS::EC2::VPCEndpointService }\n`,
      {},
      'label: is needed: infra/payments.yaml declares PaymentsService, Other',
    ],
    [
      'principals from a parameter',
      yaml.replace(
        /AllowedPrincipals:\n[\s\S]*?root\n\n/,
        'AllowedPrincipals: !Ref Principals\n',
      ),
      {},
      'Grants has no plain list of AllowedPrincipals',
    ],
    [
      'a list that other places use',
      yaml.replace('AllowedPrincipals:\n', 'AllowedPrincipals: &grants\n'),
      {},
      "has the anchor '&grants'",
    ],
    [
      'a resource of the name for something else',
      noGrants.yaml.replace(
        '# the end\n',
        '  PaymentsPermissions: { Type: AWS::SNS::Topic }\n',
      ),
      {},
      'has a resource PaymentsPermissions that is not for PaymentsService',
    ],
  ])('is refused in %s', (_, text, change, message) => {
    expect(() => grant(text, change)).toThrow(message);
  });

  it('adds its principal and nothing else, whatever stands there', () => {
    const account = fc
      .integer({ min: 100_000_000_000, max: 999_999_999_999 })
      .filter(id => id !== 333344445555)
      .map(id => `arn:aws:iam::${id}:root`);
    const template = fc.record({
      principals: fc.uniqueArray(account, { maxLength: 4 }),
      step: fc.constantFrom(0, 1, 2, 4),
      more: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
    });

    fc.assert(
      fc.property(template, ({ principals, step, more }) => {
        const resources = {
          Service: { Type: 'AWS::EC2::VPCEndpointService' },
          Grants: {
            Type: 'AWS::EC2::VPCEndpointServicePermissions',
            Properties: {
              AllowedPrincipals: principals,
              ServiceId: { Ref: 'Service' },
            },
          },
        };
        const text = JSON.stringify(
          { Resources: resources, Metadata: { first: more, then: more } },
          null,
          step,
        );
        fc.pre(!text.includes('{{'));

        const before = JSON.parse(text);
        before.Resources.Grants.Properties.AllowedPrincipals.push(arn);
        const after = grant(text, { path: 'a.json' }) ?? '';

        expect(JSON.parse(after)).toEqual(before);
        expect(parseDocument(after).errors).toEqual([]);
      }),
    );
  });
});
