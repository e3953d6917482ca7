package import DriftLanguage
package import DriftMarkdown
import DriftText

/// A translation that is about to be changed, and its source.
package struct Subject: Sendable {
    package let source: Document
    package let target: Document
    package let locale: LanguageTag
    let isSameLanguage: Bool
    let inSource: Contents
    let inTarget: Contents

    package init(source: Document, _ sourceLocale: LanguageTag, target: Document, _ locale: LanguageTag) {
        self.source = source
        self.target = target
        self.locale = locale
        isSameLanguage = locale.isSameLanguage(as: sourceLocale)
        inSource = Contents(source)
        inTarget = Contents(target)
    }

    /// Whether the translation is about as long as its source, so that what is taken from it was there to be lost.
    package var isComparable: Bool {
        let lengths = (source.source.lineCount, target.source.lineCount)
        return 2 * lengths.1 >= lengths.0 && lengths.1 <= 2 * lengths.0
    }

    /// Changes of a kind in a random order, each of which does what it says; at most `limit`.
    package func mutations(of kind: MutationKind, limit: Int, using generator: inout SplitMix) -> [Mutation] {
        var result: [Mutation] = []
        for candidate in generator.shuffled(candidates(of: kind)) where result.count < limit {
            if MutationGuard(document: target).accepts(candidate) { result.append(candidate) }
        }
        return result
    }

    private func candidates(of kind: MutationKind) -> [Mutation] {
        switch kind {
        case .rowMissing: missingRows()
        case .rowExtra: extraRows()
        case .rowsSwapped: swappedRows()
        case .cellsSwapped: swappedCells()
        case .cellEmptied: emptiedCells()
        case .columnMissing: missingColumns()
        case .itemMissing: missingItems()
        case .headingMissing: missingHeadings()
        case .headingLevel: loweredHeadings()
        case .sectionMissing: missingSections()
        case .paragraphMissing: missingParagraphs()
        case .paragraphCut: cutParagraphs()
        case .paragraphUntranslated: untranslatedParagraphs()
        case .cellUntranslated: untranslatedCells()
        case .codeMissing: missingCode()
        case .codeChanged: changedCode()
        case .imageMissing: missingImages()
        case .linkLost: lostLinks()
        case .emphasisLost: lostEmphasis()
        case .codeSpanLost: lostCodeSpans()
        case .codeSpanChanged: changedCodeSpans()
        case .addressChanged: changedAddresses()
        case .linkTargetChanged: changedLinkTargets()
        case .placeholderChanged: changedPlaceholders()
        case .frontKeyMissing: missingFrontKeys()
        case .numberInCell: changedNumbers(kind, inCells: true)
        case .numberInProse: changedNumbers(kind, inCells: false)
        case .date: changedDates()
        case .version: changedVersions()
        case .paragraphReflowed: reflowedParagraphs()
        case .emphasisMarker: otherEmphasisMarkers()
        case .listMarker: otherListMarkers()
        case .listRenumbered: renumberedLists()
        case .numberLocalized: localizedNumbers()
        case .noteAdded: addedNotes()
        case .tableRealigned: realignedTables()
        case .lineEnds: otherLineEnds()
        case .fenceMarker: otherFences()
        case .headingForm: otherHeadingForms()
        }
    }
}

extension Subject {
    var text: SourceText { target.source }

    func bytes(_ range: ByteRange) -> [UInt8] { Array(target.source.bytes[range.indices]) }

    /// The beginning of a passage as a summary quotes it.
    func quote(_ range: ByteRange) -> String { quote(bytes(range)) }

    func quote(_ bytes: [UInt8]) -> String {
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let text = String(decoding: line, as: UTF8.self)
        return text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(59)) + "…" : text
    }

    /// Whether nothing but white space stands beside a block on its lines, so that they can be taken out as a whole.
    func ownsLines(_ block: Int) -> Bool {
        let range = target.blocks[block].range
        let lines = text.wholeLines(range)
        let before = text.bytes[lines.lower..<range.lower]
        let after = text.bytes[min(range.upper, lines.upper)..<lines.upper]
        return before.allSatisfy(\.isWhite) && after.allSatisfy(\.isWhite)
    }
}

extension UInt8 {
    /// Blank, tab or a part of a line end.
    var isWhite: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
