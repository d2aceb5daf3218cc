import type { ApiError } from '../errors/apiError.ts';
import type { Json } from '../errors/json.ts';

/**
 * What a target has been found not to take. Models of one wire differ in the parameters they accept, and say so in an
 * error: the parameter is then left out, or renamed, for as long as the target lives.
 */
export interface ParameterSupport {
  /** The request as this target takes it. */
  adapt(body: Json): Json;
  /**
   * Learns from a refusal of a request (as it was sent). The parameter's name when the next request will differ; undefined
   * when nothing could be learnt.
   */
  learn(complaint: ApiError, sent: Json): string | undefined;
}

/** `renames`: what to call a parameter once its first name was refused. `fixed`: what a request cannot do without. */
export function createParameterSupport(
  renames: Readonly<Record<string, string>>,
  fixed: readonly string[],
): ParameterSupport {
  const refused = new Set<string>();
  return {
    adapt(body) {
      if (refused.size === 0) return body;
      return Object.fromEntries(
        Object.entries(body)
          .map(([name, value]) => [refused.has(name) ? (renames[name] ?? name) : name, value] as const)
          .filter(([name]) => !refused.has(name)),
      );
    },
    learn(complaint, sent) {
      const optional = Object.keys(sent).filter(name => !fixed.includes(name));
      const parameter = refusedParameter(complaint, optional);
      if (parameter !== undefined) refused.add(parameter);
      return parameter;
    },
  };
}

/** By the server's own fields where it has them; else by its sentence, as Anthropic and most local servers have no code. */
function refusedParameter(complaint: ApiError, sent: readonly string[]): string | undefined {
  const { code, type, param, message, fields } = complaint;
  const says = `${code} ${type}`;
  const isCoded = /unsupported|unknown_param|unrecognized|extra_forbidden|not_supported/i.test(says);
  if (!isCoded && !phrase.test(message)) return undefined;
  const named = sent.find(name => name === param || fields.includes(name));
  if (named !== undefined || param !== '') return named;
  return sent.find(name => new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w])`).test(message));
}

const phrase =
  /unsupported|not (?:supported|permitted|allowed|recognized)|unrecognized|unknown|unexpected|extra inputs|deprecated|does not (?:support|accept)/i;

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
