import * as vscode from 'vscode';
import type { Evidence, FoundText } from '../../../assist/evidence/evidence.ts';
import { fitSources } from '../../../assist/evidence/fitSources.ts';
import { behindEarlier, LastingDefinitions } from '../../../assist/evidence/lastingDefinitions.ts';
import type { Hash } from '../../../core/cache/questionKey.ts';
import type { Clock } from '../../../core/model/clock.ts';
import { mostUsedFiles } from '../../../core/cache/usedFiles.ts';
import type { AskedPlace, EvidenceSource, FoundEvidence } from '../gatherContext.ts';
import { declarationStart, hoversAt } from '../languageServices.ts';
import { problemsIn } from '../problemsIn.ts';
import { usedFiles } from '../otherFiles.ts';
import type { FindingsIn, ReadableText } from '../readableText.ts';
import { callersOf } from './callers.ts';
import { definitionPlaces } from './definitionPlaces.ts';
import { definitionsIn } from './definitions.ts';
import type { EvidencePiece } from '../../../assist/evidence/evidencePiece.ts';
import { cellsBefore } from './notebookCells.ts';
import { openFiles } from './openFiles.ts';
import { OtherTexts } from './otherTexts.ts';
import { contextDiagnostic, cutClean } from './problems.ts';
import { ProjectManifests } from './projectManifests.ts';
import { quickFixesFor } from './quickFixes.ts';
import { RecentEdits } from './recentEdits.ts';

/** A longer hover is cut, characters. */
const longestHover = 2_000;
/** All texts of one kind have so many characters at most. */
const mostCharacters = 8_000;
/** Definitions come from so many files at most: others are wanted as well. */
const mostDefining = mostUsedFiles - 3;

/**
 * Finds what helps to understand the code that is asked about: whatever the editor knows by the end of the budget, and of
 * files that may be sent only. Listens to what is edited.
 */
export class EvidenceGatherer implements EvidenceSource, vscode.Disposable {
  readonly #findingsIn: FindingsIn;
  readonly #hash: Hash;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #edits = new RecentEdits();
  readonly #lasting = new LastingDefinitions();
  readonly #manifests: ProjectManifests;

  constructor(findingsIn: FindingsIn, hash: Hash, clock: Pick<Clock, 'now'>) {
    this.#findingsIn = findingsIn;
    this.#hash = hash;
    this.#clock = clock;
    this.#manifests = new ProjectManifests(hash);
  }

  dispose(): void {
    this.#edits.dispose();
    this.#manifests.dispose();
  }

