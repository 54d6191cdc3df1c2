import {
  startScaffolder,
  templatesFolder,
} from '../__testUtils__/startScaffolder';
it('runs', async () => {
  const s = await startScaffolder(templatesFolder);
  const r = await s.dryRun(
    {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 't' },
      spec: {
        type: 'service',
        steps: [
          {
            id: 'r',
            action: 'private-exposure:repository:locate',
            input: { entityRef: '${{ parameters.e }}' },
          },
        ],
        output: { x: '${{ steps.r.output.slug }}' },
      },
    },
    { e: 'payments' },
  );
  console.log(JSON.stringify(r));
  await s.stop();
}, 60000);
