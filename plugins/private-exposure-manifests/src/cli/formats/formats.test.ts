import fc from 'fast-check';
import { z } from 'zod';
import { hostileText } from '../../__testUtils__/hostileText';
import { Finding, rules } from '../../linter';
import { Report } from '../Report';
import { formats } from '.';

const severity = fc.constantFrom('error', 'warning', 'info');
const finding: fc.Arbitrary<Finding> = fc.record({
  ruleId: fc.constantFrom('syntax', ...rules.map(({ id }) => id)),
  severity,
  message: hostileText,
  remedy: hostileText,
  evidence: fc.array(fc.record({ label: hostileText, value: hostileText }), {
    maxLength: 1,
  }),
  path: hostileText.filter(text => text !== ''),
  line: fc.integer({ min: 1, max: 99 }),
  column: fc.integer({ min: 1, max: 99 }),
});
const report: fc.Arbitrary<Report> = fc.record({
  fileCount: fc.nat(9),
  findings: fc.array(finding, { maxLength: 3 }),
  accepted: fc.array(
    fc
      .tuple(finding, hostileText)
      .map(([found, reason]) => ({ ...found, reason, expires: '2027-01-31' })),
    { maxLength: 1 },
  ),
  fixed: fc.array(finding, { maxLength: 1 }),
});
const write = (name: string, said: Report, hasColours = false) =>
  formats.get(name)?.(said, hasColours) ?? '';

// What the schema of SARIF 2.1.0 asks of the parts that we write; it allows no other members.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
const text = z.object({ text: z.string() }).strict();
const level = z.enum(['none', 'note', 'warning', 'error']);
const position = z.number().int().min(1);
const sarif = z
  .object({
    $schema: z.string().url(),
    version: z.literal('2.1.0'),
    runs: z.array(
      z
        .object({
          tool: z
            .object({
              driver: z
                .object({
                  name: z.string(),
                  informationUri: z.string().url(),
                  rules: z.array(
                    z
                      .object({
                        id: z.string(),
                        shortDescription: text.optional(),
                        help: text.extend({ markdown: z.string() }).optional(),
                        helpUri: z.string().url().optional(),
                        defaultConfiguration: z
                          .object({ level })
                          .strict()
                          .optional(),
                      })
                      .strict(),
                  ),
                })
                .strict(),
            })
            .strict(),
          results: z.array(
            z
              .object({
                ruleId: z.string(),
                level,
                message: text,
                locations: z.array(
                  z
                    .object({
                      physicalLocation: z
                        .object({
                          artifactLocation: z
                            .object({
                              uri: z
                                .string()
                                .regex(/^(?:[\w\-.!~*'()/]|%[\dA-F]{2})*$/),
                            })
                            .strict(),
                          region: z
                            .object({
                              startLine: position,
                              startColumn: position,
                            })
                            .strict(),
                        })
                        .strict(),
                    })
                    .strict(),
                ),
                suppressions: z
                  .array(
                    z
                      .object({
                        kind: z.enum(['inSource', 'external']),
                        justification: z.string(),
                      })
                      .strict(),
                  )
                  .optional(),
              })
              .strict(),
          ),
        })
        .strict(),
    ),
  })
  .strict();

describe('the formats, whatever stands in names and values', () => {
  it('sarif: is what the schema asks for, with each path to be read back', () => {
    fc.assert(
      fc.property(report, said => {
        const [run] = sarif.parse(JSON.parse(write('sarif', said))).runs;
        const all = [...said.findings, ...said.accepted];
        expect(
          run.results.map(({ locations: [{ physicalLocation }] }) =>
            decodeURIComponent(physicalLocation.artifactLocation.uri),
          ),
        ).toEqual(all.map(({ path }) => path.replace(/\p{Cs}/gu, '\ufffd')));
        const ids = run.tool.driver.rules.map(({ id }) => id);
        expect(ids).toEqual(
          [...new Set(all.map(({ ruleId }) => ruleId))].sort(),
        );
      }),
    );
  });

  it('github: a line to each finding, from which everything can be read back', () => {
    // As the runner undoes it: https://github.com/actions/runner, src/Runner.Common/ActionCommand.cs
    const undo = (escaped: string) =>
      escaped
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%');
    fc.assert(
      fc.property(report, said => {
        const lines = write('github', said).split(/\r?\n|\r/);
        expect(lines).toHaveLength(said.findings.length + 2);
        said.findings.forEach((found, index) => {
          const [, command, file, line, message] =
            /^::(\w+) file=([^,]*),line=(\d+),col=\d+,title=[^,:]*::(.*)$/s.exec(
              lines[index],
            ) ?? [];
          expect(command).toBe(
            { error: 'error', warning: 'warning', info: 'notice' }[
              found.severity
            ],
          );
          expect([undo(file), Number(line)]).toEqual([found.path, found.line]);
          expect(undo(message)).toBe(`${found.message}. ${found.remedy}`);
        });
      }),
    );
  });

  it('text: prints nothing that moves the cursor or gives a command', () => {
    fc.assert(
      fc.property(report, said => {
        const lines = write('text', said).split('\n');
        for (const line of lines) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          expect(line).not.toMatch(/^::/);
        }
      }),
    );
    const said = { fileCount: 1, findings: [], accepted: [], fixed: [] };
    expect(write('text', said, true)).not.toContain('\u001b');
  });

  it('markdown: a row to each finding', () => {
    fc.assert(
      fc.property(report, said => {
        const rows = write('markdown', said)
          .split(/\r?\n|\r/)
          .filter(line => /^\| (error|warning|info) /.test(line));
        expect(rows).toHaveLength(said.findings.length);
        for (const row of rows)
          expect(row.replace(/\\./g, '').split('|')).toHaveLength(7);
      }),
    );
  });

  it('json: the whole report', () => {
    fc.assert(
      fc.property(report, said => {
        expect(JSON.parse(write('json', said))).toEqual(
          JSON.parse(JSON.stringify(said)),
        );
      }),
    );
  });
});
