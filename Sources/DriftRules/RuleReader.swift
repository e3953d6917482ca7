import DriftAlignment
import DriftFindings
import DriftLanguage
import DriftPatterns
import DriftText

extension Rule {
    private static let keys = [
        "id", "check", "drift", "of", "severity", "over", "enabled", "precision", "blocks", "sections", "columns",
        "paths",
        "locales", "message", "source", "target", "unwanted",
    ]

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
        scope = try reader.scope()
        message = try reader.message()
        patterns = try reader.patterns(for: check)
    }
}

extension EntryReader {
    fileprivate func scope() throws(RuleError) -> RuleScope {
        var scope = RuleScope()
        scope.blocks = try choices("blocks", RuleScope.Block.self)
        scope.sections = try patterns("sections") { text throws(PatternError) in try SourceName(text) }
        scope.columns = try patterns("columns") { text throws(PatternError) in try SourceName(text) }
        scope.paths = try patterns("paths", PathPattern.pattern)
        for value in values("locales") {
            guard let locale = LanguageTag(spelling: value) else {
                throw error(line("locales"), "“\(value)” in `locales` is no locale; write a tag such as de or pt-BR")
            }
            scope.locales.append(locale)
        }
        return scope
    }

    fileprivate func message() throws(RuleError) -> MessageTemplate? {
        guard let text = values("message").first else { return nil }
        do throws(MessageTemplate.UnknownName) {
            return try MessageTemplate(text)
        } catch {
            let names = MessageTemplate.names.map { "{\($0)}" }.joined(separator: ", ")
            throw self.error(line("message"), "`{\(error.name)}` stands for nothing in `message`; there are \(names)")
        }
    }

    /// The patterns of the check `matches`, which no other check has.
    fileprivate func patterns(for check: CheckKind) throws(RuleError) -> MatchPatterns? {
        let source = try patterns("source") { text throws(PatternError) in try Pattern(text) }.first
        let template = { (text: String) throws(PatternError) in
            try PatternTemplate(text, groupCount: source?.groupCount ?? 0)
        }
        let (target, unwanted) = (try patterns("target", template).first, try patterns("unwanted", template).first)
        guard check == .matches else {
            guard let key = ["source", "target", "unwanted"].first(where: { !values($0).isEmpty }) else { return nil }
            throw error(line(key), "`\(key)` is only for `check: matches`")
        }
        guard target != nil || unwanted != nil else {
            throw error(line("check"), "`check: matches` needs `target`, what a translation has to have, or `unwanted`")
        }
        guard target == nil || source != nil else {
            throw error(line("target"), "`target` needs `source`, the pattern that asks for it")
        }
        return MatchPatterns(source: source, target: target, unwanted: unwanted)
    }

    /// Reads each value of a key as some pattern.
    private func patterns<Value>(
        _ key: String, _ read: (String) throws(PatternError) -> Value
    ) throws(RuleError) -> [Value] {
        var patterns: [Value] = []
        for value in values(key) {
            do throws(PatternError) {
                patterns.append(try read(value))
            } catch {
                throw self.error(line(key), "`\(key): \(value)`: \(error.description)")
            }
        }
        return patterns
    }

    private func line(_ key: String) -> Int { page.frontMatter.first { $0.key == key }?.line ?? 1 }
}

/// Reads entries of a page's front matter and says where one is wrong.
private struct EntryReader {
    let page: EmbeddedPage

    fileprivate func error(_ line: Int, _ message: String) -> RuleError {
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
