import {
  ERROR_RULE,
  GOOD,
  WARNING_RULE,
  WITH_ERROR,
  WITH_WARNING,
  Workspace,
} from './__testUtils__/Workspace';

const CONFIG = '.private-exposure.yaml';
const clusters = `clusters:
  platform-eu:
    controller: aws-load-balancer-controller
    version: 3.5.0
    region: eu-west-1
    accountId: "111122223333"
    subnets: [{id: subnet-0000000000000000a, zoneId: euw1-az1}]
    paths: ['eu/**']
  platform-us:
    controller: aws-load-balancer-controller
    version: 3.5.0
    region: us-east-1
    accountId: "111122223333"
    subnets: [{id: subnet-0000000000000000b, zoneId: use1-az1}]
    paths: ['us/**']
`;
const inSubnet = (letter: string) =>
  GOOD.replace(
    '  annotations:\n',
    `  annotations:\n    service.beta.kubernetes.io/aws-load-balancer-subnets: subnet-0000000000000000${letter}\n`,
  );

interface Told {
  ruleId: string;
  severity: string;
  path: string;
  line: number;
  message: string;
}

describe('the config of private-exposure lint', () => {
  let space: Workspace;
  beforeEach(() => {
    space = new Workspace();
    space.write({ 'k8s/a.yaml': WITH_ERROR, 'k8s/b.yaml': WITH_WARNING });
  });
  afterEach(() => space.remove());

  const told = async (...argv: string[]) => {
    const { findings } = await space.findings(argv);
    return (findings as Told[]).map(({ path, ruleId, severity }) => [
      path,
      ruleId,
      severity,
    ]);
  };

  it('gives rules other severities, and silences them', async () => {
    space.write({
      [CONFIG]: `rules:\n  ${ERROR_RULE}: info\n  ${WARNING_RULE}: off\n`,
    });
    expect(await told('k8s')).toEqual([['k8s/a.yaml', ERROR_RULE, 'info']]);
    expect((await space.call(['lint', 'k8s'])).code).toBe(0);
    space.write({ [CONFIG]: `rules:\n  ${WARNING_RULE}: error\n` });
    expect(await told('k8s/b.yaml')).toEqual([
      ['k8s/b.yaml', WARNING_RULE, 'error'],
    ]);
  });

  it('takes what fails a check, unless the call says otherwise', async () => {
    space.write({ [CONFIG]: 'failOn: never\n' });
    expect((await space.call(['lint', 'k8s'])).code).toBe(0);
    const stricter = ['lint', 'k8s', '--fail-on', 'error'];
    expect((await space.call(stricter)).code).toBe(1);
  });

  const exception = (rule: string, path: string, expires: string) =>
    `  - rule: ${rule}\n    path: ${path}\n    reason: moved next year\n    expires: ${expires}\n`;

  it('sets a finding aside until the last day, with its reason', async () => {
    space.write({
      [CONFIG]: `exceptions:\n${exception(ERROR_RULE, 'k8s/**', '2026-12-31')}`,
    });
    const onLastDay = { today: '2026-12-31' };
    const { code, output } = await space.call(
      ['lint', 'k8s/a.yaml'],
      onLastDay,
    );
    expect(code).toBe(0);
    expect(output).toBe(
      `  accepted until 2026-12-31: ${ERROR_RULE} in k8s/a.yaml:6 (moved next year)\n1 file checked: 0 errors, 0 warnings, 0 notes, 1 accepted.\n`,
    );
    const after = await space.call(['lint', 'k8s/a.yaml'], {
      today: '2027-01-01',
    });
    expect(after.code).toBe(1);
    expect(after.output).toContain(
      '(the exception for it ended on 2026-12-31)',
    );
  });

  it('leaves alone what an exception covers, or a rule that is off, when it fixes', async () => {
    space.write({
      [CONFIG]: `exceptions:\n${exception(
        WARNING_RULE,
        'k8s/b.yaml',
        "'2027-01-31'",
      )}`,
    });
    await space.call(['lint', '--fix', 'k8s/b.yaml']);
    expect(space.read('k8s/b.yaml')).toBe(WITH_WARNING);
    space.write({ [CONFIG]: `rules: {${WARNING_RULE}: off}\n` });
    await space.call(['lint', '--fix', 'k8s/b.yaml']);
    expect(space.read('k8s/b.yaml')).toBe(WITH_WARNING);
    space.write({ [CONFIG]: '' });
    await space.call(['lint', '--fix', 'k8s/b.yaml']);
    expect(space.read('k8s/b.yaml')).toBe(GOOD);
  });

  it('tells of exceptions and rules without an effect, by their line', async () => {
    space.write({
      [CONFIG]: `rules:\n  annotation/not-a-sting: error\nexceptions:\n${exception(
        WARNING_RULE,
        'k8s/a.yaml',
        '2027-01-31',
      )}${exception(ERROR_RULE, 'other/**', '2027-01-31')}${exception(
        'no/such-rule',
        '"**"',
        '2027-01-31',
      )}${exception('aws/name-too-long', '"**"', '2025-01-31')}`,
    });
    const { findings } = await space.findings(['k8s/a.yaml']);
    expect(
      (findings as Told[])
        .filter(({ path }) => path === CONFIG)
        .map(({ ruleId, line, message }) => [ruleId, line, message]),
    ).toEqual([
      [
        'config/unknown-rule',
        2,
        "There is no rule 'annotation/not-a-sting', so this has no effect",
      ],
      [
        'config/unknown-rule',
        12,
        "There is no rule 'no/such-rule', so this has no effect",
      ],
      // Not the exception for other files, of which none was checked.
      [
        'config/unused-exception',
        4,
        `The exception for ${WARNING_RULE} met no finding`,
      ],
      [
        'config/unused-exception',
        16,
        'The exception for aws/name-too-long met no finding, and ended on 2025-01-31',
      ],
    ]);
  });

  it.each([
    ['rules: [a]\n', `${CONFIG}: rules: Expected object`],
    ['rules: {a: fatal}\n', `${CONFIG}: rules.a: Invalid enum value`],
    ['rule: {}\n', "there is no key 'rule'; did you mean 'rules'?"],
    ['failon: never\n', "there is no key 'failon'; did you mean 'failOn'?"],
    ['colour: red\n', "there is no key 'colour'"],
    [
      'exceptions: [{rule: a/b, reason: c, expires: 2027-01-31, paths: k8s}]\n',
      "exceptions.0: there is no key 'paths'; did you mean 'path'?",
    ],
    ['domains: ["*.acme.example"]\n', `${CONFIG}: domains.0: `],
    ['a: [\n', `${CONFIG}:2:1: `],
    ['a: 1\n---\nb: 1\n', 'has more than one document'],
    ['exceptions: [{rule: a, expires: 2027-01-31}]\n', 'exceptions.0.reason'],
    [
      'exceptions: [{rule: a, reason: " ", expires: 2027-01-31}]\n',
      'exceptions.0.reason: say why',
    ],
    ['exceptions: [{rule: a, reason: b}]\n', 'exceptions.0.expires: Required'],
    [
      'exceptions: [{rule: a, reason: b, expires: soon}]\n',
      "write a day such as '2027-01-31'",
    ],
    [
      'exceptions: [{rule: a, reason: b, expires: 2027-02-30}]\n',
      'there is no such day',
    ],
  ])('refuses %j', async (text, message) => {
    space.write({ [CONFIG]: text });
    const { code, warnings } = await space.call(['lint', 'k8s']);
    expect([code, warnings]).toEqual([2, expect.stringContaining(message)]);
  });

  it('takes keys with nothing behind them', async () => {
    space.write({ [CONFIG]: 'rules:\n# none yet\nexceptions:\n' });
    expect((await space.call(['lint', 'k8s/b.yaml'])).code).toBe(0);
  });

  it('takes the domains that names may lie in', async () => {
    const named = GOOD.replace(
      '  annotations:\n',
      '  annotations:\n    external-dns.kubernetes.io/hostname: a.notacme.example\n',
    );
    space.write({ 'k8s/a.yaml': named, 'k8s/b.yaml': GOOD });
    expect(await told('k8s')).toEqual([]);
    space.write({ [CONFIG]: 'domains: [acme.example]\n' });
    expect(await told('k8s')).toEqual([
      ['k8s/a.yaml', 'external-dns/foreign-name', 'warning'],
    ]);
  });

  it('sets a tunnel aside that is meant', async () => {
    const pod =
      'kind: Pod\nspec:\n  containers: [{name: a, image: ngrok/ngrok}]\n';
    space.write({ 'k8s/a.yaml': pod, 'k8s/b.yaml': pod });
    const rule = 'kubernetes/tunnel-client';
    space.write({
      [CONFIG]: `exceptions:\n${exception(rule, 'k8s/a.yaml', '2027-01-31')}`,
    });
    expect(await told('k8s')).toEqual([['k8s/b.yaml', rule, 'warning']]);
  });

  it('finds the cluster of a file by its path', async () => {
    space.write({
      'ci/checks.yaml': 'profile: clusters.yaml\n',
      'ci/clusters.yaml': clusters,
      'eu/a.yaml': inSubnet('a'),
      'eu/b.yaml': inSubnet('b'),
      'us/b.yaml': inSubnet('b'),
      'elsewhere/c.yaml': inSubnet('c'),
    });
    const wrong = [['eu/b.yaml', 'aws/subnets-of-cluster', 'error']];
    const paths = ['eu', 'us', 'elsewhere'];
    expect(await told(...paths, '--config', 'ci/checks.yaml')).toEqual(wrong);
    expect(await told(...paths, '--profile', 'ci/clusters.yaml')).toEqual(
      wrong,
    );
    expect(
      await told(
        'eu',
        '--config',
        'ci/checks.yaml',
        '--cluster',
        'platform-us',
      ),
    ).toEqual([['eu/a.yaml', 'aws/subnets-of-cluster', 'error']]);
  });

  it('takes an app-config for the file of clusters', async () => {
    const indented = clusters.replace(/^/gm, '  ').trimEnd();
    space.write({
      'app-config.yaml': `privateExposure:\n${indented}\n`,
      'eu/b.yaml': inSubnet('b'),
    });
    expect(await told('eu', '--profile', 'app-config.yaml')).toEqual([
      ['eu/b.yaml', 'aws/subnets-of-cluster', 'error'],
    ]);
  });

  it.each([
    ['a: 1\n', [], 'has no clusters'],
    ['clusters: {a: {controller: none}}\n', [], 'c.yaml, cluster a: '],
    [
      clusters,
      ['--cluster', 'platform'],
      "no cluster 'platform', only platform-eu, platform-us",
    ],
    ['a: [\n', [], 'c.yaml is no YAML'],
  ])('refuses the clusters %j %j', async (text, options, message) => {
    space.write({ 'c.yaml': text });
    const { code, warnings } = await space.call([
      'lint',
      'k8s',
      '--profile',
      'c.yaml',
      ...options,
    ]);
    expect([code, warnings]).toEqual([2, expect.stringContaining(message)]);
  });

  it('hands on no command to a terminal or a CI, whatever stands in names', async () => {
    const hostile = 'x\n::error::y\u001b[2J';
    space.write({
      [CONFIG]: `${JSON.stringify(hostile)}: 1\n`,
      'good.yaml': GOOD,
      [`${hostile}/notes.txt`]: '',
    });
    const calls = [
      await space.call(['lint', 'good.yaml']),
      await space.call(['explain', hostile]),
    ];
    space.write({ [CONFIG]: '' });
    calls.push(await space.call(['lint', hostile]));
    for (const { warnings } of calls) {
      expect(warnings).toContain('::error::y\\u{1b}[2J');
      expect(warnings).not.toMatch(/^::/m);
      expect(warnings).not.toContain('\u001b');
    }
  });
});
