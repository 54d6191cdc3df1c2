import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { readTemplate } from '../__testUtils__/startScaffolder';

const names = [
  'expose-aws-privatelink',
  'connect-private-service',
  'withdraw-private-exposure',
  'expose-azure-private-link',
  'connect-azure-private-service',
  'claim-private-exposure',
  'publish-aws-cloudfront',
  'prepare-aws-entrance',
  'migrate-aws-vpc-origin',
  'withdraw-aws-cloudfront',
  'expose-aws-load-balancer',
  'prepare-aws-cluster',
  'withdraw-aws-load-balancer',
  'publish-azure-front-door',
  'withdraw-azure-exposure',
];

interface Parameter {
  default?: unknown;
  enum?: unknown[];
  'ui:field'?: string;
  'ui:options'?: {
    assume?: Record<string, unknown>;
    cloud?: string;
    kind?: string;
  };
}

/** What is asked together: a page, or what an answer on it brings. */
interface Questions {
  properties?: Record<string, Parameter>;
  required?: string[];
  dependencies?: Record<string, { oneOf: Questions[] }>;
  'ui:order'?: string[];
}

interface Form {
  metadata: { name: string };
  spec: {
    parameters: (Questions & Required<Pick<Questions, 'properties'>>)[];
    steps: { action: string; if?: string; input?: { kind?: string } }[];
  };
}

/** Names that have to be answered where nobody is asked for them. */
function unasked(questions: Questions): string[] {
  const { properties = {}, required = [], dependencies = {} } = questions;
  return [
    ...required.filter(name => !(name in properties)),
    ...Object.values(dependencies).flatMap(({ oneOf }) =>
      oneOf.flatMap(unasked),
    ),
  ];
}

describe('template forms', () => {
  it.each(names)('%s is a template that the catalog takes', async name => {
    const template = await readTemplate(name);

    await expect(
      templateEntityV1beta3Validator.check(template as never),
    ).resolves.toBe(true);
    expect(template).toMatchObject({ metadata: { name } });
  });

  // A form checks each page by itself: nobody gets past one that misses an answer of another.
  it.each(names)('%s asks on each page for what it needs there', async name => {
    const { spec } = (await readTemplate(name)) as Form;

    expect(spec.parameters.flatMap(unasked)).toEqual([]);
  });

  it.each(names)('%s confirms nothing by itself', async name => {
    const { spec } = (await readTemplate(name)) as Form;
    const confirmations = spec.parameters.flatMap(page =>
      Object.values(page.properties).filter(
        ({ enum: answers }) => `${answers}` === 'true',
      ),
    );

    expect(confirmations).toHaveLength(name.startsWith('withdraw-') ? 1 : 0);
    for (const confirmation of confirmations) {
      expect(confirmation.default).toBe(false);
      // A form takes a const for its answer before anybody has given one.
      expect(confirmation).not.toHaveProperty('const');
    }
  });

  it.each(names)(
    '%s leaves it to the configuration which clusters there are',
    async name => {
      const { spec } = (await readTemplate(name)) as Form;
      const questions = spec.parameters.flatMap(
        page => page.properties.cluster ?? [],
      );

      for (const question of questions) {
        expect(question).not.toHaveProperty('enum');
        expect(question).toMatchObject({
          'ui:field': 'PrivateExposureClusterPicker',
          'ui:options': { cloud: name.includes('azure') ? 'azure' : 'aws' },
        });
      }
    },
  );

  it.each(names)('%s shows previews with its own defaults', async name => {
    const { spec } = (await readTemplate(name)) as Form;
    const parameters = spec.parameters.flatMap(page =>
      Object.entries(page.properties),
    );
    const assumed = parameters.flatMap(([, parameter]) =>
      Object.entries(parameter['ui:options']?.assume ?? {}),
    );

    expect(
      assumed.map(([key]) => [
        key,
        Object.fromEntries(parameters)[key].default,
      ]),
    ).toEqual(assumed);
  });

  it('previews what a template tracks, where it writes a Service or an Ingress', async () => {
    const previewed = await Promise.all(
      names.map(async name => {
        const { spec } = (await readTemplate(name)) as Form;
        const kinds = spec.parameters.flatMap(page =>
          Object.values(page.properties)
            .filter(
              parameter =>
                parameter['ui:field'] === 'PrivateExposureManifestPreview',
            )
            .map(({ 'ui:options': options }) => options?.kind),
        );
        const tracked = spec.steps.flatMap(({ input }) => input?.kind ?? []);
        return { name, tracked, kinds: [...new Set(kinds)] };
      }),
    );

    expect(previewed.filter(({ kinds }) => kinds.length > 0)).toEqual([
      // The kind of a preview that does not say one.
      {
        name: 'expose-aws-privatelink',
        tracked: ['aws-endpoint-service'],
        kinds: [undefined],
      },
      {
        name: 'expose-azure-private-link',
        tracked: ['azure-private-link-service'],
        kinds: ['azure-private-link-service'],
      },
      {
        name: 'publish-aws-cloudfront',
        tracked: ['aws-cloudfront'],
        kinds: ['aws-cloudfront'],
      },
      {
        name: 'expose-aws-load-balancer',
        tracked: ['aws-load-balancer'],
        kinds: ['aws-load-balancer'],
      },
    ]);
  });

  // Else the first list below "The subscriptions below" is that of those which are connected without asking.
  it('asks for the subscriptions that may ask right below the answer that names them', async () => {
    const { spec } = (await readTemplate('expose-azure-private-link')) as Form;
    const page = spec.parameters.find(
      ({ properties }) => 'audience' in properties,
    );

    expect(page?.dependencies).toMatchObject({
      audience: {
        oneOf: expect.arrayContaining([
          expect.objectContaining({
            properties: expect.objectContaining({
              visibility: expect.anything(),
            }),
          }),
        ]),
      },
    });
    expect(page?.['ui:order']?.slice(0, 2)).toEqual(['audience', 'visibility']);
  });

  it.each(names)(
    '%s opens nothing when only a preview is asked for',
    async name => {
      const { spec } = (await readTemplate(name)) as Form;
      const effects = spec.steps.filter(
        ({ action }) =>
          action.startsWith('publish:') ||
          action === 'private-exposure:change:track',
      );

      expect(effects.length).toBeGreaterThan(1);
      for (const effect of effects) {
        expect(effect.if).toContain('not parameters.preview');
      }
    },
  );
});
