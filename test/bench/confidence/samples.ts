import type { LanguageId } from '../../../bench/confidence/code/languages.ts';
import type { SourceFile, Unit } from '../../../bench/confidence/code/unit.ts';
import { unitsOf } from '../../../bench/confidence/code/units.ts';

const typescript = `import { readFile } from 'node:fs/promises';

const limit = 40;

export function joined(names: readonly string[], between: string): string {
  // the first has nothing before it
  // so the list is begun with it
  const parts: string[] = [];
  for (const name of names) {
    if (parts.length < limit && name !== '') {
      parts.push(name.trim());
    }
  }
  const text = shortened(parts.join(between), limit);
  return text;
}

function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const cut = text.slice(0, most);
  return cut.trimEnd();
}

export async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  const [line] = text.split('\\n');
  return line ?? '';
}
`;

const python = `import os


class Shelf:
    def add(self, name, count):
        """Puts a book on it."""
        if not name:
            raise ValueError("a book has a name")
        # counted by name
        # and never below nought
        before = self.books.get(name, 0)
        self.books[name] = before + count
        self.changed = True
        return before

    def names(self, prefix):
        found = []
        for name in self.books:
            if name.startswith(prefix) and name != "":
                found.append(name)
        found.sort()
        return found

    def size(self):
        total = 0
        for name in self.books:
            total += self.books[name]
        return total
`;

const go = `package shelf

import (
	"fmt"
	"strings"
)

// Joined puts names together.
func Joined(names []string, between string, most int) (string, error) {
	if len(names) == 0 {
		return "", fmt.Errorf("there are no names")
	}
	joined := strings.Join(names, between)
	if len(joined) > most {
		joined = joined[:most]
	}
	return joined, nil
}
`;

const rust = `use std::collections::HashMap;

/// Counts each name.
pub fn counted(names: &[String], most: usize) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for name in names {
        if found.len() <= most && !name.is_empty() {
            *found.entry(name.clone()).or_insert(0) += 1;
        }
    }
    let total = found.len();
    eprintln!("{}", total);
    found
}

/// The longest of two names.
///
/// Of equal ones the first.
pub fn longest<T: Clone + Send>(one: T, other: T) -> String {
    let found = chosen(one, other);
    if found.len() == 0 && !found.is_ascii() {
        return String::new();
    }
    found
}
`;

const java = `package shelf;

public class Shelf {
    private int count = 0;
    private final Listeners listeners = new Listeners();
    private final String title = "a shelf";

    public boolean add(String name, int amount) {
        if (name.isEmpty() || amount < 1) {
            return false;
        }
        int before = count;
        count = before + amount;
        listeners.changed(name, amount);
        return count > before;
    }

    public String title() {
        return title;
    }
}
`;

const cpp = `#include <string>
#include <vector>

namespace sample {
constexpr int longest = 80;
using Names = std::vector<std::string>;

static std::string joined(const std::string& one, const std::string& other, int most) {
  if (one.empty() && most > 3) {
    return other;
  }
  auto text = one + other;
  log(one, other);
  if (text.size() >= 80) {
    text.resize(80);
  }
  return text;
}

int longestOf() { return longest; }
Names none() { return {}; }
}
`;

const texts: Readonly<Record<LanguageId, string>> = {
  typescript,
  typescriptreact: typescript,
  javascript: typescript.replace(/: readonly string\[\]|: string\[\]|: Promise<string>|: string|: number/g, ''),
  python,
  go,
  rust,
  java,
  cpp,
};

/** A small file of each language, written for these tests. */
export const sourceOf = (language: LanguageId): SourceFile => ({
  package: 'sample',
  file: 'sample',
  language,
  text: texts[language],
});

/** What may be selected in it. */
export const unitsIn = (language: LanguageId): readonly Unit[] => unitsOf(sourceOf(language));
