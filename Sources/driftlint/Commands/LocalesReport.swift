import DriftLanguage
import DriftLayout
import DriftReport
import DriftText

/// What `driftlint locales` prints.
struct LocalesReport {
    let layout: Layout
    /// Those of the layout that are wanted, with the members that are.
    let sets: [LocaleSet]
    /// The file that was read; nil for none.
    let configuration: String?

    private var summary: LayoutSummary {
        var layout = layout
        layout.sets = sets
        return LayoutSummary(layout)
    }

    // MARK: Text

    var text: String {
        var text = sets.map(listing).joined()
        let summary = summary
        if !summary.rows.isEmpty { text += table(summary.rows) + "\n" + table(summary.coverage) + "\n" }
        if let source = layout.source { text += "source: \(source) (\(layout.sourceReason.escapedForDisplay))\n" }
        if let configuration { text += "configuration: \(configuration.escapedForDisplay)\n" }
        for note in layout.notes { text += "note: \(note.text.escapedForDisplay)\n" }
        let documents = sets.reduce(0) { $0 + $1.members.count }
        return text + "\(documents) documents in \(sets.count) locale sets\n"
    }

    private func listing(_ set: LocaleSet) -> String {
        let rows = set.members.enumerated().map { index, member in
            [member.locale.description, member.path, "\(index == 0 ? "source, " : "")\(member.reason)"]
        }
        return set.name.escapedForDisplay + "\n" + columns(rows, indent: "  ") + "\n"
    }

    private func table(_ rows: [LayoutSummary.Row]) -> String {
        let cells = rows.map { row in
            let locales = row.locales.map(\.description).joined(separator: ", ")
            return [row.pattern, "\(row.sets)", "\(row.missing)", locales]
        }
        return columns([["layout", "sets", "missing", "locales"]] + cells)
    }

    private func table(_ coverage: [LayoutSummary.Coverage]) -> String {
        let cells = coverage.map { locale in
            let percent = locale.sources == 0 ? 0 : locale.documents * 100 / locale.sources
            let own = locale.firstOwn.map { "\(locale.own) of its own, such as \($0)" } ?? ""
            return [locale.locale.description, "\(locale.documents) of \(locale.sources)", "\(percent) %", own]
        }
        return columns([["locale", "translated", "", ""]] + cells)
    }

    /// Rows of cells, each column but the last as wide as its widest cell.
    private func columns(_ rows: [[String]], indent: String = "") -> String {
        let rows = rows.map { $0.map(\.escapedForDisplay) }
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        return rows.map { row in
            let last = row.lastIndex { !$0.isEmpty } ?? 0
            let cells = row[...last].enumerated().map { index, cell in
                index == last ? cell : cell + String(repeating: " ", count: widths[index] - cell.displayWidth)
            }
            return indent + cells.joined(separator: "  ") + "\n"
        }.joined()
    }

    // MARK: One file

    func explanation(of path: String, isExcluded: Bool) -> String {
        if let set = (sets + layout.orphans).first(where: { $0.members.contains { $0.path == path } }) {
            let notes = layout.notes.filter { $0.path == path }.map { "note: \($0.text.escapedForDisplay)\n" }
            return listing(set) + notes.joined()
        }
        if let note = layout.notes.first(where: { $0.path == path }) { return note.text.escapedForDisplay + "\n" }
        return "\(path) is in no locale set: \(reason(path, isExcluded: isExcluded))".escapedForDisplay + "\n"
    }

    private func reason(_ path: String, isExcluded: Bool) -> String {
        if isExcluded { return "the configuration leaves it out" }
        if let page = layout.single.first(where: { $0.path == path }) {
            return "it is in \(page.locale) (\(page.reason)), and no document of another locale has the same path"
        }
        let endings = [".md", ".mdx", ".markdown"]
        guard endings.contains(where: { path.lowercased().hasSuffix($0) }) else { return "it is no Markdown document" }
        return "nothing in its path names a locale, and no translation has its path"
    }

    // MARK: JSON

    var json: String {
        JSONValue.object([
            "version": .int(1),
            "source": layout.source.map { source in
                .object(["locale": .string(source.description), "reason": .string(layout.sourceReason)])
            },
            "configuration": configuration.map { .string($0) },
            "layouts": .array(summary.rows.map(json)),
            "locales": .array(summary.coverage.map(json)),
            "sets": .array(sets.map(json)),
            "notes": .array(
                layout.notes.map { note in
                    .object([
                        "kind": .string(note.kind.rawValue), "path": .string(note.path), "message": .string(note.text),
                    ])
                }),
        ]).pretty
    }

    private func json(_ set: LocaleSet) -> JSONValue {
        .object([
            "id": .string(set.name), "source": json(set.members[0]),
            "members": .array(set.members.map(json)),
        ])
    }

    private func json(_ member: LocaleSet.Member) -> JSONValue {
        .object([
            "locale": .string(member.locale.description), "path": .string(member.path),
            "reason": .string(member.reason),
        ])
    }

    private func json(_ row: LayoutSummary.Row) -> JSONValue {
        .object([
            "pattern": .string(row.pattern), "locales": .array(row.locales.map { .string($0.description) }),
            "sets": .int(row.sets), "missing": .int(row.missing),
        ])
    }

    private func json(_ coverage: LayoutSummary.Coverage) -> JSONValue {
        .object([
            "locale": .string(coverage.locale.description), "documents": .int(coverage.documents),
            "sources": .int(coverage.sources), "own": .int(coverage.own),
        ])
    }
}
