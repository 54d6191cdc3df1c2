/**
 * What a component's repository says about it.
 * @internal
 */
export interface DemoComponent {
  name: string;
  title: string;
  owner: string;
  /** One sentence, without markup. */
  about: string;
  annotations?: Record<string, string>;
  /** What it is, if it is no service; the catalog calls that a resource. */
  resourceType?: string;
}

/**
 * A component's `catalog-info.yaml`.
 * @internal
 */
export function catalogInfo(component: DemoComponent): string {
  const annotations = {
    'github.com/project-slug': `acme/${component.name}`,
    ...component.annotations,
  };
  const lines = Object.entries(annotations).map(
    ([key, value]) => `    ${key}: ${value}\n`,
  );
  return `apiVersion: backstage.io/v1alpha1
kind: ${component.resourceType ? 'Resource' : 'Component'}
metadata:
  name: ${component.name}
  title: ${component.title}
  description: ${component.about}
  annotations:
${lines.join('')}spec:
  type: ${component.resourceType ?? 'service'}
${component.resourceType ? '' : '  lifecycle: production\n'}  owner: ${
    component.owner
  }
`;
}

/**
 * A component's `README.md`.
 * @internal
 */
export function readme(component: DemoComponent, layout: string[]): string {
  return `# ${component.title}

${component.about}

Owned by \`${
    component.owner
  }\`. Changes to \`main\` are deployed within a minute.

## Where things are

${layout.map(line => `- ${line}`).join('\n')}
`;
}
