import { explainGoJson } from '../values/explainGoJson';
import { GoJson, GoJsonError, readGoJson } from '../values/goJson';
import { LbcAnnotations } from '../values/LbcAnnotations';
import { ControllerRefusal } from './ControllerRefusal';

/**
 * Reads the JSON of an annotation into the form that the controller has for it; `undefined` where the annotation is
 * missing or `null`.
 *
 * @throws ControllerRefusal where the value is no JSON, or JSON of another form.
 *
 * @internal
 */
export function readJson<T, Name extends string>(
  annotations: LbcAnnotations<Name>,
  name: Name,
  form: GoJson<T>,
): T | undefined {
  const text = annotations.string(name);
  // It refuses what is no JSON at all.
  if (text === undefined || annotations.json(name) === null) return undefined;
  const key = annotations.keyOf(name);
  try {
    return readGoJson(form, text);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    throw new ControllerRefusal(
      `failed to parse json annotation, ${key}: ${text}: ${error.message}`,
      [key],
    );
  }
}

/**
 * Reads the JSON of an annotation that the controller takes as text and parses itself.
 *
 * @param fail - Makes the refusal, of the parser's words.
 *
 * @internal
 */
export function readJsonText<T>(
  text: string,
  form: GoJson<T>,
  fail: (why: string) => never,
): T | undefined {
  try {
    return readGoJson(form, text);
  } catch (error) {
    if (error instanceof SyntaxError) return fail(explainGoJson(text));
    if (error instanceof GoJsonError) return fail(error.message);
    throw error;
  }
}
