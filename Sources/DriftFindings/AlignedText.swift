/// The texts of one locale set side by side, resolved so that they can outlive their documents.
package struct AlignedText: Hashable, Sendable {
    /// One document of the set.
    package struct Member: Hashable, Sendable {
        package var path: String
        /// As a BCP 47 tag.
        package var locale: String
        package var isRightToLeft: Bool
        /// Percent of the parts of the longer document that have a partner; 100 for the source.
        package var agreement: Int
        /// Whether the document is a translation of the source; one that is not has no entries.
        package var isRelated: Bool

        package init(
            path: String, locale: String, isRightToLeft: Bool = false, agreement: Int = 100, isRelated: Bool = true
        ) {
            self.path = path
            self.locale = locale
            self.isRightToLeft = isRightToLeft
            self.agreement = agreement
            self.isRelated = isRelated
        }
    }

    package var name: String
    /// The source first.
    package var members: [Member]
    /// In the source's order; what only targets have stands behind what it follows there. Cells of a row stand together.
    package var units: [AlignedUnit]

    package init(name: String, members: [Member], units: [AlignedUnit]) {
        self.name = name
        self.members = members
        self.units = units
    }
}

/// A translation unit: the smallest part that is aligned, with what each member has of it.
package struct AlignedUnit: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case heading, paragraph
        /// The text with which a list item begins.
        case item
        case cell, code, figure, html
        /// The title of a container.
        case title
    }

    /// Where a cell stands.
    package struct Cell: Hashable, Sendable {
        /// A number, from 1, that the cells of one row share and no other row of the set has.
        package var row: Int
        /// From 1.
        package var column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    package var kind: Kind
    /// Of a heading, from 1 to 6; otherwise how many lists and quotations it stands in.
    package var level: Int
    package var cell: Cell?
    /// Whether the source's text holds words that a translator translates.
    package var isTranslatable: Bool
    /// As many as there are members, in their order.
    package var entries: [AlignedEntry]

    package init(
        kind: Kind, level: Int = 0, cell: Cell? = nil, isTranslatable: Bool = true, entries: [AlignedEntry]
    ) {
        self.kind = kind
        self.level = level
        self.cell = cell
        self.isTranslatable = isTranslatable
        self.entries = entries
    }
}

/// What one member has of a translation unit.
package struct AlignedEntry: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// The source's own text.
        case source
        case aligned
        /// Aligned, but elsewhere than the order of the others demands.
        case moved
        /// Aligned, after paragraphs were merged, split, or cut at another place: the text is what corresponds.
        case joined
        /// Only translations have it.
        case extra
        case missing
        /// A neighbour's entry holds its text.
        case merged
        /// Nothing is there, and nothing has to be.
        case none
    }

    /// A text and where it stands.
    package struct Passage: Hashable, Sendable {
        /// From 1.
        package var line: Int
        /// The line on which it ends.
        package var lastLine: Int
        /// As in the document, without what containers put before its lines; invalid bytes as U+FFFD.
        package var text: String

        package init(line: Int, lastLine: Int, text: String) {
            self.line = line
            self.lastLine = lastLine
            self.text = text
        }
    }

    package var state: State
    /// nil where the member has nothing.
    package var passage: Passage?
    /// How sure the pair with the source is, in percent; nil where there is no pair.
    package var confidence: Int?
    /// Whether the pair may be relied on.
    package var isCertain: Bool

    package init(_ state: State, _ passage: Passage? = nil, confidence: Int? = nil, isCertain: Bool = false) {
        self.state = state
        self.passage = passage
        self.confidence = confidence
        self.isCertain = isCertain
    }

    /// Whether the entry is the target of a pair.
    package var isPaired: Bool { passage != nil && [.aligned, .moved, .joined].contains(state) }
}
