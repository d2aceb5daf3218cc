import type { FailureKind } from '../../core/model/failure.ts';

/** What a refusal by the server means: a kind of failure, or that the provider declined, which is an answer. */
export type StatusMeaning = { readonly kind: FailureKind; readonly code?: string } | { readonly kind: 'refused' };

/** What servers say in words where they give no code that tells; the first row that fits decides. */
interface Wording {
  readonly says: RegExp;
  readonly means: StatusMeaning;
  /** Where it was seen: a report 'owner/repository#number', or the server whose own wording it is. */
  readonly seen: string;
  /** The statuses it is believed beside; 0: it came inside an answer that began with 200. Default: any. */
  readonly beside?: (status: number) => boolean;
}

const notBusy = (status: number): boolean => status !== 429;
const refused = (status: number): boolean => status < 500 && status !== 429;

const tooLong = { kind: 'context-too-long' } as const;
const noModel = { kind: 'not-found' } as const;
const badKey = { kind: 'auth' } as const;
const noCredit = { kind: 'quota' } as const;

/**
 * The question with its allowance does not fit into the model's window. Before everything else, because these sentences also
 * speak of models that are loaded, and of parameters.
 */
const windows: readonly Wording[] = [
  { says: /request too large for/i, means: tooLong, seen: 'OpenAI, of a question above the tokens of a minute' },
  { says: /prompt tokens limit exceeded/i, means: noCredit, seen: 'anomalyco/opencode#12219' }, // OpenRouter: of the key
  {
    says: /max_tokens.{0,20} exceed context limit/i,
    means: tooLong,
    seen: 'cline/cline#6080, anomalyco/opencode#798',
    beside: notBusy,
  },
  {
    says: /context[ _-](?:the )?(?:length|window|size|limit|overflow)/i,
    means: tooLong,
    seen: 'cline/cline#3664',
    beside: notBusy,
  },
  { says: /maximum (?:context|prompt|input|sequence)\b/i, means: tooLong, seen: 'cline/cline#3120', beside: notBusy },
  {
    says: /\b(?:prompt|input|request|messages?) (?:is|are|was) too (?:long|large)\b/i,
    means: tooLong,
    seen: 'Bedrock',
    beside: notBusy,
  },
  {
    says: /input (?:length|token count)|input tokens exceed|too many (?:input |prompt )?tokens/i,
    means: tooLong,
    seen: 'Gemini',
    beside: notBusy,
  },
  {
    says: /reduce (?:the |your )?(?:length|prompt|number of tokens)/i,
    means: tooLong,
    seen: 'groq, vLLM',
    beside: notBusy,
  },
  {
    says: /length of all messages is too long|too large for model with/i,
    means: tooLong,
    seen: 'BerriAI/litellm#21647',
    beside: notBusy,
  },
  { says: /\bn_keep\b.{0,20}\bn_ctx\b/i, means: tooLong, seen: 'anomalyco/opencode#11141' }, // LM Studio
  // what is left for the answer is below nothing: the prompt alone is too long
  { says: /tokens must be at least 1, got -/i, means: tooLong, seen: 'vllm-project/vllm#4667' },
  {
    says: /token count exceeds|supports only \d{1,5}k context/i,
    means: tooLong,
    seen: 'anomalyco/opencode#25230',
    beside: notBusy,
  },
];

