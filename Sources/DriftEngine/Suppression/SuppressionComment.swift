import DriftLanguage
import DriftText

/// What a suppression comment says: `driftlint-disable-line changed-number(de, ja), links -- a reason`.
struct SuppressionComment {
    /// What it does, as the word behind `driftlint-`.
    enum Verb: String, CaseIterable {
        case disable, enable
        case disableLine = "disable-line"
        case disableNextLine = "disable-next-line"
        case disableNextBlock = "disable-next-block"
        case disableFile = "disable-file"
    }

    /// A rule or a family, for some locales or, where none is named, for all.
    struct Name {
        var text: String
        var locales: [LanguageTag] = []
    }

    /// What is wrong with a comment: one sentence without a final full stop.
    struct Malformed: Error {
        let message: String
    }

    var verb: Verb
    /// Empty stands for every rule.
    var names: [Name]
    /// What stands behind two dashes; empty where nothing does.
    var reason: String

    /// - Parameter text: what stands between the comment's delimiters.
    /// - Returns: nil where the comment is of something else.
    init?(_ text: String) throws(Malformed) {
        let words = text.split(maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
        guard let first = words.first, first.hasPrefix("driftlint-") else { return nil }
        verb = try Self.verb(String(first))
        let (list, reason) = Self.parts(words.count > 1 ? words[1] : "")
        names = try Self.names(list)
        self.reason = String(reason).trimmingWhitespace
        if verb == .enable, names.contains(where: { !$0.locales.isEmpty }) {
            throw Malformed(message: "`driftlint-enable` takes no locales")
        }
    }

    private static func verb(_ word: String) throws(Malformed) -> Verb {
        if let verb = Verb(rawValue: String(word.dropFirst("driftlint-".count))) { return verb }
        let known = Verb.allCases.map { "driftlint-\($0.rawValue)" }
        let meant = nearest(to: word, among: known).map { "; did you mean `\($0)`?" } ?? ""
        throw Malformed(message: "no suppression is called `\(word)`\(meant)")
    }

    /// What stands before and behind two dashes, which begin a reason where a blank or nothing is before them.
    private static func parts(_ text: Substring) -> (list: Substring, reason: Substring) {
        var index = text.startIndex
        while index < text.endIndex {
            let isFirst = index == text.startIndex || text[text.index(before: index)].isWhitespace
            if isFirst, text[index...].hasPrefix("--") {
                return (text[..<index], text[index...].dropFirst(2))
            }
            index = text.index(after: index)
        }
        return (text, "")
    }

    /// The names of a list: blanks or commas between them, their locales in parentheses.
    static func names(_ text: Substring) throws(Malformed) -> [Name] {
        var names: [Name] = []
        var rest = text.drop(while: isSeparator)
        while !rest.isEmpty {
            let word = rest.prefix { !isSeparator($0) && $0 != "(" }
            guard !word.isEmpty else { throw Malformed(message: "parentheses belong behind the name of a rule") }
            var name = Name(text: String(word))
            rest = rest.dropFirst(word.count)
            if rest.first == "(" {
                guard let end = rest.firstIndex(of: ")") else {
                    throw Malformed(message: "a parenthesis is not closed")
                }
                name.locales = try locales(rest[..<end].dropFirst())
                rest = rest[end...].dropFirst()
            }
            names.append(name)
            rest = rest.drop(while: isSeparator)
        }
        return names
    }

    private static func locales(_ list: Substring) throws(Malformed) -> [LanguageTag] {
        var tags: [LanguageTag] = []
        for word in list.split(whereSeparator: isSeparator) {
            guard let tag = LanguageTag(spelling: word) else { throw Malformed(message: "`\(word)` is no locale") }
            tags.append(tag)
        }
        if tags.isEmpty { throw Malformed(message: "there is no locale in the parentheses") }
        return tags
    }

    private static func isSeparator(_ character: Character) -> Bool { character.isWhitespace || character == "," }
}
