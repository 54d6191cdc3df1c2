import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  ActionContext,
  TemplateAction,
  TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';

/** Runs an action and returns what it put out. */
export async function runAction<
  TInput extends JsonObject,
  TOutput extends JsonObject,
>(
  action: TemplateAction<TInput, TOutput, 'v2'>,
  input: TInput,
  context: Partial<ActionContext<TInput, TOutput>> = {},
): Promise<Partial<Record<keyof TOutput, JsonValue>>> {
  const output: Partial<Record<keyof TOutput, JsonValue>> = {};
  await action.handler({
    ...createMockActionContext<TInput, TOutput>({ input }),
    // The mock takes only some of the overrides that its type allows.
    ...context,
    output(name, value) {
      output[name] = value as JsonValue;
    },
  });
  return output;
}

/** The inputs of an example's steps, which must all be of one action. */
export function exampleInputs<
  TInput extends JsonObject,
  TOutput extends JsonObject,
>(
  action: TemplateAction<TInput, TOutput, 'v2'>,
  { example }: TemplateExample,
): TInput[] {
  const { steps } = parse(example) as {
    steps: { action: string; input: TInput }[];
  };
  expect(steps.map(step => step.action)).toEqual(steps.map(() => action.id));
  return steps.map(step => step.input);
}
