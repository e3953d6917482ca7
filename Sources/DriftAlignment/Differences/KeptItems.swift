import DriftMarkdown
import DriftText

/// Judges text that still is the source's by what the translation does with the rest of its list, its quotation or its
/// row of headers.
struct KeptItems {
    private let set: AlignedSet
    private let member: Int
    /// Items of a list, by its part in the source.
    private var lists: [Int: Count] = [:]
    private var headers: [Int: Int] = [:]
    private let quotes: [Int: Int]

    private struct Count {
        var all = 0
        var kept = 0
        var found = 0
        var foundSentences = 0
    }

    /// - Parameters:
    ///   - pairs: all that could be text.
    ///   - found: those of them that were left in the source's language.
    ///   - isTerm: whether a text is a few words only.
    init(
        set: AlignedSet, member: Int, pairs: [SegmentPair], found: [SegmentPair], isTerm: (SegmentPair) -> Bool
    ) {
        self.set = set
        self.member = member
        let places = Set(found.map(\.sourceIndex))
        quotes = Dictionary(
            found.compactMap { Self.quote(of: $0, in: set.source) }.map { ($0, 1) }, uniquingKeysWith: +)
        for pair in found {
            if let row = Self.headerRow(of: pair, in: set.source) { headers[row, default: 0] += 1 }
        }
        for pair in pairs {
            guard let list = Self.list(of: pair, in: set.source) else { continue }
            lists[list, default: Count()].all += 1
            if pair.isKept { lists[list, default: Count()].kept += 1 }
            guard places.contains(pair.sourceIndex) else { continue }
            lists[list, default: Count()].found += 1
            if !isTerm(pair) { lists[list, default: Count()].foundSentences += 1 }
        }
    }

    /// Whether a term is kept on purpose: nearly all of its list is, of which not all looks forgotten, or the translation
    /// marks it as a foreign word.
    ///
    /// - Parameter isName: whether it is several words without one in small letters.
    func isTermKept(_ pair: SegmentPair, isName: Bool) -> Bool {
        guard pair.isKept else { return false }
        let isMarked = pair.target.inlines.contains { $0.kind == .emphasis }
        if isMarked, !pair.source.inlines.contains(where: { $0.kind == .emphasis }) { return true }
        guard isName, let count = Self.list(of: pair, in: set.source).flatMap({ lists[$0] }) else { return false }
        return count.kept >= 3 && 4 * count.kept >= 3 * count.all && count.found < count.kept
            && count.foundSentences == 0
    }

    /// Whether all of a list is kept, most of which is no text that has to be translated: it shows words of the source's
    /// language.
    func isKeptWhole(_ pair: SegmentPair) -> Bool {
        guard let count = Self.list(of: pair, in: set.source).flatMap({ lists[$0] }) else { return false }
        return count.kept >= 3 && count.kept == count.all && 2 * count.found < count.all
    }

    /// The part of the source that was left as a whole, which is one cause: a quotation, a list, a row of headers.
    func container(of pair: SegmentPair) -> Int? {
        if let quote = Self.quote(of: pair, in: set.source), quotes[quote, default: 0] > 1 { return quote }
        if let row = Self.headerRow(of: pair, in: set.source), headers[row, default: 0] > 1 { return row }
        guard let list = Self.list(of: pair, in: set.source), let count = lists[list] else { return nil }
        return count.found > 1 && count.kept == count.all ? list : nil
    }

    private static func quote(of pair: SegmentPair, in outline: Outline) -> Int? {
        outline.ancestors(of: Int(pair.source.part)).last { outline.parts[$0].kind == .quote }
    }

    /// The list of whose item a paragraph is the first.
    private static func list(of pair: SegmentPair, in outline: Outline) -> Int? {
        let part = Int(pair.source.part)
        let item = Int(outline.parts[part].parent)
        guard item == part - 1, item > 0, outline.parts[item].kind == .item else { return nil }
        return Int(outline.parts[item].parent)
    }

    private static func headerRow(of pair: SegmentPair, in outline: Outline) -> Int? {
        guard pair.kind == .cell else { return nil }
        let row = Int(outline.part(of: pair.sourceIndex).parent)
        return row == Int(outline.parts[row].parent) + 1 ? row : nil
    }
}

extension SegmentPair {
    /// Whether the text still is the source's, letter for letter.
    var isKept: Bool { target.text.bytes == source.text.bytes }
}
