import { parse } from 'yaml';
import { paymentsExposure } from './__testUtils__/paymentsExposure';
import { buildAwsPrivateLinkExposure } from './buildAwsPrivateLinkExposure';
import { AwsPrivateLinkExposureInput } from './intents/exposure';

type EndpointService = Partial<AwsPrivateLinkExposureInput['endpointService']>;

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:link';
const root = (account: string) => `arn:aws:iam::${account}:root`;

const PATHS = ['infra/a.tf', 'infra/a.yaml', 'infra/a.json'] as const;

function expose(
  path: string,
  endpointService: EndpointService,
  before?: Record<string, string>,
) {
  const format = path.endsWith('.tf') ? 'terraform' : 'cloudformation';
  const result = buildAwsPrivateLinkExposure(
    {
      ...paymentsExposure,
      endpointService: { name: 'payments', ...endpointService },
      infrastructure: { format, path },
    },
    { existing: before },
  );
  const written = result.files.map(file => [file.path, file.content]);
  const files: Record<string, string> = {
    ...before,
    ...Object.fromEntries(written),
  };
  return { ...result, all: files, text: files[path] };
}

const grants = (...principals: string[]) => ({
  grants: principals.map(principal => ({ principal })),
});

describe('buildAwsPrivateLinkExposure, run again', () => {
  it.each(PATHS)('%s grants what the form says now, and no more', path => {
    const first = expose(path, grants('444455556666', '222233334444'));
    const { text, description, findings } = expose(
      path,
      grants('333344445555', '222233334444'),
      first.all,
    );

    expect(text).toContain(root('333344445555'));
    expect(text).toContain(root('222233334444'));
    expect(text).not.toContain('444455556666');
    expect(description).toContain(
      '| who may ask to connect | `333344445555`, `222233334444` |',
    );
    expect(description).toContain(
      '`arn:aws:iam::444455556666:root` | **removed** |',
    );
    expect(findings.map(({ ruleId }) => ruleId)).toEqual([
      'change/grant-removed',
    ]);
  });

  it.each(PATHS)(
    '%s is as if it were new where the form names nobody and no topic any more',
    path => {
      const first = expose(path, {
        ...grants('444455556666'),
        notification: { topicArn: TOPIC },
      });
      const again = expose(path, {}, first.all);

      expect(again.text).toBe(expose(path, {}).text);
      expect(again.description).toContain(
        '| who may ask to connect | nobody yet |',
      );
      expect(again.description).toContain(`\`${TOPIC}\` | **removed** |`);
      expect(again.description).not.toContain('Nothing to change');
      expect(expose(path, {}, again.all).files).toEqual([]);
    },
  );

  it.each(PATHS)('%s tells another topic of other events', path => {
    const first = expose(path, { notification: { topicArn: TOPIC } });
    const topicArn = `${TOPIC}-new`;
    const notification = { topicArn, events: ['Connect' as const] };
    const again = expose(path, { notification }, first.all);

    expect(again.text.match(/link-new/g)).toHaveLength(1);
    expect(again.text).not.toContain(`${TOPIC}"`);
    expect(again.text).not.toContain('Reject');
    expect(again.description).toContain(
      `| who hears of connections | \`${topicArn}\` |`,
    );
  });

  it('keeps everything else in the file as it is', () => {
    const path = 'infra/a.tf';
    const first = expose(path, grants('444455556666'));
    const other = `# others' service
resource "aws_vpc_endpoint_service_allowed_principal" "orders_444455556666" {
  principal_arn           = "${root('444455556666')}"
  vpc_endpoint_service_id = aws_vpc_endpoint_service.orders.id # theirs
}
`;
    const existing = { ...first.all, [path]: `${other}\n${first.text}` };
    const { text } = expose(path, {}, existing);

    expect(text).toBe(`${other}\n${expose(path, {}).text}`);
  });

  it('keeps the lines of a template’s principals that stay', () => {
    const path = 'infra/a.yaml';
    const first = expose(path, grants('444455556666', '222233334444'));
    const noted = first.text.replace(
      /("arn:aws:iam::222233334444:root")/,
      '$1 # orders',
    );
    const existing = { ...first.all, [path]: noted };
    const { text } = expose(path, grants('222233334444'), existing);

    expect(text).toBe(
      noted.replace(/ +- "arn:aws:iam::444455556666:root"\n/, ''),
    );
    expect(parse(text)).toEqual(
      parse(expose(path, grants('222233334444')).text),
    );
  });

  it('keeps a grant that somebody wrote otherwise, and says so', () => {
    const path = 'infra/a.tf';
    const first = expose(path, {});
    const block = (label: string, principal: string) =>
      `resource "aws_vpc_endpoint_service_allowed_principal" "${label}" {
  principal_arn           = ${principal}
  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id
}
`;
    const own = `${block('partner', `"${root('444455556666')}"`)}${block(
      'team',
      'var.team_arn',
    )}`;
    const existing = { ...first.all, [path]: `${first.text}\n${own}` };
    const { text, description, findings } = expose(path, {}, existing);

    expect(text).toBe(existing[path]);
    expect(description).toContain(
      '| who may ask to connect | `444455556666`, already in the file; whoever `aws_vpc_endpoint_service_allowed_principal.team` names, already in the file |',
    );
    expect(findings.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      [
        'infrastructure/access-kept',
        text.split('\n').findIndex(line => line.includes('"partner"')) + 1,
      ],
      [
        'infrastructure/access-kept',
        text.split('\n').findIndex(line => line.includes('"team"')) + 1,
      ],
    ]);
  });

  it('refuses a template whose grants are not as it writes them', () => {
    const path = 'infra/a.yaml';
    const first = expose(path, grants('444455556666'));
    const text = first.text.replace(
      /- "arn:aws:iam::444455556666:root"/,
      '- !Sub "arn:aws:iam::444455556666:root"',
    );
    expect(text).not.toBe(first.text);
    expect(() => expose(path, {}, { ...first.all, [path]: text })).toThrow(
      'is another CloudFormation template',
    );
  });
});
