import DriftLanguage
import DriftMarkdown
import DriftText

/// Finds links to pages of the same documents whose text stands in the source's language within a text that was translated.
struct LinkTexts {
    /// Words from which a text is no name.
    private static let leastWords = 3

    let pair: SegmentPair
    let sourceWords: FunctionWords

    func differences() -> [Difference] {
        guard pair.source.holdsAny(of: .link), pair.target.holdsAny(of: .link),
            pair.source.text.bytes != pair.target.text.bytes
        else { return [] }
        let texts = links(pair.source, pair.sourceOutline)
        return links(pair.target, pair.targetOutline).compactMap { link in
            guard let source = texts.first(where: { $0.text == link.text }),
                sourceWords.isSentence(link.text, from: Self.leastWords),
                2 * link.text.count < pair.target.text.bytes.count
            else { return nil }
            let passage = pair.targetPassage(link.range)
            return Difference(
                .untranslated, .linkText, at: passage, counterparts: [pair.sourcePassage(source.range)],
                found: passage.text, cause: Difference.cause(.untranslated, .linkText, source.range))
        }
    }

    private func links(_ segment: Segment, _ outline: Outline) -> [(text: [UInt8], range: ByteRange)] {
        segment.inlines.filter { $0.kind == .link && !isElsewhere(outline.document.destination(of: $0)) }.map {
            (Array(outline.document.source.bytes[$0.content.indices].trimmingBlanks), $0.content)
        }
    }

    /// Pages of others may have titles in one language only.
    private func isElsewhere(_ address: [UInt8]) -> Bool {
        address.firstRange(of: Array("://".utf8), asWord: false) != nil || address.starts(with: "mailto:".utf8)
    }
}
