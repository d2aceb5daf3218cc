import type { ApiError } from '../errors/apiError.ts';
import type { LearntFacts } from '../../core/model/learntFacts.ts';
import { asList, asObject, asText } from '../errors/json.ts';
import type { Json } from '../errors/json.ts';

/**
 * What a target has been found not to take. Models of one wire differ in what they accept, and say so in an error: a
 * parameter is then left out, renamed or lowered, a form of answers said in words alone, the system's text is said by the user, nothing is marked to be remembered, or the answer is not streamed, for as
 * long as the target lives.
 */
export interface ParameterSupport {
  /** The request as this target takes it. */
  adapt(body: Json): Json;
  /**
   * Learns from a refusal of a request (as it was sent). What it was about, a parameter's name or 'system' or 'stream' or 'cache_control' or 'response_format', when
   * the next request will differ; undefined when nothing could be learnt.
   */
  learn(complaint: ApiError, sent: Json): string | undefined;
}

/** How a wire names parameters, and which of them it needs. */
interface Parameters {
  /** What a parameter is called once its first name was refused. */
  readonly renames: Readonly<Record<string, string>>;
  /** What a request cannot do without. */
  readonly fixed: readonly string[];
}

/** Learns into the facts of a target, and sends by them. */
export function createParameterSupport({ renames, fixed }: Parameters, facts: LearntFacts): ParameterSupport {
  const { refused, caps } = facts;
  return {
    adapt(body) {
      const { takesSystem, takesStream } = facts;
      if (refused.size === 0 && caps.size === 0 && takesSystem && takesStream) return body;
      const fields = Object.entries(body)
        .map(([name, value]) => [refused.has(name) ? (renames[name] ?? name) : name, value] as const)
        .filter(([name]) => !refused.has(name) && (takesStream || name !== 'stream_options'))
        .map(([name, value]) => [name, lowered(value, caps.get(name))] as const);
      const adapted = Object.fromEntries(fields);
      if (!takesStream) adapted['stream'] = false;
      return takesSystem ? adapted : { ...adapted, messages: withoutSystem(adapted['messages']) };
    },
    learn(complaint, sent) {
      const known = withoutIt(facts, complaint, sent);
      if (known !== undefined) return known;
      const cap = capIn(complaint, sent);
      if (cap) {
        caps.set(...cap);
        return cap[0];
      }
      const optional = Object.keys(sent).filter(name => !fixed.includes(name));
      const parameter = refusedParameter(complaint, optional);
      if (parameter !== undefined) refused.add(parameter);
      return parameter;
    },
  };
}

/** What is not a parameter, and which the target is asked without from now on; undefined: the complaint is of none of it. */
function withoutIt(facts: LearntFacts, { message, param }: ApiError, sent: Json): string | undefined {
  if (facts.takesStream && sent['stream'] === true && noStream.test(message)) {
    facts.takesStream = false;
    return 'stream';
  }
  if (facts.takesForm && hasOwnForm(sent) && noOwnForm.test(`${param} ${message}`)) {
    facts.takesForm = false;
    return 'response_format';
  }
  if (facts.takesCacheMarks && hasBlocks(sent) && noCacheMarks.test(message)) {
    facts.takesCacheMarks = false;
    return 'cache_control';
  }
  if (facts.takesSystem && asList(sent['messages']).some(isSystem) && noSystem.test(message)) {
    facts.takesSystem = false;
    return 'system';
  }
  return undefined;
}

// OpenRouter, LiteLLM, Vertex: "cache_control: Extra inputs are not permitted"; gateways that add marks of their own: "A maximum of 4
// blocks with cache_control may be provided. Found 5."; and those that know a message's text only as such
const noCacheMarks = /cache_control|content\b.{0,40}(?:valid string|must be a string|expected (?:a )?string)/i;
// OpenAI: "Your organization must be verified to stream this model."
const noStream = /verified to stream|streaming is not (?:supported|allowed)|does not support streaming/i;
// vLLM and TGI with Gemma's template, OpenRouter, Gemini of old: huggingface/chat-ui#1386
const noSystem =
  /system (?:role|messages?|prompts?|instructions?)\b.{0,20}not (?:supported|allowed|enabled)|(?:developer|system) instruction is not enabled|not support (?:the )?system|only user and assistant roles|roles must alternate/i;

