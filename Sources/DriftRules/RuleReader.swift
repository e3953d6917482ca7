import DriftAlignment
import DriftFindings
import DriftText

extension Rule {
    private static let keys = ["id", "check", "drift", "of", "severity", "over", "enabled", "precision"]

    /// Reads the declaration in a page's front matter.
    package init(_ page: EmbeddedPage) throws(RuleError) {
        let reader = EntryReader(page: page)
        try reader.refuseUnknown(keys: Rule.keys)
        id = try reader.text("id")
        family = page.family
        check = try reader.choice("check", CheckKind.self)
        aspects = try reader.choices("of", Difference.Aspect.self)
        drift = try reader.choice("drift", Difference.Kind.self, default: .changed)
        severity = try reader.choice("severity", Severity.self)
        over = reader.values("over")
        isEnabled = try reader.text("enabled", default: "true") == "true"
        description = RuleDescription(
            id: id, family: page.family, title: page.title, summary: page.summary, severity: severity, page: page.body)
        path = page.path
        bodyLine = page.bodyLine
    }
}

/// Reads entries of a page's front matter and says where one is wrong.
private struct EntryReader {
    let page: EmbeddedPage

    private func error(_ line: Int, _ message: String) -> RuleError {
        RuleError(path: page.path, line: line, message: message)
    }

    func refuseUnknown(keys: [String]) throws(RuleError) {
        for entry in page.frontMatter where !keys.contains(entry.key) {
            let near = nearest(to: entry.key, among: keys).map { "; did you mean `\($0)`?" } ?? ""
            throw error(entry.line, "unknown key `\(entry.key)`\(near)")
        }
    }

    func values(_ key: String) -> [String] {
        page.frontMatter.first { $0.key == key }?.values ?? []
    }

    func text(_ key: String, default fallback: String? = nil) throws(RuleError) -> String {
        if let value = values(key).first ?? fallback { return value }
        throw error(1, "the front matter lacks `\(key)`")
    }

    func choices<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type
    ) throws(RuleError) -> [Choice] where Choice.RawValue == String {
        var choices: [Choice] = []
        for value in values(key) {
            guard let choice = Choice(rawValue: value) else {
                let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                let line = page.frontMatter.first { $0.key == key }?.line ?? 1
                throw error(line, "`\(key)` cannot be `\(value)`; allowed are \(allowed)")
            }
            choices.append(choice)
        }
        return choices
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type, default fallback: Choice? = nil
    ) throws(RuleError) -> Choice where Choice.RawValue == String {
        if let choice = try choices(key, type).first ?? fallback { return choice }
        throw error(1, "the front matter lacks `\(key)`")
    }
}
