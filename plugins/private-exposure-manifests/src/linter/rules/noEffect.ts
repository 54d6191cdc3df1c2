import { AnnotationClash } from '../../catalogues';
import { parseGoBoolean, parseInTreeInternal } from '../../values/goParsers';
import { createRule } from '../createRule';
import { CatalogueRow, findRows, knownAnnotations } from '../KnownAnnotations';
import { AWS, exampleService } from './examples';

const GROUP = 'alb.ingress.kubernetes.io/group.name';
const SWITCH = 'azure-load-balancer-internal';
const IN_TREE_SWITCH = 'aws-load-balancer-internal';

/** A switch as its controller reads it; what is no boolean for AWS's is a mistake of its own. */
function asSwitch(text: string, { catalogue }: CatalogueRow, name: string) {
  if (catalogue.id === 'aws-in-tree' && name === IN_TREE_SWITCH)
    return String(parseInTreeInternal(text));
  if (catalogue.id.startsWith('aws-')) return String(parseGoBoolean(text));
  return String(name === SWITCH ? text === 'true' : /^\s*true\s*$/i.test(text));
}

function isMet(
  clash: AnnotationClash,
  row: CatalogueRow,
  texts: { own: string; other: string | undefined; mayBeElsewhere: boolean },
): boolean {
  const { own, other, mayBeElsewhere } = texts;
  if (clash.own && !clash.own.includes(own.trim())) return false;
  if (other === undefined) return !mayBeElsewhere && clash.orMissing === true;
  const spec = row.catalogue.annotations.find(({ key }) => key === clash.key);
  const read =
    spec?.type === 'boolean'
      ? asSwitch(other, row, clash.key)
      : other.trim().toLowerCase();
  return clash.values.includes(read);
}

/** An annotation that another one's value takes the effect from. @internal */
export const noEffect = createRule({
  id: 'annotation/no-effect',
  severity: 'warning',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.clashes),
  page: {
    summary: 'Another annotation’s value takes the effect of one away.',
    why: 'The setting is for a load balancer that is set otherwise beside it, such as a path for a health check that speaks TCP. It is ignored without a word, or the cloud refuses the two.',
    bad: exampleService([
      `${AWS}healthcheck-protocol: "tcp"`,
      `${AWS}healthcheck-path: "/healthz"`,
    ]),
    good: exampleService([
      `${AWS}healthcheck-protocol: "http"`,
      `${AWS}healthcheck-path: "/healthz"`,
    ]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    const values = new Map(
      target.annotations.map(({ key, value }) => [key, value]),
    );
    const mayBeElsewhere =
      target.isPartial || (target.type === 'ingress' && values.has(GROUP));
    for (const { node, rows } of knownAnnotations(target)) {
      const prefix = node.key.slice(0, node.key.lastIndexOf('/') + 1);
      const met = rows.map(row =>
        row.spec.clashes?.find(clash =>
          isMet(clash, row, {
            own: node.value,
            other: values.get(`${prefix}${clash.key}`),
            mayBeElsewhere,
          }),
        ),
      );
      // Where several controllers might read it, one that is content is enough.
      const [clash] = met;
      if (!clash || met.includes(undefined)) continue;
      const other = `${prefix}${clash.key}`;
      const value = values.get(other) ?? 'missing';
      report({
        at: node,
        severity: clash.isRefused ? 'error' : 'warning',
        message: clash.isRefused
          ? `'${node.key}' is refused beside '${other}': ${value}`
          : `'${node.key}' has no effect beside '${other}': ${value}`,
        remedy: `Remove it, or set '${other}' to something else.`,
        evidence: [
          { label: node.key, value: node.value },
          { label: other, value },
        ],
      });
    }
  },
});
