/** One part of a prompt. Sections are what trimming works on; models only ever see rendered messages. */
export interface Section {
  /** Names the part in notes and previews: 'selection', 'diagnostics', 'instruction'. */
  readonly name: string;
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
  /** Higher stays longer when a prompt must shrink. */
  readonly priority: number;
}

export interface Prompt {
  /** Name and version of the template that made it, part of the cache key: 'explain@1'. */
  readonly template: string;
  readonly sections: readonly Section[];
}

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Turns sections into messages: neighbours of the same role become one message, in order. */
export function render(prompt: Prompt): readonly Message[] {
  const messages: { role: Message['role']; content: string }[] = [];
  for (const { role, text } of prompt.sections) {
    const last = messages.at(-1);
    if (last?.role === role) last.content += `\n\n${text}`;
    else messages.push({ role, content: text });
  }
  return messages;
}

/** The same prompt with every section's text replaced. */
export function mapText(prompt: Prompt, change: (text: string) => string): Prompt {
  return { ...prompt, sections: prompt.sections.map(section => ({ ...section, text: change(section.text) })) };
}
