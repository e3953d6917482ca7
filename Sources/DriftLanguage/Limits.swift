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

    /// By key, longer ones first.
    private var forms: [LimitForm] = []
    private var letters: [UInt32] = []
    /// For each key where its forms begin; and where the last end.
    private let starts: [Int]

    /// - Parameter cells: for each kind, in their order, its words.
    private init(_ cells: some Sequence<String>) {
        let spellings = cells.enumerated().flatMap { index, cell in
            cell.utf8.split(separator: 0x20).map { LimitSpelling($0, Kinds(rawValue: 1 << UInt8(index))) }
        }
        var starts = [Int](repeating: 0, count: LimitSpelling.keys + 1)
        for spelling in spellings.sorted(by: { $0.isBefore($1) }) {
            let start = letters.count
            letters += spelling.letters
            forms.append(
                LimitForm(letters: start..<letters.count, endsWord: spelling.endsWord, kinds: spelling.kinds))
            starts[spelling.key + 1] = forms.count
        }
        for key in 1..<starts.count { starts[key] = max(starts[key], starts[key - 1]) }
        self.starts = starts
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
        var isInWord = false
        while index < text.count {
            if let word = longest(in: text, at: index, isInWord: isInWord) {
                if found != nil { return nil }
                found = word
                index = word.range.upperBound
                isInWord = true
                continue
            }
            let scalar = text.scalar(at: index)
            isInWord = LimitForm.joins(scalar.value, true)
            index += scalar.length
        }
        return found
    }

    /// All that words of a text may say, or enough of it to have what is wanted.
    package func kinds(in text: [UInt8], until wanted: Kinds) -> Kinds {
        var kinds: Kinds = []
        var index = 0
        var isInWord = false
        while index < text.count, !kinds.isSuperset(of: wanted) {
            let scalar = text.scalar(at: index)
            forEachForm(beginning: scalar.value, isInWord: isInWord) { form in
                if !kinds.isSuperset(of: form.kinds),
                    form.end(in: text, at: index, of: letters, hyphenates: false) != nil
                {
                    kinds.formUnion(form.kinds)
                }
                return true
            }
            isInWord = LimitForm.joins(scalar.value, false)
            index += scalar.length
        }
        return kinds
    }

    private func longest(in text: [UInt8], at index: Int, isInWord: Bool) -> Word? {
        var word: Word?
        forEachForm(beginning: text.scalar(at: index).value, isInWord: isInWord) { form in
            word = form.end(in: text, at: index, of: letters, hyphenates: true).map {
                Word(kinds: form.kinds, range: index..<$0)
            }
            return word == nil
        }
        return word
    }

    /// Hands on forms that may begin at a letter, while the body says so.
    private func forEachForm(beginning scalar: UInt32, isInWord: Bool, _ body: (LimitForm) -> Bool) {
        let free = LimitSpelling.key(of: scalar, startsWord: false)
        if !isInWord {
            let bound = LimitSpelling.key(of: scalar, startsWord: true)
            for index in starts[bound]..<starts[bound + 1] where !body(forms[index]) { return }
        }
        for index in starts[free]..<starts[free + 1] where !body(forms[index]) { return }
    }
}
