import DriftAlignment
package import DriftLanguage
import DriftPatterns
import DriftText

/// Where a rule looks, as its page says; what is empty limits nothing.
package struct RuleScope: Sendable, Hashable {
    /// Blocks of Markdown as pages call them.
    package enum Block: String, Sendable, CaseIterable {
        case heading, paragraph, quote, list, table, image, html
        case listItem = "list-item"
        case tableRow = "table-row"
        case tableCell = "table-cell"
        case codeBlock = "code-block"
    }

    package internal(set) var blocks: [Block] = []
    /// Sections by their headings in the source, those below them included.
    var sections: [SourceName] = []
    /// Columns of tables by their headers in the source.
    var columns: [SourceName] = []
    /// Files by names that occur in their paths.
    var paths: [Pattern] = []
    package internal(set) var locales: [LanguageTag] = []

    /// Whether a document is among those that are looked at.
    func covers(member: Int, of set: AlignedSet) -> Bool {
        let (own, source) = (set.members[member], set.members[0])
        if !locales.isEmpty, !locales.contains(where: { $0.includes(own.locale) }) { return false }
        return paths.isEmpty
            || [own.path, source.path].contains { path in paths.contains { $0.isFound(in: Array(path.utf8)) } }
    }

    /// Whether a difference lies where the rule looks.
    func covers(_ difference: Difference, in set: AlignedSet) -> Bool {
        guard covers(member: difference.passage.member, of: set) else { return false }
        if blocks.isEmpty, sections.isEmpty, columns.isEmpty { return true }
        let passage = difference.counterparts.first { $0.member == 0 } ?? difference.passage
        let spot = Spot(set: set, member: passage.member, offset: Int(passage.range.start))
        return (blocks.isEmpty || blocks.contains(where: spot.isIn))
            && (sections.isEmpty || spot.sections.contains { text in sections.contains { $0.fits(text) } })
            && (columns.isEmpty || spot.column.map { text in columns.contains { $0.fits(text) } } ?? false)
    }
}

/// A name that the source has: its text, whatever its case and punctuation, or a pattern between slashes.
enum SourceName: Sendable, Hashable {
    case text([UInt8])
    case pattern(Pattern)

    init(_ text: String) throws(PatternError) {
        let bytes = Array(text.utf8)
        let slash = UInt8(ascii: "/")
        if bytes.count > 2, bytes.first == slash, bytes.last == slash {
            self = .pattern(try Pattern(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)))
        } else {
            self = .text(bytes.folded(bytes.indices).foldedLetters)
        }
    }

    func fits(_ text: [UInt8]) -> Bool {
        switch self {
        case .text(let name): text.folded(text.indices).foldedLetters == name
        case .pattern(let pattern): pattern.isFound(in: text)
        }
    }
}

/// A place in a document, with what stands around it.
private struct Spot {
    let set: AlignedSet
    let member: Int
    /// Parts that hold the place, the innermost first.
    let parts: [Int]

    init(set: AlignedSet, member: Int, offset: Int) {
        self.set = set
        self.member = member
        let outline = set.members[member].outline
        var (inner, next): (Int, Int?) = (0, 0)
        while let found = next {
            inner = found
            next = outline.children(of: found).last { outline.parts[$0].range.lower <= offset }
                .flatMap { offset <= outline.parts[$0].range.upper ? $0 : nil }
        }
        parts = [inner] + outline.ancestors(of: inner)
    }

    private var outline: Outline { self.set.members[member].outline }

    func isIn(_ block: RuleScope.Block) -> Bool {
        parts.contains { RuleScope.Block(outline.parts[$0].kind) == block }
    }

    /// The headings in the source of all sections around the place.
    var sections: [[UInt8]] {
        parts.filter { outline.parts[$0].kind == .section }.compactMap { section in
            outline.children(of: section).first.flatMap { sourceText(outline.parts[$0].segment) }
        }
    }

    /// The header in the source of the column around the place.
    var column: [UInt8]? {
        guard let cell = parts.first(where: { outline.parts[$0].kind == .cell }) else { return nil }
        let row = Int(outline.parts[cell].parent)
        let table = Int(outline.parts[row].parent)
        guard let column = outline.children(of: row).firstIndex(of: cell),
            let header = outline.children(of: table).first.map(outline.children(of:)), column < header.count
        else { return nil }
        return sourceText(outline.parts[header[column]].segment)
    }

    private func sourceText(_ segment: Int32) -> [UInt8]? {
        guard segment >= 0 else { return nil }
        let source = member == 0 ? segment : set.pairs[member - 1].sources[Int(segment)]
        return source < 0 ? nil : set.source.segments[Int(source)].text.bytes
    }
}

extension RuleScope.Block {
    fileprivate init?(_ kind: PartKind) {
        switch kind {
        case .heading: self = .heading
        case .paragraph: self = .paragraph
        case .quote: self = .quote
        case .list: self = .list
        case .item: self = .listItem
        case .table: self = .table
        case .row: self = .tableRow
        case .cell: self = .tableCell
        case .codeBlock: self = .codeBlock
        case .figure: self = .image
        case .html: self = .html
        case .document, .section, .title: return nil
        }
    }
}

extension LanguageTag {
    /// Whether a page that names this locale means the other: the same, or one that says more.
    fileprivate func includes(_ other: LanguageTag) -> Bool {
        self == other || region == nil && script == nil && isSameLanguage(as: other)
    }
}
