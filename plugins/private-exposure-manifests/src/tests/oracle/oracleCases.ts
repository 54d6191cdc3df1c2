import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestValue } from '../../plan/KubernetesObject';

/** A case of a controller's own unit tests; the README beside the cases explains each field. */
export interface OracleCase {
  id: string;
  source: { func: string; test: string; case: string };
  controller: 'aws-lbc' | 'aws-in-tree' | 'azure' | 'external-dns';
  kind: 'Service' | 'Ingress' | 'Annotations';
  scope: 'full' | 'partial';
  covers: string[];
  metadata: {
    name?: string;
    namespace?: string;
    uid?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    finalizers?: string[];
  };
  spec: { [key: string]: ManifestValue };
  context: { [key: string]: any };
  expect: {
    valid: boolean;
    error: string | null;
    errorMatch?: 'exact' | 'contains' | 'any';
    model: { [key: string]: any };
  };
  doubtful?: string;
}

/** Where other cases of the same form can be tried: a folder with files of the same names. */
const folder = process.env.POSTERN_ORACLE ?? join(__dirname, 'cases');

/** The cases of a file that prove what they say: those marked doubtful are left out. */
export function readOracleCases(file: string): OracleCase[] {
  const cases: OracleCase[] = JSON.parse(
    readFileSync(join(folder, `${file}.json`), 'utf8'),
  );
  return cases.filter(({ doubtful }) => doubtful === undefined);
}
