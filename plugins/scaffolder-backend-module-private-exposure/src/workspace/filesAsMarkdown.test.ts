import { filesAsMarkdown } from './filesAsMarkdown';

describe('filesAsMarkdown', () => {
  it('shows each file below its path, in its language', () => {
    const files = [
      { path: 'k8s/service.yaml', content: 'kind: Service\n' },
      { path: 'infrastructure/payments.tf', content: '# none' },
    ];

    expect(filesAsMarkdown(files)).toBe(
      [
        '**k8s/service.yaml**\n\n```yaml\nkind: Service\n```\n',
        '**infrastructure/payments.tf**\n\n```hcl\n# none\n```\n',
      ].join('\n'),
    );
  });

  it('uses a fence that the text does not hold', () => {
    const content = '# ````\n# not the end\n';

    expect(filesAsMarkdown([{ path: 'a.yaml', content }])).toBe(
      `**a.yaml**\n\n\`\`\`\`\`yaml\n${content}\`\`\`\`\`\n`,
    );
  });
});
