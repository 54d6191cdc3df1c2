import * as fc from 'fast-check';
import { hostileText } from '../__testUtils__/hostileText';
import { addBicepResources, removeBicepResources } from '../edit/editBicep';
import { BicepSyntaxError } from '../errors';
import { isSameResource, verifyBicep } from '../verify/verifyBicep';
import { quoteBicep } from './quoteBicep';
import { readBicep } from './readBicep';
import { readBicepValue } from './readBicepValue';
import { BicepResource, BicepValue } from './values';
import { writeBicep } from './writeBicep';

const profile: BicepResource = {
  symbol: 'profile',
  type: 'Microsoft.Cdn/profiles@2024-02-01',
  body: {
    name: 'shop',
    location: 'global',
    tags: { object: { 'backstage-entity-ref': 'component:default/shop' } },
    properties: { object: { originResponseTimeoutSeconds: 60 } },
  },
};
const TEXT = `resource profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: 'shop'
  location: 'global'
  tags: {
    'backstage-entity-ref': 'component:default/shop'
  }
  properties: {
    originResponseTimeoutSeconds: 60
  }
}
`;

const wellFormed = hostileText.filter(text => !/\p{Cs}/u.test(text));
const values = fc.letrec<{ value: BicepValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    wellFormed,
    fc.boolean(),
    fc.nat(),
    fc.constantFrom(
      { reference: 'profile' },
      { reference: 'nic.properties.ipConfigurations[0].id' },
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .dictionary(wellFormed, tie('value'), { maxKeys: 4 })
      .map(entries => ({ object: entries })),
  ),
})).value;

const readOnly = (text: string) => readBicepValue(readBicep(text)[0].tokens);

