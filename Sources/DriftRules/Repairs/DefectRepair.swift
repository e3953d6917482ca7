import DriftAlignment
import DriftLanguage
import DriftText

/// Mends what is wrong in a text by itself where it is plain what is right: characters that nobody sees are taken out,
/// letters and their marks composed, a word that stands twice written once.
struct DefectRepair {
    let bytes: [UInt8]
    let difference: Difference

    init(context: CheckContext, difference: Difference) {
        bytes = context.set.members[difference.passage.member].outline.document.source.bytes
        self.difference = difference
    }

    /// nil where that needs judgement.
    func repair() -> Repair? {
        switch difference.aspect {
        case .invisibleCharacter: repair("remove \(difference.found)", isSafe: true) { _ in [] }
        case .controlCharacter: repair("remove \(difference.found)", isSafe: false, unseparated)
        case .decomposedCharacter: repair("write each letter and its mark as one character", isSafe: true, composed)
        case .doubledWord: once()
        default: nil
        }
    }

    private func repair(_ summary: String, isSafe: Bool, _ replacement: ([UInt8]) -> [UInt8]?) -> Repair? {
        var edits: [TextEdit] = []
        for place in difference.places {
            guard let text = replacement(Array(bytes[place.indices])) else { return nil }
            edits.append(TextEdit(place, text))
        }
        return edits.isEmpty
            ? nil : Repair(member: difference.passage.member, edits: edits, summary: summary, isSafe: isSafe)
    }

    /// Nothing; but what separates lines or paragraphs separates words too.
    private func unseparated(_ text: [UInt8]) -> [UInt8]? {
        [0x2028, 0x2029].contains(text.scalar(at: 0).value) ? nil : []
    }

    private func composed(_ text: [UInt8]) -> [UInt8]? {
        let letter = text.scalar(at: 0)
        guard letter.length < text.count else { return nil }
        let mark = text.scalar(at: letter.length)
        guard letter.length + mark.length == text.count else { return nil }
        return Compositions.composition(of: letter.value, mark.value).map { Array(String($0).utf8) }
    }

    /// The first of the two words, which bears the capital where there is one.
    private func once() -> Repair? {
        let range = difference.passage.range
        let words = bytes[range.indices].split { $0 <= 0x20 }
        guard words.count == 2, let second = words.last else { return nil }
        let end = words[0].endIndex
        return Repair(
            member: difference.passage.member, edits: [TextEdit(ByteRange(end, second.endIndex))],
            summary: "write “\(String(decoding: words[0], as: UTF8.self))” once", isSafe: false)
    }
}
