import DriftLanguage
import DriftMarkdown
import DriftText

/// Paragraphs that are gone, cut short, in the wrong language, or only written otherwise.
extension Subject {
    /// Paragraphs of prose, each alone on its lines.
    private func prose(of document: Document, _ contents: Contents) -> [Int] {
        contents.paragraphs.filter { block in
            let visible = document.plainText(of: block, inlines: document.inlines(of: block), including: [])
            return visible.bytes.count >= 60
        }
    }

    func missingParagraphs() -> [Mutation] {
        guard inSource.paragraphs.count >= inTarget.paragraphs.count else { return [] }
        return prose(of: target, inTarget).filter(ownsLines).map { block in
            Mutation(
                .paragraphMissing, [.init(text.wholeLinesAndGap(range(block)))],
                "paragraph gone: \(quote(range(block)))")
        }
    }

    /// Keeps about a third, up to a blank or, in a script that has none, up to any character.
    func cutParagraphs() -> [Mutation] {
        prose(of: target, inTarget).filter { range($0).count > 160 && ownsLines($0) }.compactMap { block in
            let middle = range(block).lower + range(block).count / 3
            let places = inTarget.inlines(of: block).filter { $0.kind == .text && $0.parent < 0 }
            guard let place = places.first(where: { $0.range.upper > middle }), place.range.lower < middle + 80 else {
                return nil
            }
            var end = max(place.range.lower, middle)
            while end > place.range.lower, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
            if let blank = (place.range.lower..<end).last(where: { text.bytes[$0] == 0x20 }), end - blank < 20 {
                end = blank
            }
            guard end > range(block).lower + 20 else { return nil }
            return Mutation(
                .paragraphCut, [.init(ByteRange(end, range(block).upper))],
                "paragraph cut to a third: \(quote(range(block)))", scope: range(block))
        }
    }

    func untranslatedParagraphs() -> [Mutation] {
        guard !isSameLanguage, inSource.paragraphs.count == inTarget.paragraphs.count else { return [] }
        let proseOfSource = Set(prose(of: source, inSource))
        return zip(inTarget.paragraphs, inSource.paragraphs).compactMap { block, original in
            let own = Array(source.source.bytes[source.blocks[original].range.indices])
            guard proseOfSource.contains(original), ownsLines(block), own.hasWord(of: 4), own != bytes(range(block)),
                !own.holdsLink
            else { return nil }
            return Mutation(
                .paragraphUntranslated, [.init(range(block), own)], "paragraph in the source language: \(quote(own))")
        }
    }

    // MARK: What is no drift

    /// Lines of a paragraph joined, and broken after every sixth blank.
    func reflowedParagraphs() -> [Mutation] {
        prose(of: target, inTarget).filter(ownsLines).compactMap { block in
            var edits: [TextEdit] = []
            var blanks = 0
            for inline in inTarget.inlines(of: block) where inline.kind == .text && inline.parent < 0 {
                for index in inline.range.indices where text.bytes[index] == 0x20 {
                    blanks += 1
                    if blanks % 6 == 0 { edits.append(.init(ByteRange(index, index + 1), text.lineBreak)) }
                }
            }
            return edits.isEmpty ? nil : Mutation(.paragraphReflowed, edits, "paragraph broken into other lines")
        }
    }

    /// A note as translators begin it in the locale, which goes on with a few words from the paragraph above.
    func addedNotes() -> [Mutation] {
        let label = Wording.translatorNote(in: locale)
        return prose(of: target, inTarget).filter(ownsLines).map { block in
            let end = ByteRange(range(block).upper, range(block).upper)
            let words = target.plainText(of: block, inlines: target.inlines(of: block), including: []).bytes
            let scalars = String(decoding: words, as: UTF8.self).unicodeScalars
            let beginning = scalars.prefix { $0 != "\n" }.prefix(min(40, scalars.count / 4))
                .filter { !"*_`[]<>|\\\u{FFFC}".unicodeScalars.contains($0) && !("0"..."9").contains($0) }
            let note = Array("*(\(label): \(String(String.UnicodeScalarView(beginning))))*".utf8)
            return Mutation(
                .noteAdded, [.init(end, text.lineBreak + text.lineBreak + note)],
                "translator’s note added: \(quote(note))")
        }
    }
}
