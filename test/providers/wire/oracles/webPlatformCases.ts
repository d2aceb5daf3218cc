/** A case of the web platform tests (web-platform-tests/wpt, eventsource/): what is sent, and what a page is told. */
export interface WebPlatformCase {
  /** The file's name there, without ending. */
  readonly name: string;
  readonly sent: string;
  /** Data of each event, by the name 'message' or its own. */
  readonly told: readonly (readonly [name: string, data: string])[];
  /** Why it is read in one piece only. */
  readonly uncut?: string;
  /** What ours tells besides, and why that is meant. */
  readonly ours?: { readonly told: readonly (readonly [name: string, data: string])[]; readonly reason: string };
}

const long = 'x'.repeat(2_048);

/** All that are about the format; the others are about connections, ids that a browser sends again, and times to wait. */
export const webPlatformCases: readonly WebPlatformCase[] = [
  { name: 'format-bom', sent: '\ufeffdata:1\n\n\ufeffdata:2\n\ndata:3\n\n\n', told: [message('1'), message('3')] },
  {
    name: 'format-bom-2',
    sent: '\ufeff\ufeffdata:1\n\ndata:2\n\ndata:3\n\n\n',
    told: [message('2'), message('3')],
    uncut: 'a decoder of Node drops two byte order marks where the first one is cut in two',
  },
  {
    name: 'format-comments',
    sent: `data:1\r:\0\n:\r\ndata:2\n:${long}\rdata:3\n:data:fail\r:${long}\ndata:4\n\n`,
    told: [message('1\n2\n3\n4')],
  },
  {
    name: 'format-data-before-final-empty-line',
    sent: 'retry:1000\ndata:test1\n\nid:test\ndata:test2\n',
    told: [message('test1')],
    ours: {
      told: [message('test1'), message('test2')],
      reason: 'servers end a body behind their last event without its blank line',
    },
  },
  {
    name: 'format-field-data',
    sent: 'data:\n\ndata\ndata\n\ndata:test\n\n\n',
    told: [message(''), message('\n'), message('test')],
  },
  { name: 'format-field-event', sent: 'event:test\ndata:x\n\ndata:x\n\n\n', told: [['test', 'x'], message('x')] },
  { name: 'format-field-event-empty', sent: 'event: \ndata:data\n\n\n', told: [message('data')] },
  {
    name: 'format-field-parsing',
    sent: 'data:\0\ndata:  2\rData:1\ndata\0:2\ndata:1\r\0data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n',
    told: [message('\0\n 2\n1\n3\n\n4')],
  },
  { name: 'format-field-retry-bogus', sent: 'retry:3000\nretry:1000x\ndata:x\n\n\n', told: [message('x')] },
  { name: 'format-field-retry-empty', sent: 'retry\ndata:test\n\n\n', told: [message('test')] },
  {
    name: 'format-field-unknown',
    sent: 'data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\ndata:test\n\n\n',
    told: [message('test\n\ntest')],
  },
  ...['\0\0', 'x\0', '\0x', 'x\0x', ' \0'].map((id): WebPlatformCase => ({
    name: `format-field-id-null ${JSON.stringify(id)}`,
    sent: `id:${id}\ndata:hello\n\nid:${id}\ndata:hello\n\n`,
    told: [message('hello'), message('hello')],
  })),
  { name: 'format-leading-space', sent: 'data:\ttest\rdata: \ndata:test\n\n\n', told: [message('\ttest\n\ntest')] },
  { name: 'format-newlines', sent: 'data:test\r\ndata\ndata:test\r\n\r\n', told: [message('test\n\ntest')] },
  { name: 'format-null-character', sent: 'data:\0\n\n\n\n', told: [message('\0')] },
  { name: 'format-utf-8', sent: 'data:ok…\n\n\n', told: [message('ok…')] },
];

function message(data: string): readonly [name: string, data: string] {
  return ['message', data];
}
