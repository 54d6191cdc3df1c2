import { lintManifests } from '../../linter/lintManifests';
import { CorrectFiles } from './CorrectFiles';
import { ingresses } from './ingresses';
import { overlays } from './overlays';
import { places } from './places';
import { services } from './services';

function findingsIn({ files, cluster, domains }: CorrectFiles) {
  const named = typeof files === 'string' ? { 'payments.yaml': files } : files;
  return lintManifests(
    Object.entries(named).map(([path, content]) => ({ path, content })),
    { clusterProfile: cluster, domains },
  ).map(
    ({ path, line, severity, ruleId, message }) =>
      `${path}:${line} ${severity} ${ruleId} ${message}`,
  );
}

const subjects = {
  'files that are laid over others': overlays,
  Ingresses: ingresses,
  'annotations in places of others': places,
  Services: services,
};

describe.each(Object.entries(subjects))('%s', (_, list) => {
  it.each(list)('have nothing wrong: $what', correct => {
    expect(findingsIn(correct)).toEqual([]);
  });
});
