import DriftText

/// Words of one language that negate what a sentence says, or limit it, as “not” and “at least” do.
package struct Limits: Sendable {
    /// What such words say; one word may say several.
    package struct Kinds: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let negation = Kinds(rawValue: 1)
        package static let atLeast = Kinds(rawValue: 1 << 1)
        package static let atMost = Kinds(rawValue: 1 << 2)
        package static let only = Kinds(rawValue: 1 << 3)
        package static let except = Kinds(rawValue: 1 << 4)
        /// Words such as “avoid”, which may say any of them in another way.
        package static let otherwise = Kinds(rawValue: 1 << 5)

        /// These and all by which a language may say them: “only” is “not … except” in some, “at most” is “not more than”.
        package var withRenderings: Kinds {
            let others: Kinds = isDisjoint(with: [.atLeast, .atMost]) ? [.only, .except] : []
            return union(others).union([.negation, .otherwise])
        }
    }

    /// A word of a text, in bytes, and what it says.
    package struct Word: Equatable, Sendable {
        package let kinds: Kinds
        package let range: Range<Int>
    }

    /// Longer ones first among those with one key.
    private let forms: [LimitForm]
    /// For each key of a first letter, where its forms begin; and where the last end.
    private let starts: [Int]

    /// - Parameter cells: for each kind, in their order, its words.
    private init(_ cells: some Sequence<String>) {
        var kinds: [LimitForm.Spelling: Kinds] = [:]
        for (index, cell) in cells.enumerated() {
            for word in cell.utf8.split(separator: 0x20) {
                kinds[LimitForm.Spelling(word), default: []].formUnion(Kinds(rawValue: 1 << UInt8(index)))
            }
        }
        let forms = kinds.filter { !$0.key.scalars.isEmpty }.map { LimitForm(spelling: $0.key, kinds: $0.value) }
            .sorted { $0.isBefore($1) }
        self.forms = forms
        var counts = [Int](repeating: 0, count: 257)
        for form in forms { counts[form.key + 1] += 1 }
        var sum = 0
        starts = counts.map { count in
            sum += count
            return sum
        }
    }

    private static let rows = EmbeddedLexicons.limits.flatMap { row in
        let limits = Limits(row.cells.dropFirst())
        return (row.cells.first ?? "").split(separator: " ").compactMap { LanguageTag(spelling: String($0)) }
            .map { (locale: $0, limits: limits) }
    }

    /// The words of a locale's language, read once; nil where none are known.
    package static func known(_ locale: LanguageTag) -> Limits? {
        rows.first { $0.locale.isSameLanguage(as: locale) }?.limits
    }

    /// The one such word of a text, names with hyphens left out; nil where it has none or several.
    ///
    /// Linear in the text.
    package func soleWord(of text: [UInt8]) -> Word? {
        var found: Word?
        var index = 0
        while index < text.count {
            guard let word = longest(in: text, at: index) else {
                index += text.scalar(at: index).length
                continue
            }
            if found != nil { return nil }
            found = word
            index = word.range.upperBound
        }
        return found
    }

    /// All that words of a text may say, or enough of it to have what is wanted.
    package func kinds(in text: [UInt8], until wanted: Kinds) -> Kinds {
        var kinds: Kinds = []
        var index = 0
        while index < text.count, !kinds.isSuperset(of: wanted) {
            let scalar = text.scalar(at: index)
            let key = LimitForm.key(of: scalar.value)
            for form in forms[starts[key]..<starts[key + 1]] where !kinds.isSuperset(of: form.kinds) {
                if form.end(in: text, at: index, hyphenates: false) != nil { kinds.formUnion(form.kinds) }
            }
            index += scalar.length
        }
        return kinds
    }

    private func longest(in text: [UInt8], at index: Int) -> Word? {
        let key = LimitForm.key(of: text.scalar(at: index).value)
        for form in forms[starts[key]..<starts[key + 1]] {
            if let end = form.end(in: text, at: index, hyphenates: true) {
                return Word(kinds: form.kinds, range: index..<end)
            }
        }
        return nil
    }
}
