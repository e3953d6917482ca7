import DriftLanguage
import DriftMarkdown
import DriftText

/// Compares the texts that stand for images where these cannot be seen: lost ones, other numbers, and sentences that were
/// not translated.
package struct ImageTexts {
    /// Words from which a text that both sides have is a sentence, and no name of what is shown.
    package static let leastWords = 4

    let pair: SegmentPair
    /// Of the source's language, where the target is in another one.
    let sourceWords: FunctionWords?

    private struct Image {
        let name: [UInt8]
        let text: ByteRange
        let whole: ByteRange
    }

    func differences() -> [Difference] {
        guard pair.source.holdsAny(of: [.image]) else { return [] }
        let images = (images(pair.source, pair.sourceOutline), images(pair.target, pair.targetOutline))
        guard images.0.count == images.1.count else { return [] }
        return zip(images.0, images.1).filter { $0.name == $1.name }.compactMap(difference)
    }

    private func images(_ segment: Segment, _ outline: Outline) -> [Image] {
        segment.inlines.filter { $0.kind == .image }.map { inline in
            Image(
                name: outline.document.imageName(of: inline) ?? [], text: inline.content, whole: inline.range)
        }
    }

    private func difference(_ source: Image, _ target: Image) -> Difference? {
        let expected = pair.sourceOutline.document.source.bytes[source.text.indices].trimmingBlanks
        let found = pair.targetOutline.document.source.bytes[target.text.indices].trimmingBlanks
        if found.isEmpty, saysMore(Array(expected), than: source.name) {
            let passage = pair.sourcePassage(source.text)
            return Difference(
                .lost, .imageText, at: pair.targetPassage(target.whole), counterparts: [passage],
                expected: passage.text, cause: Difference.cause(.lost, .imageText, source.whole))
        }
        if expected != found, [expected, found].allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) {
            return pair.changed(.number, source.text, target.text)
        }
        guard let sourceWords, !pair.isMarkedForTranslation, found.elementsEqual(expected),
            sourceWords.isSentence(Array(found), from: Self.leastWords)
        else { return nil }
        let passage = pair.targetPassage(target.text)
        return Difference(
            .untranslated, .imageText, at: passage, counterparts: [pair.sourcePassage(source.text)],
            found: passage.text, cause: Difference.cause(.untranslated, .imageText, source.whole))
    }

    /// Whether a text is more than the name of the file or one word.
    private func saysMore(_ text: [UInt8], than name: [UInt8]) -> Bool {
        text.split(separator: 0x20).count >= 2 && !name.starts(with: text)
    }
}
