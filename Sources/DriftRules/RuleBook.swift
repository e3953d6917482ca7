import DriftText

/// The rules of a run, in the order of their ids.
package struct RuleBook: Sendable {
    package let rules: [Rule]
    /// Tables of terms that belong to no rule of their own.
    package let terms: [TermTable]

    package init(_ rules: [Rule], terms: [TermTable] = []) {
        self.rules = rules.sorted { $0.id < $1.id }
        self.terms = terms
    }

    /// The rules whose pages are built in.
    package static func builtIn() throws(RuleError) -> RuleBook {
        var rules: [Rule] = []
        for page in EmbeddedPages.all { rules.append(try Rule(page)) }
        return RuleBook(rules)
    }

    /// These rules and some more.
    ///
    /// - Throws: `RuleError` for an id that is taken already.
    package func adding(_ more: [Rule]) throws(RuleError) -> RuleBook {
        var paths: [String: String] = [:]
        for rule in rules { paths[rule.id] = rule.path }
        for rule in more {
            if let other = paths.updateValue(rule.path, forKey: rule.id) {
                throw RuleError(path: rule.path, line: 1, message: "\(other) has the id `\(rule.id)` already")
            }
        }
        return RuleBook(rules + more, terms: terms)
    }

    /// These rules with more tables of terms.
    package func adding(terms more: [TermTable]) -> RuleBook { RuleBook(rules, terms: terms + more) }

    package subscript(id: String) -> Rule? { rules.first { $0.id == id } }

    /// Ids of the rules that a name stands for: a rule's own, or all of a family.
    ///
    /// - Throws: `UnknownRule` with the nearest known name.
    package func ids(named name: String) throws(UnknownRule) -> [String] {
        let ids = rules.filter { $0.id == name || $0.family == name }.map(\.id)
        if !ids.isEmpty { return ids }
        throw UnknownRule(name: name, nearest: nearest(to: name, among: rules.flatMap { [$0.id, $0.family] }))
    }

    /// The ids of the rules that report: those selected, or all that are on by default, less those ignored.
    package func selection(select: [String], ignore: [String]) throws(UnknownRule) -> Set<String> {
        var selected = Set(rules.filter(\.isEnabled).map(\.id))
        if !select.isEmpty {
            selected = []
            for name in select { selected.formUnion(try ids(named: name)) }
        }
        for name in ignore { selected.subtract(try ids(named: name)) }
        return selected
    }
}

/// A name that is neither a rule's nor a family's.
package struct UnknownRule: Error, Hashable, CustomStringConvertible {
    package let name: String
    package let nearest: String?

    package var description: String {
        "unknown rule or family `\(name)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
            + " (`driftlint rules` lists all)"
    }
}
