import * as fc from 'fast-check';
import { hostileText } from '../__testUtils__/hostileText';
import { readHclWithTerraform } from '../__testUtils__/readHclWithTerraform';
import { HclSyntaxError } from '../errors';
import { readHcl } from './readHcl';
import { readHclValue } from './readHclValue';
import { HclBlock } from './values';
import { writeHcl } from './writeHcl';

const isRepresentable = (text: string) =>
  !/\p{Cs}/u.test(text) && text === text.normalize('NFC');

function blockOf(value: string, key: string): HclBlock {
  return {
    type: 'resource',
    labels: ['a', 'b'],
    attributes: {
      one: value,
      list: [value],
      map: { object: { [key]: value } },
    },
  };
}

async function readBack(block: HclBlock) {
  try {
    const text = writeHcl([block]);
    const [node] = readHcl(text).blocks;
    const ours = node.attributes.map(({ name, tokens }) => [
      name,
      readHclValue({ tokens }),
    ]);
    return {
      terraform: await readHclWithTerraform(text),
      ours: Object.fromEntries(ours),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'refused';
  }
}

describe('writeHcl', () => {
  it('lines up what terraform fmt lines up', () => {
    const block: HclBlock = {
      type: 'resource',
      labels: ['aws_vpc_endpoint', 'a'],
      attributes: {
        vpc_id: 'vpc-1',
        tags: { object: { Name: 'a', 'owner/team': 'b' } },
        private_dns_enabled: false,
        subnet_ids: [
          'subnet-0a1b2c3d4e5f60718',
          'subnet-0a1b2c3d4e5f60719',
          'subnet-0a1b2c3d4e5f60720',
        ],
        port: 443,
      },
    };

    expect(writeHcl([block])).toBe(`resource "aws_vpc_endpoint" "a" {
  vpc_id              = "vpc-1"
  private_dns_enabled = false
  port                = 443

  tags = {
    Name         = "a"
    "owner/team" = "b"
  }

  subnet_ids = [
    "subnet-0a1b2c3d4e5f60718",
    "subnet-0a1b2c3d4e5f60719",
    "subnet-0a1b2c3d4e5f60720",
  ]
}
`);
  });

  it('means exactly the text for HashiCorp’s parser and for ours, or refuses it', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (value, key) => {
        const isExpected = isRepresentable(value) && isRepresentable(key);
        const block = blockOf(value, key);

        expect(await readBack(block)).toEqual(
          isExpected
            ? {
                terraform: {
                  resource: {
                    a: {
                      b: [{ one: value, list: [value], map: { [key]: value } }],
                    },
                  },
                },
                ours: block.attributes,
              }
            : 'refused',
        );
      }),
      { numRuns: 80 },
    );
    // HashiCorp's parser is slow in long texts of templates.
  }, 60_000);

  it.each(['for', 'in', 'true', 'null', '__proto__', '0'])(
    'writes the key %s so that it is one for both parsers',
    async key => {
      const { attributes } = blockOf('x', key);

      await expect(readBack(blockOf('x', key))).resolves.toEqual({
        terraform: {
          resource: {
            a: { b: [{ one: 'x', list: ['x'], map: { [key]: 'x' } }] },
          },
        },
        ours: attributes,
      });
    },
  );

  it('refuses references and names that are more than that', () => {
    const withReference = (reference: string) => () =>
      writeHcl([
        { type: 'data', labels: ['a'], attributes: { x: { reference } } },
      ]);
    expect(withReference('data.aws_lb.a.arn')).not.toThrow();
    expect(withReference('tolist(a.b.c)[0].d')).not.toThrow();
    expect(withReference('tolist(file("a"))[0]')).toThrow(RangeError);
    expect(withReference('tolist(a.b), c')).toThrow(RangeError);
    expect(withReference('tolist(tolist(a))')).toThrow(RangeError);
    expect(withReference('file("/etc/passwd")')).toThrow(RangeError);
    expect(withReference('a.b\nc = 1')).toThrow(RangeError);
    expect(() =>
      writeHcl([{ type: 'resource', labels: ['a" {'], attributes: {} }]),
    ).toThrow(RangeError);
  });
});

function outcomeOf(text: string): string {
  try {
    readHcl(text);
    return 'read';
  } catch (error) {
    return error instanceof Error ? error.name : 'something else';
  }
}

describe('readHclValue', () => {
  it.each([
    ['tolist(a.b.c)[0].d', { reference: 'tolist(a.b.c)[0].d' }],
    ['tolist(a.b)', { reference: 'tolist(a.b)' }],
    ['tolist(["a"])[0]', undefined],
    ['tolist()', undefined],
    ['toset(a.b)[0]', undefined],
    ['tolist.a', { reference: 'tolist.a' }],
  ])('knows of %s what is no computation', (text, value) => {
    const [attribute] = readHcl(`a = ${text}\n`).attributes;

    expect(readHclValue(attribute)).toEqual(value);
  });
});

describe('readHcl', () => {
  it('finds blocks among comments, heredocs and interpolations', () => {
    const text = `# first
locals { x = "\${upper("}")}" } // one line
/* resource "no" "no" {} */
resource "a" "b" {
  script = <<-EOT
    resource "fake" "fake" {
    }
  EOT
  count = var.on ? 1 : 0
  tags  = merge({ a = 1 }, {
    b = 2 # inside
  })
  nested "x" {
    y = [1, 2]
  }
}
`;
    const { blocks } = readHcl(text);
    expect(
      blocks.map(({ type, labels, line }) => [type, ...labels, line]),
    ).toEqual([
      ['locals', 2],
      ['resource', 'a', 'b', 4],
    ]);
    expect(blocks[1].blocks[0].labels).toEqual(['x']);
    expect(readHclValue(blocks[1].blocks[0].attributes[0])).toEqual([1, 2]);
    expect(
      blocks[1].attributes.map(attribute => [
        attribute.name,
        readHclValue(attribute),
      ]),
    ).toEqual([
      ['script', undefined],
      ['count', undefined],
      ['tags', undefined],
    ]);
    expect(text.slice(blocks[1].start, blocks[1].end)).toBe(
      text.slice(text.indexOf('resource "a"')).trimEnd(),
    );
  });

  it.each([
    ['a = "x', 1, 5],
    ['\na = [1', 2, 1],
    ['b "x" {\n', 2, 1],
    ['a = 1\na = 2', 2, 1],
    ['a = <<EOT\nx', 1, 5],
    ['a = "\\q"', 1, 6],
  ])('says where %j is broken', (text, line, column) => {
    expect(() => readHcl(text)).toThrow(HclSyntaxError);
    expect(() => readHcl(text)).toThrow(`(line ${line}, column ${column})`);
  });

  it('never hangs or fails in another way, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expect(['read', 'HclSyntaxError']).toContain(outcomeOf(text));
      }),
    );
  });
});