describe('writeBicep', () => {
  it('writes a resource as bicep format leaves it', () => {
    expect(writeBicep([profile])).toBe(TEXT);
  });

  it('writes strings that mean exactly the text, whatever it is', () => {
    fc.assert(
      fc.property(wellFormed, text => {
        const quoted = quoteBicep(text);
        expect(quoted).not.toMatch(/[\n\r\u0085\u2028\u2029\u202e\ufeff]/);
        expect(quoted).not.toMatch(/(^|[^\\])(\\\\)*\$\{/);
        expect(readOnly(`var a = ${quoted}`)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['true', 'false', 'null', 'as', 'with'])(
    'quotes the key %s, which is a keyword to Bicep',
    key => {
      const tags = { object: { [key]: 'x', [`${key}s`]: 'x' } };
      const content = writeBicep([{ ...profile, body: { tags } }]);

      expect(content).toContain(`\n    '${key}': 'x'\n    ${key}s: 'x'\n`);
    },
  );

  it('writes values that are read as the same, and nothing beside them', () => {
    fc.assert(
      fc.property(values, value => {
        const wanted = { ...profile, body: { value } };
        const content = writeBicep([wanted]);
        verifyBicep({ path: 'a.bicep', content, wanted: [wanted] });
        expect(readBicep(content)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['says more', `${TEXT}\nparam a string\n`, ''],
    ['lacks what was there', TEXT, 'param a string\n'],
    ['changes what was there', `param a int\n${TEXT}`, 'param a string\n'],
    ['says it twice', `${TEXT}\n${TEXT}`, ''],
    ['says it under a condition', TEXT.replace('= {', '= if (a) {'), ''],
  ])('is caught where the file %s', (_case, content, before) => {
    const path = 'a.bicep';

    expect(() =>
      verifyBicep({ path, content, wanted: [profile], before }),
    ).toThrow('a.bicep does not say what was asked for');
  });

  it.each([
    [{ ...profile, symbol: 'a b' }],
    [{ ...profile, symbol: "a'\nresource b" }],
    [{ ...profile, body: { id: { reference: 'a(b)' } } }],
    [{ ...profile, body: { id: { reference: 'a.b\n}' } } }],
    [{ ...profile, body: { id: 1.5 } }],
    [{ ...profile, body: { id: '\ud800' } }],
  ])('refuses %j', resource => {
    expect(() => writeBicep([resource])).toThrow(RangeError);
  });
});

describe('readBicep', () => {
  const FILE = `targetScope = 'resourceGroup' // as ever
#disable-next-line no-unused-params
@description('Where {it} is.')
@minLength(3)
param location string = resourceGroup().location

var names = [ 'a', 'b'
  'c' ]
var text = '''
as it 'is' \${here}'''

${TEXT}
resource nic 'Microsoft.Network/networkInterfaces@2024-01-01' existing = {
  name: '\${profile.name}-nic'
}

resource each 'Microsoft.Network/a@2024-01-01' = [for name in names: {
  name: name
}]
output id string = profile.id
`;

  it('finds every statement, with what it declares', () => {
    expect(
      readBicep(FILE).map(({ keyword, symbol, type, isExisting, isPlain }) => [
        ...[keyword, symbol, type?.split('@')[0], isExisting, isPlain],
      ]),
    ).toEqual([
      ['targetScope', '', undefined, false, false],
      ['param', 'location', undefined, false, false],
      ['var', 'names', undefined, false, false],
      ['var', 'text', undefined, false, false],
      ['resource', 'profile', 'Microsoft.Cdn/profiles', false, true],
      ['resource', 'nic', 'Microsoft.Network/networkInterfaces', true, true],
      ['resource', 'each', 'Microsoft.Network/a', false, false],
      ['output', 'id', undefined, false, false],
    ]);
  });

  it('knows what literals mean, and leaves what is computed', () => {
    const [, location, names, text, found, nic] = readBicep(FILE);

    expect(readBicepValue(location.tokens)).toBeUndefined();
    expect(readBicepValue(names.tokens)).toEqual(['a', 'b', 'c']);
    expect(readBicepValue(text.tokens)).toBe("as it 'is' ${here}");
    expect(isSameResource(found, profile)).toBe(true);
    expect(readBicepValue(nic.tokens)).toBeUndefined();
  });

  it.each([
    ["var a = 'x", 'A string is not closed', 1],
    ['var a = {\n', 'A bracket is not closed', 1],
    ['var a = 1\n}', 'A bracket is closed that was not opened', 2],
    ["var a = '\\q'", 'Unknown escape', 1],
    ["var a = '${b", 'An interpolation is not closed', 1],
    ['/* a', 'A comment is not closed', 1],
    ['@secure()', 'A decorator stands above nothing', 1],
    ['var a = "x"', 'Unexpected character', 1],
  ])('says where %j can’t be read', (text, message, line) => {
    const read = () => readBicep(text);
    expect(read).toThrow(BicepSyntaxError);
    expect(read).toThrow(message);
    expect(read).toThrow(`line ${line}`);
  });

  it('ends with statements or a place, whatever the text', () => {
    const outcomeOf = (text: string) => {
      try {
        return readBicep(text).map(({ keyword }) => keyword);
      } catch (error) {
        return error instanceof BicepSyntaxError ? [] : error;
      }
    };
    fc.assert(
      fc.property(hostileText, text => {
        expect(outcomeOf(text)).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('editing Bicep', () => {
  const other: BicepResource = {
    ...profile,
    symbol: 'other',
    body: { parent: { reference: 'profile' } },
  };

  it('adds what is missing and keeps every other byte', () => {
    const before = `// Ours.\r\n${TEXT.replaceAll('\n', '\r\n')}`;

    const after = addBicepResources({
      path: 'a.bicep',
      text: before,
      resources: [profile, other],
    });

    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toBe(
      "\r\nresource other 'Microsoft.Cdn/profiles@2024-02-01' = {\r\n  parent: profile\r\n}\r\n",
    );
  });

  it('refuses a symbol that says something else, with its line', () => {
    const text = `\n${TEXT.replace("'shop'", "'store'")}`;

    expect(() =>
      addBicepResources({ path: 'a.bicep', text, resources: [profile] }),
    ).toThrow('a.bicep:2: profile is already there and says something else');
  });

  it('removes statements with the comments above them, and nothing else', () => {
    const text = `// Kept.\nparam a string\n\n// Goes.\n${TEXT}\nvar b = 1 // kept\n`;

    expect(
      removeBicepResources({
        ...{ path: 'a.bicep', text },
        isRemoved: symbol => symbol === 'profile',
      }),
    ).toBe('// Kept.\nparam a string\n\nvar b = 1 // kept\n');
  });
});