/** What a sentence means that is about the account, the model or the server, and not about this request. */
const others: readonly Wording[] = [
  { says: /budget has been exceeded|exceeded (?:your )?budget/i, means: noCredit, seen: 'BerriAI/litellm#22726' },
  {
    says: /(?:insufficient|not enough|no remaining|out of|more) (?:account )?(?:balance|credits?|funds)\b/i,
    means: noCredit,
    seen: 'modelscope/modelscope#1691, tailcallhq/forgecode#571',
  },
  {
    says: /requires? more credits|credit balance|credits? (?:are |have been )?(?:exhausted|depleted)|n[o'’]t have any credits/i,
    means: noCredit,
    seen: 'OpenRouter, dyad-sh/dyad#3626, griptape-ai/griptape-nodes-engine#1079',
  },
  {
    says: /spend(?:ing)? limit|usage limits?\b|key limit exceeded|payment required/i,
    means: noCredit,
    seen: 'MCPJam/inspector#1287',
  },
  {
    says: /account (?:is )?(?:in arrears|overdue)|arrearage|余额不足|欠费/i,
    means: noCredit,
    seen: 'DashScope, MiniMax',
  },
  { says: /check your plan and billing/i, means: noCredit, seen: 'OpenAI', beside: notBusy },
  {
    says: /\bkey\b.{0,30}(?:not valid|invalid|incorrect|expired|revoked|disabled|not found|missing)/i,
    means: badKey,
    seen: 'continuedev/continue#10290',
    beside: refused,
  },
  {
    says: /(?:invalid|incorrect|expired|missing|no) (?:\w{1,20} )?(?:api[ _-]?key|auth\w{0,20}|credentials?|access token)\b/i,
    means: badKey,
    seen: 'OpenRouter, xAI',
    beside: refused,
  },
  {
    says: /(?:organi[sz]ation|account|project|user)\b.{0,30}(?:disabled|deactivated|suspended|blocked|banned|restricted)/i,
    means: badKey,
    seen: 'Anthropic, crewAIInc/crewAI#783',
    beside: refused,
  },
  {
    says: /(?:country|region|location)\b.{0,60}(?:not supported|unsupported|not available)|not available in your (?:country|region)/i,
    means: badKey,
    seen: 'Gemini, OpenAI',
    beside: refused,
  },
  {
    says: /unexpected endpoint|cannot (?:post|get) \/|invalid url \(|no route (?:for|matched)/i,
    means: { kind: 'not-the-api', code: 'path' },
    seen: 'cline/cline#240',
  },
  {
    says: /not a valid model|invalid model\b|unknown model|no (?:such )?models? (?:loaded|found|available)|not a chat model/i,
    means: noModel,
    seen: 'continuedev/continue#10758, LM Studio',
  },
  {
    says: /\bmodels?\b.{0,100}?(?:not exist|not found|not available|unavailable|not supported|no longer|deprecated|decommissioned|retired|removed)/i,
    means: noModel,
    seen: 'deepwn/addi#13, groq',
    beside: status => status !== 503 && status !== 429,
  },
  {
    says: /no endpoints found|no available channels? for|must qualify for .{0,40}tier|(?:do(?:es)?(?: not|n['’]t) have access to|not allowed to (?:access|use)|unable to access) .{0,40}model/i,
    means: noModel,
    seen: 'charmbracelet/mods#352, BerriAI/litellm#1460, envoyproxy/ai-gateway#394, earendil-works/pi#6748',
  },
  {
    says: /not work with the specified model|model requires a subscription/i,
    means: noModel,
    seen: 'run-llama/llama_index#16503, ollama/ollama#15741',
  },
  {
    says: /failed to load (?:the )?model|requires more system memory|insufficient system resources/i,
    means: noModel,
    seen: 'charmbracelet/crush#2546, continuedev/continue#11715, agent0ai/agent-zero#215',
  },
  { says: /\bmodel has crashed/i, means: { kind: 'server' }, seen: 'lmstudio-ai/lmstudio-bug-tracker#1057' },
  {
    says: /\bloading\b|being loaded|not loaded|warming up/i,
    means: { kind: 'conflict', code: 'loading' },
    seen: 'llama.cpp',
  },
  {
    says: /content (?:management )?policy|safety system|inappropriate content|sensitive content/i,
    means: { kind: 'refused' },
    seen: 'Azure OpenAI, DashScope',
    beside: status => status === 400,
  },
  {
    says: /too many requests|rate.?limit|requests per (?:minute|day|second)|throttl/i,
    means: { kind: 'rate-limited' },
    seen: 'groq',
    beside: notBusy,
  },
  {
    says: /overloaded|(?:at|over) capacity|capacity exceeded|server (?:is )?busy|too busy|繁忙/i,
    means: { kind: 'overloaded' },
    seen: 'DeepSeek, infiniflow/ragflow#9858, valentinfrlch/ha-llmvision#648',
    beside: notBusy,
  },
];

/** What a server's sentence says of the length of the question; undefined: nothing. */
export const lengthMeaning = (message: string, status: number): StatusMeaning | undefined =>
  meaningIn(windows, message, status);

/** What a server's sentence means otherwise; undefined: nothing that is known. */
export const wordingMeaning = (message: string, status: number): StatusMeaning | undefined =>
  meaningIn(others, message, status);

/** Longer messages are not read to their end: what matters stands at the beginning. */
const longestMessage = 2_000;

function meaningIn(rows: readonly Wording[], message: string, status: number): StatusMeaning | undefined {
  const head = message.slice(0, longestMessage);
  return rows.find(({ says, beside }) => (beside?.(status) ?? true) && says.test(head))?.means;
}
