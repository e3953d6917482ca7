import DriftLanguage
import DriftText

/// Judges a cell that still is the source's by what the translation does with the others of its column.
struct KeptCells {
    let set: AlignedSet
    let member: Int
    let inquiry: Inquiry<Profile>

    private var outline: Outline { self.set.members[member].outline }

    /// Where a cell stands in the source's tables, the header left out; nil for all else.
    private func place(of pair: SegmentPair) -> (grid: Grid, row: Int, column: Int)? {
        guard pair.kind == .cell else { return nil }
        for table in set.pairs[member - 1].tables {
            guard
                let row = table.source.rows.firstIndex(where: {
                    set.source.parts[$0].range.contains(set.source.part(of: pair.sourceIndex).range)
                }),
                let column = table.source.column(of: pair.sourceIndex, row: row)
            else { continue }
            return row > 0 ? (table.source, row, column) : nil
        }
        return nil
    }

    // MARK: Columns that are kept

    /// A column that mostly is kept, such as one of titles or names, is kept on purpose.
    func isMostlyKept(_ pair: SegmentPair) -> Bool {
        guard let place = place(of: pair) else { return false }
        var (kept, all) = (0, 0)
        for row in place.grid.rows.indices.dropFirst() {
            guard let cell = place.grid.segment(row: row, column: place.column), !set.source.isEmpty(cell),
                let partner = set.segment(of: member, for: cell)
            else { continue }
            all += 1
            if outline.segments[partner].text.bytes == set.source.segments[cell].text.bytes { kept += 1 }
        }
        return kept >= 3 && 2 * kept >= all
    }

    // MARK: Columns that are translated

    /// Whether some words are the only ones of their column, the header included, that are not translated, and are no
    /// name: some are plain or derived, or the translation has another word for one everywhere else.
    func isForgotten(_ pair: SegmentPair) -> Bool {
        let text = pair.target.text.bytes
        guard pair.kind == .cell, text == pair.source.text.bytes, !set.isSameLanguage(member) else { return false }
        let words = text.split(separator: 0x20).filter { $0.count >= 3 && $0.allSatisfy(\.isASCIILetter) }
        guard words.count >= 2, !text.contains(where: { $0 >= 0x80 || "[]{}<>=_\\|".utf8.contains($0) }),
            let place = place(of: pair), !inquiry.isKept(text, locale: outline.locale)
        else { return false }
        guard let translated = translatedCells(besides: text, of: place.grid, column: place.column), translated >= 2
        else { return false }
        let plain = words.filter { $0.count >= 4 && $0.allSatisfy { $0 >= 0x61 } }
        return (!plain.isEmpty || words.contains { isDerived($0) && !isUsed(Array($0), besides: text) })
            && !isUsed(text)
            || words.contains { isAlwaysTranslated(Array($0), besides: text) }
    }

    /// Whether an English word has an ending that names seldom have, as “Updated” and “Maintenance”.
    private func isDerived(_ word: ArraySlice<UInt8>) -> Bool {
        set.source.locale.language == "en" && word.count >= 6 && word.last.map { $0 >= 0x61 } ?? false
            && ["ed", "ing", "ance", "ence", "tion", "ment", "ity", "ship"].contains {
                word.suffix($0.utf8.count).elementsEqual($0.utf8)
            }
    }

    /// How many other texts of a column, the header's included, are translated; nil where one is kept.
    private func translatedCells(besides text: [UInt8], of grid: Grid, column: Int) -> Int? {
        var translated = 0
        for row in grid.rows.indices {
            guard let cell = grid.segment(row: row, column: column), let partner = set.segment(of: member, for: cell)
            else { continue }
            let texts = (set.source.segments[cell].text.bytes, outline.segments[partner].text.bytes)
            if texts.0 == text || texts.1.isEmpty || !texts.0.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) { continue }
            if texts.0 == texts.1 { return nil }
            translated += 1
        }
        return translated
    }

    /// Whether a word stands in two other texts of the source at least, and in none of the translation's.
    private func isAlwaysTranslated(_ word: [UInt8], besides text: [UInt8]) -> Bool {
        guard word.count >= 4 else { return false }
        let others = set.source.segments.filter { $0.text.bytes != text && $0.text.bytes.mentions(word) }
        return others.count >= 2 && !isUsed(word, besides: text)
    }

    private func isUsed(_ word: [UInt8], besides text: [UInt8]) -> Bool {
        outline.segments.contains { $0.text.bytes != text && $0.text.bytes.mentions(word) }
    }

    private func isUsed(_ text: [UInt8]) -> Bool {
        outline.segments.contains { $0.text.bytes.count > text.count && $0.text.bytes.mentions(text) }
    }
}

extension [UInt8] {
    /// Whether a text holds words of ASCII letters, in capitals or not.
    func mentions(_ words: [UInt8]) -> Bool {
        func folded(_ text: [UInt8]) -> [UInt8] { text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
        return count >= words.count && folded(self).firstRange(of: folded(words), asWord: true) != nil
    }
}
