package import DriftLanguage

/// Term tables ready for look-up in documents of one source locale.
package struct TermBase: Sendable {
    /// A row of one of the tables.
    struct Concept {
        let table: TermTable
        let entry: TermEntry

        /// What a locale has for it; nil where the table says nothing.
        func cell(for locale: LanguageTag) -> TermCell? {
            table.column(for: locale).map { entry.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    let source: LanguageTag
    private let tables: [TermTable]
    private var rows: [(table: Int, entry: Int)] = []
    /// Terms of the source.
    private(set) var index = TermIndex()
    /// Of each locale, what is not to be used whatever it translates: rows without a term of the source.
    private var banned: [LanguageTag: TermIndex] = [:]

    /// - Parameter targets: the locales into which documents are translated.
    package init(_ tables: [TermTable], source: LanguageTag, targets: Set<LanguageTag>) {
        self.tables = tables
        self.source = source
        for (number, table) in tables.enumerated() {
            guard let column = table.column(for: source) else { continue }
            let columns = targets.compactMap { target in table.column(for: target).map { (target, $0) } }
            for (position, entry) in table.entries.enumerated() {
                let owner = rows.count
                rows.append((number, position))
                for form in entry.cells[column].forms { index.add(form, owner: owner) }
                guard entry.cells[column].isEmpty else { continue }
                for (target, column) in columns {
                    for form in entry.cells[column].forbidden {
                        banned[target, default: TermIndex()].add(form, owner: owner)
                    }
                }
            }
        }
    }

    func concept(_ owner: Int) -> Concept {
        let table = tables[rows[owner].table]
        return Concept(table: table, entry: table.entries[rows[owner].entry])
    }

    /// What is not to be used in a locale whatever it translates.
    func banned(in locale: LanguageTag) -> TermIndex? { banned[locale] }
}

/// The term bases of a run: those of rules that have a table of their own, and one of all other tables.
package struct TermBases: Sendable {
    /// The locales of a set: its source and the targets.
    private struct Key: Hashable {
        let rule: String
        let source: LanguageTag
    }

    private var bases: [Key: TermBase] = [:]

    package init() {}

    /// - Parameter locales: the locales of each set, its source first.
    package init(_ book: RuleBook, locales: [[LanguageTag]]) {
        let own = book.rules.filter { !$0.terms.isEmpty }.map { (id: $0.id, tables: $0.terms) }
        let shared = book.terms.isEmpty ? [] : [(id: "", tables: book.terms)]
        guard !own.isEmpty || !shared.isEmpty else { return }
        var targets: [LanguageTag: Set<LanguageTag>] = [:]
        for set in locales { if let source = set.first { targets[source, default: []].formUnion(set.dropFirst()) } }
        for (source, targets) in targets {
            for (id, tables) in own + shared {
                bases[Key(rule: id, source: source)] = TermBase(tables, source: source, targets: targets)
            }
        }
    }

    /// What a rule looks terms up in: its own tables, else those of the configuration.
    func base(of rule: Rule, source: LanguageTag) -> TermBase? {
        bases[Key(rule: rule.terms.isEmpty ? "" : rule.id, source: source)]
    }
}