  async gather(asked: AskedPlace): Promise<FoundEvidence> {
    const { document, budget } = asked;
    const others = new OtherTexts(document, this.#findingsIn, this.#hash);
    const at = namePosition(asked);
    const [{ fixes, ...known }, names, earlier, callers, edits, open, project, before] = await Promise.all([
      this.#knownOf(asked, at, others),
      definitionsIn(asked, others),
      this.#earlier(asked, others),
      asked.callers ? callersOf(asked, at, others) : [],
      this.#edits.latest(asked, others),
      openFiles(document.uri, budget, others.rules),
      budget.within(this.#manifests.of(document.uri, document.languageId)),
      cellsBefore(document, this.#findingsIn),
    ]);
    const room = { characters: mostCharacters, files: mostDefining };
    const definitions = behindEarlier(earlier, names.pieces, room);
    const { pieces, used } = fitSources(
      [...(project ? [{ source: project.source }] : []), ...definitions, ...callers, ...edits],
      known.used,
      mostUsedFiles,
    );
    const sent = pieces.filter(piece => 'kind' in piece);
    const defining = sent.filter(({ kind }) => kind === 'definitions');
    this.#lasting.note(document.uri.toString(), defining, this.#clock.now());
    const isKnown = project && used.some(({ file }) => file === project.source.file);
    return {
      ...known,
      hovers: [...known.hovers, ...(await this.#cut(names.hovers))],
      used,
      identity: before.identity,
      secrets: [...before.secrets, ...sent.flatMap(({ secrets }) => secrets)],
      evidence: evidenceFrom(sent, {
        project: isKnown ? project.facts : [],
        cells: before.cells,
        openFiles: open,
        fixes,
      }),
    };
  }

  /** The definitions of the questions before, as far as their files still say the same and may be sent. */
  async #earlier({ document, budget }: AskedPlace, others: OtherTexts): Promise<readonly EvidencePiece[]> {
    const isSaid = async ({ source }: EvidencePiece): Promise<boolean> => {
      const now = source && (await budget.within(others.at(vscode.Uri.parse(source.file, true))));
      return now?.source !== undefined && now.source.hash === source?.hash;
    };
    const earlier = this.#lasting.earlier(document.uri.toString(), this.#clock.now());
    const said = await Promise.all(earlier.map(isSaid));
    return earlier.filter((_, at) => said[at]);
  }

  /** What is known of the declared name, and the problems. What nobody can say the source of in time is left out. */
  async #knownOf(
    { document, range, pointed, problems: isAboutThem, budget }: AskedPlace,
    at: vscode.Position,
    { rules }: OtherTexts,
  ) {
    const { chosen: problems, leftOut } = problemsIn(document.uri, { range, pointed });
    const related = problems.flatMap(({ relatedInformation = [] }) =>
      relatedInformation.map(({ location }) => location.uri),
    );
    const ofName = async () => {
      const [hovers, places] = await Promise.all([
        hoversAt(document, at, budget),
        definitionPlaces(document.uri, at, budget),
      ]);
      const from = [...related, ...(places ?? []).map(({ uri }) => uri)];
      const used = await budget.within(usedFiles(from, document, this.#hash));
      return { hovers: places && used ? hovers : [], used };
    };
    const relating = { own: document.uri, findingsIn: this.#findingsIn, rules, budget };
    const [{ hovers, used }, diagnostics, fixes] = await Promise.all([
      ofName(),
      Promise.all(problems.map(each => contextDiagnostic(each, relating))),
      isAboutThem ? quickFixesFor(document.uri, problems, budget) : [],
    ]);
    return {
      used: used ?? [],
      fixes: await this.#cut(fixes),
      hovers: await this.#cut(hovers),
      ...(leftOut > 0 && { moreDiagnostics: leftOut }),
      diagnostics: used ? diagnostics : diagnostics.map(({ related: _, ...each }) => each),
    };
  }

  #cut(hovers: readonly string[]): Promise<readonly string[]> {
    return Promise.all(hovers.map(hover => cutClean(hover, longestHover, this.#findingsIn)));
  }
}

/** Where the name stands of what the code declares. */
function namePosition({ document, range, symbol }: AskedPlace): vscode.Position {
  const isWhole = symbol && range.contains(symbol.selectionRange);
  return isWhole ? symbol.selectionRange.start : nameIn(document, range);
}

/** Its first word when it declares nothing. */
function nameIn(document: ReadableText, range: vscode.Range): vscode.Position {
  const start = declarationStart(document, range);
  const name = /[\w$]+(?=\s*[(<=:{])/.exec(document.line(start.line).text.slice(0, 1_000));
  return name ? start.with({ character: name.index }) : start;
}

/** Only what there is. */
function evidenceFrom(
  pieces: readonly EvidencePiece[],
  rest: Pick<Evidence, 'project' | 'cells' | 'openFiles' | 'fixes'>,
): Evidence {
  const textsOf = (kind: EvidencePiece['kind']): readonly FoundText[] => {
    let left = mostCharacters;
    return pieces
      .filter(piece => piece.kind === kind)
      .flatMap(({ found }) => ((left -= found.text.length) >= 0 ? [found] : []));
  };
  const all = {
    ...rest,
    definitions: textsOf('definitions'),
    callers: textsOf('callers'),
    edits: textsOf('edits'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, found]) => found.length > 0));
}