// OpenAI's older models: "'response_format' of type 'json_schema' is not supported with this model"; LM Studio: "'response_format.type'
// must be …"; llama.cpp: "Either "json_schema" or "grammar" can be specified"; Anthropic: "Thinking may not be enabled when
// tool_choice forces tool use"; gateways: "tools: Extra inputs are not permitted", "`tool_choice` is not supported"
const noOwnForm =
  /response_?format|json_?schema|structured[ _-]outputs?|guided|grammar|tool_?choice|\btools?\b.{0,40}(?:support|permit|allow|enabled|available)|(?:support|permit|allow).{0,40}\b(?:tools?|functions?)\b/i;

const hasOwnForm = (sent: Json): boolean => sent['response_format'] !== undefined || sent['tool_choice'] !== undefined;

const hasBlocks = ({ messages }: Json): boolean =>
  asList(messages).some(message => Array.isArray(asObject(message)?.['content']));

const isSystem = (message: unknown): boolean => asObject(message)?.['role'] === 'system';

/** What the system says stands before what the user says first. */
function withoutSystem(messages: unknown): readonly unknown[] {
  const said = asList(messages)
    .filter(isSystem)
    .map(message => asText(asObject(message)?.['content']));
  const rest = asList(messages).filter(message => !isSystem(message));
  const [first, ...more] = rest;
  const user = asObject(first);
  if (said.length === 0 || user?.['role'] !== 'user') return rest;
  return [{ ...user, content: [...said, asText(user['content'])].join('\n\n') }, ...more];
}

const lowered = (value: unknown, cap: number | undefined): unknown =>
  cap !== undefined && typeof value === 'number' ? Math.min(value, cap) : value;

/** The names that an answer's allowance has on the wires. */
const allowances = ['max_tokens', 'max_completion_tokens', 'max_output_tokens'];
/** And in the words of servers; text-generation-inference has a name of its own. */
const allowancesInWords = [...allowances, 'max_new_tokens'];

/** The allowance is above what the model may write, or its window has room for: as much as it says, or half. */
function capIn({ message, param }: ApiError, sent: Json): readonly [name: string, cap: number] | undefined {
  const name = allowances.find(one => typeof sent[one] === 'number');
  const asked = name === undefined ? 0 : Number(sent[name]);
  const isMeant =
    name !== undefined && (allowances.includes(param) || allowancesInWords.some(one => message.includes(one)));
  if (!isMeant || !tooMuch.test(message)) return undefined;
  const told = [...message.matchAll(/\d[\d,]{0,9}/g)].map(([digits]) => Number(digits.replaceAll(',', '')));
  const below = told.filter(number => number > 0 && number < asked);
  const room = Math.min(...told.filter(number => number > asked)) - Math.max(...below, 0); // a window, less what is in it
  const cap = room < asked ? room : Math.max(...below, 0) || Math.floor(asked / 2);
  return cap >= leastAllowance ? [name, cap] : undefined;
}

const tooMuch =
  /too (?:large|high|big)|at most|less than or equal|must be (?:<=|less|smaller|at most|between)|exceeds?|maximum|range/i;
/** An answer of fewer tokens is of no use. */
const leastAllowance = 16;

/** By the server's own fields where it has them; else by its sentence, as Anthropic and most local servers have no code. */
function refusedParameter(complaint: ApiError, sent: readonly string[]): string | undefined {
  const { code, type, param, message, fields } = complaint;
  const says = `${code} ${type}`;
  const isCoded = /unsupported|unknown_param|unrecognized|extra_forbidden|not_supported/i.test(says);
  if (!isCoded && !phrase.test(message)) return undefined;
  const named = sent.find(name => name === param || fields.includes(name));
  if (named !== undefined || param !== '') return named;
  return sent.find(name => spellings(name).some(spelling => isNamedIn(message, spelling)));
}

// a value that is refused is left out too: the model's own is never wrong
const phrase =
  /unsupported|not (?:supported|permitted|allowed|recognized)|unrecognized|unknown|unexpected|extra inputs|deprecated|does not (?:support|accept)|invalid|only .{1,20} (?:is|are) (?:allowed|supported)|must be|out of range|should be/i;

/** xAI names parameters as its own code does: 'presencePenalty'. */
const spellings = (name: string): readonly string[] => [
  name,
  name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()),
];

const isNamedIn = (message: string, name: string): boolean =>
  new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w])`).test(message);

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
