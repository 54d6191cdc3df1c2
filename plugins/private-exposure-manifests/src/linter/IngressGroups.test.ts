import { lintManifests } from './lintManifests';
import { Linter } from './Linter';

const ALB = 'alb.ingress.kubernetes.io/';

/** An Ingress of the group `shop`. */
function member(name: string, annotations: Record<string, string> = {}) {
  const lines = Object.entries({ 'group.name': 'shop', ...annotations }).map(
    ([key, value]) => `    ${ALB}${key}: ${JSON.stringify(value)}\n`,
  );
  return `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: ${name}\n  annotations:\n${lines.join(
    '',
  )}spec:\n  ingressClassName: alb\n  rules: []\n`;
}

const wrong = { 'listen-ports': '[{"TCP": 80}]' };

/** Paths of the files in which a controller's refusal is said. */
const refusedIn = (files: { path: string; content: string }[]) =>
  lintManifests(files)
    .filter(({ ruleId }) => ruleId === 'controller/ingress-refused')
    .map(({ path }) => path);

describe('groups of Ingresses', () => {
  it('are refused at each member for what one of them says', () => {
    expect(
      refusedIn([
        { path: 'a.yaml', content: member('a') },
        { path: 'b.yaml', content: member('b', wrong) },
        { path: 'c.yaml', content: member('c') },
      ]),
    ).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  });

  it('are planned for each stage with its own members', () => {
    expect(
      refusedIn([
        { path: 'test/a.yaml', content: member('a') },
        { path: 'test/b.yaml', content: member('b', wrong) },
        { path: 'live/a.yaml', content: member('a') },
        { path: 'live/b.yaml', content: member('b') },
      ]),
    ).toEqual(['test/a.yaml', 'test/b.yaml']);
  });

  it('are planned with what an Ingress says here, where it stands twice in a folder', () => {
    expect(
      refusedIn([
        { path: 'a.yaml', content: member('a') },
        { path: 'b-new.yaml', content: member('b') },
        { path: 'b-old.yaml', content: member('b', wrong) },
      ]),
    ).toEqual(['b-old.yaml']);
  });

  it('are planned anew when one more is learned', () => {
    const linter = new Linter();
    const first = { path: 'a.yaml', content: member('a') };
    const second = { path: 'b.yaml', content: member('b', wrong) };
    linter.learn(first);
    const before = linter.check(first);
    linter.learn(second);
    const after = linter.check(first);

    const ids = (found: typeof before) => found.map(({ ruleId }) => ruleId);
    expect(ids(before)).not.toContain('controller/ingress-refused');
    expect(ids(after)).toContain('controller/ingress-refused');
  });
});
