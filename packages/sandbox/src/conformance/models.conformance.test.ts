import { acmService } from '../aws/acm/acmService';
import { cloudFrontService } from '../aws/cloudfront/cloudFrontService';
import { ec2Service } from '../aws/ec2/ec2Service';
import { eksService } from '../aws/eks/eksService';
import { elbv2Service } from '../aws/elbv2/elbv2Service';
import { ServiceDefinition } from '../aws/server/Operation';
import { DEFAULT_ELEMENT_NAME, requestNameOf } from '../aws/wire/protocol';
import { Shape, StructureShape } from '../aws/wire/shapes';
import { wafService } from '../aws/wafv2/wafService';
import { readFixture } from './__testUtils__/fixtures';
import { ServiceModel, toStructure } from './__testUtils__/serviceModel';

const services: [string, ServiceDefinition, string[]][] = [
  [
    'ec2',
    ec2Service,
    [
      // Other ways to connect than PrivateLink, which the sandbox leaves out.
      'DescribeVpcPeeringConnections',
      'GetManagedPrefixListEntries',
    ],
  ],
  ['elbv2', elbv2Service, []],
];

const EXTRACTS_ALONE: [string, ServiceDefinition][] = [
  ['acm', acmService],
  ['cloudfront', cloudFrontService],
  ['eks', eksService],
  ['wafv2', wafService],
];

const extracts = [
  ...services.flatMap(([name, service, left]) =>
    ['', '-extra'].map(part => ({
      file: `${name}${part}.model.nodoc.json`,
      service,
      left,
    })),
  ),
  ...EXTRACTS_ALONE.map(([name, service]) => ({
    file: `${name}-extra.model.nodoc.json`,
    service,
    left: [] as string[],
  })),
];

/** Where a shape of ours says otherwise than the model's. */
function differences(
  protocol: ServiceDefinition['protocol'],
  shapes: { ours: Shape; model: Shape },
  path: string,
): string[] {
  const { ours, model } = shapes;
  // A part that the sandbox hands on as it is, whatever it may be.
  if (ours.type === 'document') return [];
  if (ours.type !== model.type) {
    return [`${path} is ${ours.type}, in the model ${model.type}`];
  }
  if (ours.type === 'list' && model.type === 'list') {
    const name = ours.elementName ?? DEFAULT_ELEMENT_NAME;
    const published = model.elementName ?? DEFAULT_ELEMENT_NAME;
    // EC2's requests number the elements of a list and do not name them.
    // JSON does not either.
    const isXml = protocol === 'query' || protocol === 'rest-xml';
    const isNamed =
      isXml || (protocol === 'ec2' && path.startsWith('output of'));
    const isOther = isNamed && name !== published;
    return [
      ...(isOther ? [`${path}: elements ${name}, not ${published}`] : []),
      ...(Boolean(ours.isFlattened) !== Boolean(model.isFlattened)
        ? [`${path}: flattened on one side only`]
        : []),
      ...differences(
        protocol,
        { ours: ours.element, model: model.element },
        `${path}[]`,
      ),
    ];
  }
  if (ours.type === 'structure' && model.type === 'structure') {
    return structureDifferences(protocol, { ours, model }, path);
  }
  return [];
}

function structureDifferences(
  protocol: ServiceDefinition['protocol'],
  { ours, model }: { ours: StructureShape; model: StructureShape },
  path: string,
): string[] {
  const isInput = path.startsWith('input of');
  const isOtherBody = ours.payload !== model.payload;
  return [
    ...(isOtherBody ? [`${path} has the body ${model.payload}`] : []),
    ...memberDifferences(protocol, { ours, model }, { path, isInput }),
  ];
}

function memberDifferences(
  protocol: ServiceDefinition['protocol'],
  { ours, model }: { ours: StructureShape; model: StructureShape },
  { path, isInput }: { path: string; isInput: boolean },
): string[] {
  return Object.entries(ours.members).flatMap(([name, member]) => {
    const published = model.members[name];
    if (!published) return [`${path}.${name} is not in the model`];
    const nameOf = (one: typeof member) =>
      isInput ? requestNameOf(protocol, one) : one.wireName;
    const isOther = nameOf(member) !== nameOf(published);
    const isElsewhere = member.location !== published.location;
    return [
      ...(isElsewhere
        ? [`${path}.${name} is not in ${published.location}`]
        : []),
      ...(isOther
        ? [`${path}.${name} is ${nameOf(member)}, not ${nameOf(published)}`]
        : []),
      ...differences(
        protocol,
        { ours: member.shape, model: published.shape },
        `${path}.${name}`,
      ),
    ];
  });
}

describe.each(extracts)('$file', ({ file, service, left }) => {
  const model = readFixture<ServiceModel>(`aws/models/${file}`);
  const actions = Object.keys(model.operations).filter(
    action => !left.includes(action),
  );

  it('has the protocol and version that the sandbox speaks', () => {
    expect(model.metadata).toMatchObject({
      protocol: service.protocol,
      apiVersion: service.version,
    });
    const published = model.metadata.xmlNamespace ?? service.xmlNamespace;
    expect(service.xmlNamespace.replace(/\/$/, '')).toBe(
      published.replace(/\/$/, ''),
    );
  });

  it.each(actions)('%s is served with the wire names of the model', action => {
    const operation = service.operations.get(action);
    const { http, input, output } = model.operations[action];

    const found = (['input', 'output'] as const).flatMap(side => {
      const reference = side === 'input' ? input : output;
      const ours = operation?.[side];
      if (!ours) return [`${action} is not served`];
      const published: Shape = reference
        ? toStructure(model.shapes, reference.shape, 'member')
        : { type: 'structure', members: {} };
      return differences(
        service.protocol,
        { ours, model: published },
        `${side} of ${action}`,
      );
    });

    expect(found).toEqual([]);
    expect(operation?.http && `${operation.http.method} ${operation.http.path}`)
      // Only REST protocols have paths of their own.
      .toBe(
        service.protocol.startsWith('rest')
          ? `${http?.method} ${http?.requestUri}`
          : undefined,
      );
    const wrapper =
      service.protocol === 'query' ? `${action}Result` : undefined;
    expect(output?.resultWrapper ?? wrapper).toBe(wrapper);
  });
});
