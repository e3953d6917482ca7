package import DriftText

/// One way in which a translation departs from its source. Comparing an aligned set yields each once; rules claim them.
package struct Difference: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A part that the locale to edit lacks.
        case missing
        /// A part that only the locale to edit has.
        case extra
        /// A value that is another on the two sides.
        case changed
        /// A value or mark-up of the source that the locale to edit lacks.
        case lost
        /// Text that still is the source's.
        case untranslated
        /// A text of the source that is translated in several ways.
        case varied
        /// A link whose target is not there.
        case broken
        /// A link that leads to another locale, or text in the language of another.
        case foreign
        /// A part that stands in another place than in the source.
        case moved
        /// Text that is much shorter than its source and the pair of languages suggest.
        case abridged
        /// A table row whose date breaks the order of its column.
        case unordered
        /// A table row that has more cells than its header.
        case uneven
        /// Text that is shown as code on one side only, since it is indented like code.
        case reshaped
        /// A passage that is told in other parts than in the source.
        case rewritten
        /// Front matter that has no end or is no YAML.
        case unreadable
        /// Text that is wrong by itself, whatever it translates.
        case defective
        /// A document that is no translation of its source, or of another edition of it.
        case unrelated
    }

    /// What it is that differs.
    package enum Aspect: String, Sendable, CaseIterable {
        case document, section, heading, paragraph, list, table, row, column, cell, image, text, term, name
        case forbiddenTerm = "forbidden-term"
        case item = "list-item"
        case codeBlock = "code-block"
        case codeLanguage = "code-language"
        case number, date, time, version, percentage
        /// What a number counts, such as minutes.
        case unit
        case dateFormat = "date-format"
        case link
        case linkTarget = "link-target"
        case linkText = "link-text"
        /// A link to the same document in another locale.
        case languageLink = "language-link"
        /// A link by the label of a definition.
        case reference
        case imageText = "alternative-text"
        case headingLevel = "heading-level"
        case headingIdentifier = "heading-id"
        case codeSpan = "code-span"
        case emphasis, markup, placeholder
        /// A word such as “not”, and one such as “at least”.
        case negation, limit
        /// A name in running text that no language changes, such as a path or an option.
        case identifier
        /// The name of a product, which may be renamed.
        case product
        case labelPunctuation = "label-punctuation"
        case mergeConflict = "merge-conflict"
        case garbledText = "garbled-text"
        case controlCharacter = "control-character"
        case invisibleCharacter = "invisible-character"
        case decomposedCharacter = "decomposed-character"
        case mixedScript = "mixed-script"
        case doubledWord = "doubled-word"
        case spacing
        case bracket
        case quotation
        case bracketWidth = "bracket-width"
        case endPunctuation = "end-punctuation"
        case frontMatter = "front-matter"
        case frontMatterKey = "front-matter-key"
        case frontMatterValue = "front-matter-value"
        /// A key of the front matter that says in which locale the document is.
        case locale
    }

    /// A passage of one member.
    package struct Passage: Hashable, Sendable {
        package let member: Int
        package let range: ByteRange
        /// One line.
        package let text: String

        package init(member: Int, range: ByteRange, text: String) {
            self.member = member
            self.range = range
            self.text = text
        }
    }

    package let kind: Kind
    package let aspect: Aspect
    /// Where to edit: what differs; for something missing, the neighbour after which it belongs, its text being that of
    /// what is missing.
    package let passage: Passage
    /// The other sides, the source first where it has one.
    package let counterparts: [Passage]
    /// The value or text that was expected and the one that is there; empty where there is none.
    package let expected: String
    package let found: String
    /// Parts of the source, by their indices with those of what they hold, that are missing together.
    package var lost: [Range<Int>] = []
    /// Lines of code that differ together, where the two sides are code.
    package var lines: [CodeLinePair] = []
    /// All places of a defect that is counted through the whole file, the first included.
    package var places: [ByteRange] = []
    /// Whether one can be sure of it. One cannot where two documents hardly correspond, and for what only one side has
    /// where the other has something, too, that corresponds to nothing.
    package var isCertain = true
    /// What more belongs to it, such as "with 3 paragraphs", or an explanation of its kind.
    package var detail = ""
    /// Differences that spring from one edit have equal keys within a set.
    package var cause: UInt64
    /// Whether differences of other kinds, which other rules look at, have the same cause.
    package var sharesCause = false

    package init(
        _ kind: Kind, _ aspect: Aspect, at passage: Passage, counterparts: [Passage], expected: String = "",
        found: String = "", detail: String = "", cause: UInt64
    ) {
        self.kind = kind
        self.aspect = aspect
        self.passage = passage
        self.counterparts = counterparts
        self.expected = expected
        self.found = found
        self.detail = detail
        self.cause = cause
    }
}

extension Difference {
    /// The same, of which one cannot be sure.
    var asUncertain: Difference {
        var difference = self
        difference.isCertain = false
        return difference
    }
}

/// A line of code and its counterpart, without what containers put before them.
package struct CodeLinePair: Sendable {
    /// nil where only the translation has the line.
    package let source: ByteRange?
    /// nil where the translation lacks it.
    package let target: ByteRange?
    /// The last line of the translation above it.
    package let above: ByteRange?
}

extension Difference {
    /// Key of a cause that is a place in the source: what differs there in several locales is one cause.
    package static func cause(_ kind: Kind, _ aspect: Aspect, _ range: ByteRange) -> UInt64 {
        var hash = StableHash()
        hash.combine(kind.rawValue)
        hash.combine(aspect.rawValue)
        hash.combine(UInt64(range.start) << 32 | UInt64(range.end))
        return hash.value
    }

    /// Key of a cause that is a pair of texts in one locale: the same slip, repeated.
    package static func cause(_ kind: Kind, _ aspect: Aspect, member: Int, _ texts: String...) -> UInt64 {
        var hash = StableHash()
        hash.combine(kind.rawValue)
        hash.combine(aspect.rawValue)
        hash.combine(UInt64(member))
        for text in texts { hash.combine(text) }
        return hash.value
    }
}
