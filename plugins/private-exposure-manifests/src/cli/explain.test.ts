import { version } from '../../package.json';
import { referencePages } from '../reference';
import { rules } from '../linter';
import { fileFindings } from '../linter/fileFindings';
import { Workspace } from './__testUtils__/Workspace';

describe('private-exposure explain', () => {
  const space = new Workspace();
  afterAll(() => space.remove());
  const explain = (...argv: string[]) => space.call(['explain', ...argv]);

  it('lists the rules by their ids', async () => {
    const { output } = await explain();
    const listed = output.split('\n').map(line => line.split(' ')[0]);
    expect(listed).toEqual([...rules.map(({ id }) => id).sort(), '']);
  });

  it('says since when an annotation is known, and which page says so', async () => {
    const { output } = await explain(
      'aws-load-balancer-ssl-negotiation-policy',
    );
    expect(output).toContain(
      '- Since: 1.9, by <https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.9.md>\n',
    );
  });

  it.each(rules.map(({ id }) => id))('prints the page of %s', async id => {
    const { code, output } = await explain(id);
    expect(code).toBe(0);
    expect(output.startsWith(`# ${id}\n`)).toBe(true);
    // Whatever a terminal shows next stands on a line of its own.
    expect(output).toMatch(/[^\n]\n$/);
    const page = referencePages().find(({ text }) =>
      text.includes(`\n## ${id}\n`),
    );
    expect(page?.path).toBe(`rules/${id.split('/')[0]}.md`);
  });

  it.each(fileFindings.map(({ id }) => id))(
    'prints what %s means, which no rule says',
    async id => {
      const { code, output } = await explain(id);
      expect([code, output.startsWith(`# ${id}\n`)]).toEqual([0, true]);
    },
  );

  it.each([
    'aws-load-balancer-scheme',
    'service.beta.kubernetes.io/aws-load-balancer-scheme',
    'aws-load-balancer-listener-attributes.TCP-443',
    'external-dns.kubernetes.io/hostname',
  ])('prints the page of %s', async name => {
    const { code, output } = await explain(name);
    expect(code).toBe(0);
    expect(output).toMatch(/^# \S+\n\n- Controller: /);
  });

  it('asks whether something near was meant', async () => {
    expect((await explain('aws/scheme-disagree')).warnings).toContain(
      "did you mean 'aws/scheme-disagrees'?",
    );
    expect((await explain('scheme-disagrees')).warnings).toContain(
      "did you mean 'aws/scheme-disagrees'?",
    );
    expect((await explain('a', 'b')).code).toBe(2);
    expect((await explain('zzzzzzzzzzzz')).code).toBe(2);
  });
});

describe('private-exposure', () => {
  const space = new Workspace();
  afterAll(() => space.remove());

  it.each([[['--help']], [['-h']], [['help']], [['lint', '--help']]])(
    'prints how it is used on %j',
    async argv => {
      const { code, output } = await space.call(argv);
      expect([code, output]).toEqual([0, expect.stringContaining('--fail-on')]);
    },
  );

  it('prints the version that is installed', async () => {
    const { code, output } = await space.call(['--version']);
    expect([code, output]).toEqual([0, `${version}\n`]);
  });

  it.each([
    ['--verison', "lint has no option '--verison'"],
    ['--pofile', "lint has no option '--pofile'; did you mean '--profile'?"],
    ['-x', "lint has no option '-x'"],
  ])('refuses the option %s in one line', async (option, message) => {
    const { code, warnings } = await space.call(['lint', option, 'k8s']);
    expect([code, warnings]).toEqual([
      2,
      `private-exposure: ${message}\nSee private-exposure --help.\n`,
    ]);
  });

  it.each([[[]], [['check']], [['lint', 'help']], [['lint', '--', '--help']]])(
    'refuses %j',
    async argv => {
      const { code, output } = await space.call(argv);
      expect([code, output]).toEqual([2, '']);
    },
  );
});
