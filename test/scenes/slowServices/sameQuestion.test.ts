import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, putCursor, replace, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

const cart = `class Cart {
  int total(Item item) {
    return item.price() * 2;
  }
}
`;

/** A language service for Java, which VS Code has none for: it says where names come from, as late as it is told to. */
class LanguageService {
  delayMs = 0;
  readonly #registered: vscode.Disposable;

  constructor() {
    const java = { language: 'java' };
    const late = async <T>(known: T): Promise<T> => {
      await wait(this.delayMs);
      return known;
    };
    this.#registered = vscode.Disposable.from(
      vscode.languages.registerHoverProvider(java, {
        provideHover: () => late(new vscode.Hover('int total(Item item)')),
      }),
      vscode.languages.registerDefinitionProvider(java, {
        provideDefinition: () => late(new vscode.Location(fileNamed('Item.java'), new vscode.Position(0, 6))),
      }),
      vscode.languages.registerDocumentSymbolProvider(java, { provideDocumentSymbols: () => late(symbols()) }),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

/** A file in which the text alone shows no function, and what a language service that comes late knows of it. */
const bare = 'one;\ntwo;\nthree;\n';
const lateService = (): vscode.Disposable =>
  vscode.languages.registerDocumentSymbolProvider('java', {
    provideDocumentSymbols: () => {
      const range = new vscode.Range(0, 0, 2, 6);
      return [new vscode.DocumentSymbol('numbers', '', vscode.SymbolKind.Function, range, range)];
    },
  });

function symbols(): vscode.DocumentSymbol[] {
  const at = (first: number, last: number) => new vscode.Range(first, 0, last, 3);
  const type = new vscode.DocumentSymbol('Cart', '', vscode.SymbolKind.Class, new vscode.Range(0, 0, 4, 1), at(0, 0));
  type.children.push(new vscode.DocumentSymbol('total', '', vscode.SymbolKind.Method, at(1, 3), at(1, 1)));
  return [type];
}

/** Explains the method around the cursor of a file that no other test has. */
async function explainTotal(file: string): Promise<void> {
  putCursor(await open(file), 'item.price()');
  await explain(person);
}

/** The same, until the answer was given with what the language service knows: a busy machine may ask without it. */
async function explainWithEvidence(file: string): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    await beginAnew(person);
    await vscode.commands.executeCommand('steadfast.clearCache');
    putCursor(await open(file), 'item.price()');
    await wait(tries * 500); // closing and opening editors keeps the machine busy itself
    await explain(person);
    if ((await questions()).at(-1)?.body.includes('int total(Item item)\\n')) return;
  }
  assert.fail('the language service is never heard');
}

let person: Person;

suite('the same question', () => {
  let service: LanguageService | undefined;
  suiteSetup(async () => {
    person = new Person();
    await writeFile('Item.java', 'class Item { int price() { return 1; } }\n');
    for (const name of ['Unknown', 'Slow', 'Edited']) await writeFile(`${name}.java`, cart);
  });
  suiteTeardown(() => person.leave());
  setup(async () => {
    service?.dispose();
    service = undefined;
    await beginAnew(person);
  });

  test('with no language service at all, the method around the cursor is asked about', async () => {
    await explainTotal('Unknown.java');
    const [{ body } = assert.fail()] = await questions();
    assert.match(body, /Lines: 2-4/);
  });

  test('is found when a language service that needed five seconds is ready', async () => {
    service = new LanguageService();
    service.delayMs = 5_000;
    await explainTotal('Slow.java');
    service.delayMs = 0;
    await explainTotal('Slow.java');
    assert.equal((await questions()).length, 1);
  });

  test('is asked anew after a type in another file, which the answer used, was edited', async () => {
    service = new LanguageService();
    await explainWithEvidence('Edited.java');
    await explainTotal('Edited.java');
    const before = (await questions()).length;
    await replace(await vscode.workspace.openTextDocument(fileNamed('Item.java')), 'return 1;', 'return 2;');
    await explainTotal('Edited.java');
    assert.deepEqual([before, (await questions()).length], [1, 2]);
  });

  test('about a line alone says so, and offers the whole function once a language service that came late knows it', async () => {
    await writeFile('Bare.java', bare);
    putCursor(await open('Bare.java'), 'two;');
    const before = await explain(person);
    const late = lateService();
    const panel = person.panels.at(-1) ?? assert.fail();
    await until('the offer', () => panel.view?.turns[0]?.actions.some(({ action }) => action === 'askWhole'));
    panel.press('askWhole');
    const whole = await until('an answer about all of it', () => {
      const turn = panel.view?.turns[1];
      return turn?.phase === 'done' && turn;
    });
    late.dispose();
    assert.match(before.provenance[0] ?? '', /^Asked about line 2 only/);
    assert.deepEqual([before.question, whole.question], ['Explain Bare.java, line 2', 'Explain Bare.java:1–3']);
  });
});
