package import DriftLanguage

/// Where documents are, written as a path in which `{locale}` and `{path}` stand for what changes.
///
/// `{locale}` is a word that spells a locale, wherever it stands and however often; `{path}` is the rest of the path and
/// may hold slashes. Where a pattern names no ending, any Markdown file matches.
package struct LayoutPattern: Hashable, Sendable {
    package let text: String
    /// The locale of everything that matches a pattern without `{locale}`; nil for the source's.
    package let locale: LanguageTag?
    /// Patterns of one number are places of the same documents.
    package let group: Int
    private let pieces: [Piece]

    private enum Piece: Hashable, Sendable {
        case text([UInt8]), locale, path
    }

    /// Why a text is no pattern.
    package struct Invalid: Error, Hashable {
        package let message: String
    }

    /// Reads a pattern.
    package init(_ text: String, locale: LanguageTag? = nil, group: Int) throws(Invalid) {
        (self.text, self.locale, self.group) = (text, locale, group)
        pieces = try Self.pieces(of: Array(text.utf8))
        guard pieces.count(where: { $0 == .path }) == 1 else {
            throw Invalid(message: "“{path}” has to stand in it once")
        }
    }

    /// Reads a list of patterns: one without `{locale}` is the place of the sources for those that follow it.
    package static func list(_ texts: [String]) throws(Invalid) -> [LayoutPattern] {
        var patterns: [LayoutPattern] = []
        var (group, hasSource) = (0, false)
        for text in texts {
            let pattern = try LayoutPattern(text, group: 0)
            if !pattern.namesLocale { (group, hasSource) = (group + 1, true) }
            if pattern.namesLocale, !hasSource { group += 1 }
            patterns.append(try LayoutPattern(text, group: group))
            if !hasSource, let source = withoutLocale(text) { patterns.append(try LayoutPattern(source, group: group)) }
        }
        return patterns
    }

    /// Where the sources are if they lie beside the folders of the translations, or have no suffix.
    private static func withoutLocale(_ text: String) -> String? {
        for (written, source) in [("/{locale}/", "/"), ("-{locale}", ""), (".{locale}", ""), ("_{locale}", "")] {
            let parts = text.split(separator: written)
            if parts.count == 2 { return "\(parts[0])\(source)\(parts[1])" }
        }
        let start = "{locale}/"
        return text.utf8.starts(with: start.utf8) ? String(text.utf8.dropFirst(start.utf8.count)) : nil
    }

    /// Those that name a locale first, then those that say more.
    static func mostTelling(_ one: LayoutPattern, _ other: LayoutPattern) -> Bool {
        if one.namesLocale != other.namesLocale { return one.namesLocale }
        return one.text.utf8.count > other.text.utf8.count
    }

    package var namesLocale: Bool { pieces.contains(.locale) }

    private static func pieces(of text: [UInt8]) throws(Invalid) -> [Piece] {
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        var rest = text[...]
        while let byte = rest.first {
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
                literal.append(rest.removeFirst())
                continue
            }
            if !literal.isEmpty { pieces.append(.text(literal)) }
            literal = []
            if rest.starts(with: "{locale}".utf8) {
                pieces.append(.locale)
                rest = rest.dropFirst(8)
            } else if rest.starts(with: "{path}".utf8) {
                pieces.append(.path)
                rest = rest.dropFirst(6)
            } else {
                throw Invalid(message: "only “{locale}” and “{path}” may stand between braces")
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        return pieces
    }
}

extension LayoutPattern {
    /// What a path holds in the places of `{locale}` and `{path}`.
    struct Match {
        /// Every spelling of the locale, in order.
        var locales: [Substring]
        var path: Substring
    }

    /// Reads a path whose ending is taken off. O(length × words in `{locale}`): one `{path}` is found from both sides.
    func match(_ stem: Substring, isLocale: (Substring) -> Bool) -> Match? {
        guard let hole = pieces.firstIndex(of: .path) else { return nil }
        var after = Array(pieces[(hole + 1)...])
        if case .text(let bytes) = after.last, let ending = Self.endings.first(where: { bytes.hasSuffix($0) }) {
            after[after.count - 1] = .text(bytes.dropLast(ending.count))
        }
        var locales: [Substring] = []
        guard let start = Self.forward(pieces[..<hole], in: stem, &locales, isLocale),
            let end = Self.backward(after, in: stem[start...], &locales, isLocale), start < end
        else { return nil }
        return Match(locales: locales, path: stem[start..<end])
    }

    private static let endings = [".markdown", ".mdx", ".md"].map { Array($0.utf8) }

    private static func forward(
        _ pieces: ArraySlice<Piece>, in text: Substring, _ locales: inout [Substring], _ isLocale: (Substring) -> Bool
    ) -> Substring.Index? {
        var rest = text
        for (index, piece) in zip(pieces.indices, pieces) {
            if case .text(let bytes) = piece {
                guard rest.utf8.starts(with: bytes) else { return nil }
                rest = rest[rest.utf8.index(rest.startIndex, offsetBy: bytes.count)...]
                continue
            }
            // The word ends at its part's end, or where the text that follows it begins.
            let next = index + 1 < pieces.endIndex ? pieces[index + 1] : .path
            guard let end = wordEnd(in: rest, before: next, isLocale) else { return nil }
            locales.append(rest[..<end])
            rest = rest[end...]
        }
        return rest.startIndex
    }

    private static func wordEnd(in text: Substring, before next: Piece, _ isLocale: (Substring) -> Bool)
        -> Substring.Index?
    {
        let part = text.prefix { $0 != "/" }
        let ends = part.utf8.indices.filter { isSeparator(part.utf8[$0]) } + [part.endIndex]
        return ends.last { end in
            if case .text(let bytes) = next, !text[end...].utf8.starts(with: bytes) { return false }
            return isLocale(text[..<end])
        }
    }

    private static func backward(
        _ pieces: [Piece], in text: Substring, _ locales: inout [Substring], _ isLocale: (Substring) -> Bool
    ) -> Substring.Index? {
        var rest = text
        for index in pieces.indices.reversed() {
            if case .text(let bytes) = pieces[index] {
                guard rest.utf8.count >= bytes.count, rest.utf8.suffix(bytes.count).elementsEqual(bytes) else {
                    return nil
                }
                rest = rest[..<rest.utf8.index(rest.endIndex, offsetBy: -bytes.count)]
                continue
            }
            var before: [UInt8] = []
            if index > 0, case .text(let bytes) = pieces[index - 1] { before = bytes }
            let floor = rest.utf8.lastIndex(of: UInt8(ascii: "/")).map { rest.utf8.index(after: $0) } ?? rest.startIndex
            let starts =
                [floor]
                + rest[floor...].utf8.indices.filter { isSeparator(rest.utf8[$0]) }
                .map { rest.utf8.index(after: $0) }
            // The longest word first: `-pt-br` before `-br`.
            let start = starts.first {
                rest[..<$0].utf8.suffix(before.count).elementsEqual(before) && isLocale(rest[$0...])
            }
            guard let start else { return nil }
            locales.append(rest[start...])
            rest = rest[..<start]
        }
        return rest.endIndex
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2E || byte == 0x5F }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
